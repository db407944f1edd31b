package manual

import (
	"strings"

	"github.com/privity/privity/internal/schema"
)

// A doc collects the paragraphs of a page.
type doc struct{ strings.Builder }

func (d *doc) heading(level int, title string) {
	d.paragraph(strings.Repeat("#", level) + " " + title)
}

// paragraph adds a paragraph, after an empty line unless it is the first.
func (d *doc) paragraph(text string) {
	if d.Len() > 0 {
		d.WriteByte('\n')
	}
	d.WriteString(text + "\n")
}

func (d *doc) code(text string) { d.paragraph("```hcl\n" + strings.Trim(text, "\n") + "\n```") }

// quote adds paragraphs that somebody else says.
func (d *doc) quote(paragraphs []string) {
	d.paragraph("> " + strings.Join(paragraphs, "\n>\n> "))
}

func (d *doc) list(items []string) {
	if len(items) > 0 {
		d.paragraph("- " + strings.Join(items, "\n- "))
	}
}

// table adds a table. The cells hold no line break.
func (d *doc) table(header []string, rows [][]string) {
	rule := make([]string, len(header))
	for i := range rule {
		rule[i] = "---"
	}
	lines := []string{row(header), "|" + strings.Join(rule, "|") + "|"}
	for _, cells := range rows {
		lines = append(lines, row(cells))
	}
	d.paragraph(strings.Join(lines, "\n"))
}

func row(cells []string) string {
	escaped := make([]string, len(cells))
	for i, c := range cells {
		escaped[i] = strings.ReplaceAll(c, "|", `\|`)
	}
	return "| " + strings.Join(escaped, " | ") + " |"
}

func tick(s string) string { return "`" + s + "`" }

func ticked(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = tick(w)
	}
	return out
}

// enumeration joins words as a sentence does.
func enumeration(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}

func article(noun string) string {
	if strings.ContainsRune("aeio", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// standing says where a block stands, how it is named and how often it occurs.
func standing(b *schema.Block) string {
	var inside []string
	for _, h := range holders(b) {
		inside = append(inside, tick(h.Name))
	}
	within := enumeration(inside, "or")
	var s string
	switch {
	case b.Top && within != "":
		s = "It stands at the top level, or inside " + within + "."
	case b.Top:
		s = "It stands at the top level."
	default:
		s = "It stands inside " + within + "."
	}
	switch {
	case b.Spans != "":
		s += " At the top level it has a name, and " + tick(b.Spans) + " says what it is about. Inside another block it is about that block; it needs a name there only beside others of its kind."
	case b.Labels == schema.OneLabel:
		s += " It has a name."
	default:
		s += " It has no name."
	}
	if b.Single {
		s += " There is at most one."
	}
	switch {
	case b.Open && b.Group != schema.Composition:
		s += " It takes the attributes of another block besides those below."
	case b.Open:
		s += " Attributes " + plural(len(b.Attrs), "other than the one below", "in it") + " have names of your own."
	}
	return s
}

// header returns the first line of a block as an author writes it.
func header(b *schema.Block) string {
	switch b.Labels {
	case schema.OneLabel:
		return b.Name + ` "NAME"`
	case schema.MayLabel:
		return b.Name + ` ["NAME"]`
	}
	return b.Name
}
