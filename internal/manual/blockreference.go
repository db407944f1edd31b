package manual

import (
	"strings"

	"github.com/privity/privity/internal/schema"
)

// blockReference is the page of a top-level block: the block, then those that
// stand only inside it, then the words that they take.
// The cases show blocks in policies, where there are any.
func blockReference(b *schema.Block, cases map[string]Case) string {
	var d doc
	d.heading(1, b.Name)
	d.paragraph(b.Doc)
	d.paragraph(standing(b))
	d.paragraph("Chapter: " + strings.ToLower(chapters[b.Group][:1]) + chapters[b.Group][1:] + ". Since version " + b.Since + ".")
	d.heading(2, "Example")
	d.code(b.Example)
	if c, ok := cases[b.Name]; ok {
		d.heading(2, "In a policy")
		addCase(&d, c)
	}
	d.heading(2, "Attributes")
	attributeTable(&d, b, b)
	if len(b.Blocks) > 0 {
		d.heading(2, "Blocks inside")
		d.list(innerItems(b))
	}
	for _, n := range page(b)[1:] {
		d.heading(3, n.Name)
		d.paragraph(n.Doc)
		d.paragraph(standing(n))
		if len(n.Blocks) > 0 {
			d.list(innerItems(n))
		}
		attributeTable(&d, b, n)
		if c, ok := cases[b.Name+"."+n.Name]; ok {
			addCase(&d, c)
		} else if why := Unshown[b.Name+"."+n.Name]; why != "" {
			d.paragraph(why)
		}
	}
	for _, e := range wordsIn(page(b)) {
		d.heading(2, wordsTitle(b, e))
		d.list(sentences(e))
	}
	return d.String()
}

// page lists the blocks on the page of b: itself, and those inside it that do
// not stand at the top level, each followed by those inside it.
func page(b *schema.Block) []*schema.Block {
	list := []*schema.Block{b}
	for _, n := range b.Blocks {
		if !n.Top {
			list = append(list, page(n)...)
		}
	}
	return list
}

func innerItems(b *schema.Block) []string {
	var items []string
	for _, n := range b.Blocks {
		target := "#" + n.Name
		if n.Top {
			target = n.Name + ".md"
		}
		items = append(items, "["+tick(n.Name)+"]("+target+"): "+firstSentence(n.Doc))
	}
	return items
}

// attributeTable lists the attributes of a block on the page of another, or its
// own.
func attributeTable(d *doc, top, b *schema.Block) {
	if len(b.Attrs) == 0 {
		return
	}
	var rows [][]string
	for _, a := range b.Attrs {
		name := tick(a.Name)
		if a.Required {
			name += " (required)"
		}
		rows = append(rows, []string{name, linked(top, a), a.Doc})
	}
	d.table([]string{"Attribute", "Takes", "Meaning"}, rows)
}

// linked says what an attribute takes on the page of a top-level block, with
// links to what that is.
func linked(top *schema.Block, a *schema.Attr) string {
	amount := "one of "
	if a.Type.List {
		amount = "a list of "
	}
	switch e := a.Type.Enum; {
	case isCommon(a) && e != nil:
		return amount + "[these words](../common.md#" + a.Name + ")"
	case e != nil:
		return amount + "[these words](#" + anchor(wordsTitle(top, e)) + ")"
	case a.Type.Kind == schema.Ref && len(a.Type.Targets) > 0:
		return references(a.Type)
	}
	return "[" + a.Type.String() + "](../scalars.md#" + anchor(formOf(a.Type.Kind).title) + ")"
}

func references(t schema.Type) string {
	var links []string
	for _, target := range t.Targets {
		links = append(links, link("", kinds()[target]))
	}
	if t.List {
		return "references to " + enumeration(links, "or")
	}
	return "a reference to " + enumeration(links, "or")
}

// wordsIn lists the sets of words that the attributes of blocks take, but for
// those of common attributes.
func wordsIn(blocks []*schema.Block) []*schema.Enum {
	var sets []*schema.Enum
	seen := map[*schema.Enum]bool{}
	for _, b := range blocks {
		for _, a := range b.Attrs {
			if e := a.Type.Enum; e != nil && !seen[e] && !isCommon(a) {
				seen[e] = true
				sets = append(sets, e)
			}
		}
	}
	return sets
}

// wordsTitle is the heading over the words of a set, on the page of a top-level
// block: it names the attributes there that take them.
func wordsTitle(top *schema.Block, e *schema.Enum) string {
	var names []string
	for _, b := range page(top) {
		for _, a := range b.Attrs {
			switch {
			case a.Type.Enum != e || isCommon(a):
			case b == top:
				names = append(names, a.Name)
			default:
				names = append(names, b.Name+"."+a.Name)
			}
		}
	}
	return "Words of " + enumeration(names, "and")
}

// anchor is the fragment that common renderers of Markdown give a heading.
func anchor(title string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ':
			out.WriteByte('-')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			out.WriteRune(r)
		}
	}
	return out.String()
}
