package tree

import (
	"strings"

	"github.com/privity/privity/internal/model"
)

// A Statement is a piece of a document that says something by itself: a
// paragraph, an item of a list, the row of a table, the author's prose.
type Statement struct {
	Heading string // of the section that it stands in
	Text    string // without any marking; the cells of a row have the heads of their columns before them
	Facts   []model.Fact
}

// Statements lists what a document states, in reading order. The footer, which
// every page has, is not among it.
func Statements(doc *Document) []Statement {
	c := collector{heading: doc.Title}
	c.blocks(doc.Intro)
	c.sections(doc.Sections)
	return c.found
}

// A collector goes through a document and keeps what it states.
type collector struct {
	heading string
	found   []Statement
}

func (c *collector) sections(sections []*Section) {
	for _, s := range sections {
		c.heading = PlainText(s.Title)
		c.blocks(s.Blocks)
		c.sections(s.Sections)
	}
}

func (c *collector) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			c.add(b.Text)
		case *List:
			c.list(b)
		case *Table:
			for _, r := range b.Rows {
				c.row(b.Head, r)
			}
		case *Definitions:
			for _, d := range b.Entries {
				c.add(d.Term)
				c.blocks(d.About)
			}
		case *Prose:
			c.found = append(c.found, Statement{c.heading, strings.Join(strings.Fields(b.Markdown), " "), []model.Fact{b.Fact}})
		}
	}
}

func (c *collector) list(l *List) {
	for _, item := range l.Items {
		c.add(item.Text)
		if item.List != nil {
			c.list(item.List)
		}
		c.blocks(item.Blocks)
	}
}

func (c *collector) row(head []Text, r Row) {
	var whole Text
	var cells []string
	for i, cell := range r.Cells {
		var lines []string
		for _, line := range cell {
			whole = append(whole, line...)
			if text := PlainText(line); text != "" {
				lines = append(lines, text)
			}
		}
		text := strings.Join(lines, "; ")
		switch {
		case text == "":
		case i == 0 || i >= len(head):
			cells = append(cells, text)
		default:
			cells = append(cells, PlainText(head[i])+": "+text)
		}
	}
	c.found = append(c.found, Statement{c.heading, strings.Join(cells, " | "), factsIn(whole)})
}

func (c *collector) add(t Text) {
	if text := PlainText(t); text != "" {
		c.found = append(c.found, Statement{c.heading, text, factsIn(t)})
	}
}

func factsIn(t Text) []model.Fact {
	return Facts(&Document{Intro: []Block{&Paragraph{Text: t}}})
}
