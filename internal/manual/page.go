package manual

import (
	"strconv"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
)

// overview lists all blocks.
func overview() string {
	var d doc
	d.heading(1, "The blocks of the language")
	for _, g := range schema.Groups {
		d.heading(2, chapters[g])
		var items []string
		for _, b := range schema.Blocks {
			if b.Group == g {
				items = append(items, tick(b.Name)+": "+firstSentence(b.Doc))
			}
		}
		d.list(items)
	}
	d.paragraph("`privity explain BLOCK` tells more, and so do `BLOCK.ATTRIBUTE`, a code such as PV0301, a form of value such as `duration`, and a function such as `join`.")
	return d.String()
}

// blockPage explains a block. The path is the topic that led to it.
func blockPage(path string, b *schema.Block) string {
	var d doc
	d.heading(1, path+": "+article(b.Title))
	d.paragraph(b.Doc)
	d.paragraph(standing(b))
	d.heading(2, "Example")
	d.code(example(b))
	if len(b.Attrs) > 0 {
		d.heading(2, "Attributes")
		var items []string
		for _, a := range b.Attrs {
			items = append(items, tick(a.Name)+" ("+kindOf(a)+"): "+a.Doc)
		}
		d.list(items)
	}
	if len(b.Blocks) > 0 {
		d.heading(2, "Blocks inside")
		var items []string
		for _, n := range b.Blocks {
			items = append(items, tick(header(n))+": "+firstSentence(n.Doc))
		}
		d.list(items)
	}
	if len(b.Attrs) > 0 {
		d.paragraph("`privity explain " + path + "." + b.Attrs[0].Name + "` tells more about an attribute.")
	}
	d.paragraph("Since version " + b.Since + ".")
	return d.String()
}

// kindOf says what an attribute takes, and that it is required.
func kindOf(a *schema.Attr) string {
	if a.Required {
		return a.Type.String() + ", required"
	}
	return a.Type.String()
}

// attributePage explains an attribute of a block.
func attributePage(title string, b *schema.Block, a *schema.Attr) string {
	var d doc
	d.heading(1, title)
	d.paragraph(a.Doc)
	d.list(particulars(b, a))
	words(&d, a.Type.Enum)
	if lines := excerpt(b, a.Name); lines != "" {
		d.heading(2, "In an example")
		d.code(lines)
	}
	return d.String()
}

func particulars(b *schema.Block, a *schema.Attr) []string {
	required := "no"
	if a.Required {
		required = "yes"
	}
	items := []string{
		"Takes: " + takes(a.Type),
		"Required: " + required,
		"Since: version " + a.Since,
	}
	if topic := formTopic(a.Type.Kind); topic != "" {
		items = append(items, "How it is written: `privity explain "+topic+"`")
	}
	if b.Spans == a.Name {
		items = append(items, "Not written where the block stands inside the thing that it is about: that thing is its value.")
	}
	if others := alike(a); len(others) > 1 {
		var names []string
		for _, u := range others {
			names = append(names, tick(pathTo(u.block)))
		}
		items = append(items, "Means the same in "+enumeration(names, "and")+".")
	}
	return items
}

// takes says what an attribute takes, whose words are listed elsewhere.
func takes(t schema.Type) string {
	switch {
	case t.Kind == schema.OneOf && t.List:
		return "a list of the words below"
	case t.Kind == schema.OneOf:
		return "one of the words below"
	case t.Kind == schema.Number:
		return t.String() + " from " + strconv.Itoa(t.Min) + " to " + strconv.Itoa(t.Max)
	}
	return t.String()
}

// words adds the words of a set with their sentences.
func words(d *doc, e *schema.Enum) {
	if e != nil {
		d.heading(2, "Words")
		d.list(sentences(e))
	}
}

func sentences(e *schema.Enum) []string {
	items := make([]string, len(e.Values))
	for i, v := range e.Values {
		items[i] = tick(v.Name) + ": " + v.Doc
	}
	return items
}

// attributeNamePage explains an attribute that was named without its block. One
// that means the same everywhere gets its page, the others a list of what they
// mean where.
func attributeNamePage(name string, uses []use) string {
	if len(alike(uses[0].attr)) == len(uses) {
		return attributePage(name, uses[0].block, uses[0].attr)
	}
	var d doc
	d.heading(1, name)
	d.paragraph("What it means depends on the block:")
	var items []string
	for _, u := range uses {
		same := alike(u.attr)
		if same[0].block != u.block {
			continue // it was listed with the first of them
		}
		var paths []string
		for _, s := range same {
			paths = append(paths, tick(s.path()))
		}
		items = append(items, enumeration(paths, "and")+" ("+u.attr.Type.String()+"): "+u.attr.Doc)
	}
	d.list(items)
	return d.String()
}

func enumPage(e *schema.Enum) string {
	var d doc
	d.heading(1, e.Name)
	var names []string
	for _, u := range takers(e) {
		names = append(names, tick(u.path()))
	}
	d.paragraph("The words that " + enumeration(names, "and") + plural(len(names), " takes.", " take."))
	words(&d, e)
	return d.String()
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func functionPage(f lang.Function) string {
	var d doc
	d.heading(1, f.Signature)
	d.paragraph(f.Doc)
	d.code(f.Example)
	return d.String()
}
