package showcase

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// A collector goes through a page and keeps what it states.
type collector struct {
	heading string
	found   []statement
}

func (c *collector) sections(sections []*tree.Section) {
	for _, s := range sections {
		c.heading = tree.PlainText(s.Title)
		c.blocks(s.Blocks)
		c.sections(s.Sections)
	}
}

func (c *collector) blocks(blocks []tree.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *tree.Paragraph:
			c.add(b.Text)
		case *tree.List:
			c.list(b)
		case *tree.Table:
			for _, r := range b.Rows {
				c.row(b.Head, r)
			}
		case *tree.Definitions:
			for _, d := range b.Entries {
				c.add(d.Term)
				c.blocks(d.About)
			}
		case *tree.Prose:
			c.found = append(c.found, statement{c.heading, strings.Join(strings.Fields(b.Markdown), " "), []model.Fact{b.Fact}})
		}
	}
}

func (c *collector) list(l *tree.List) {
	for _, item := range l.Items {
		c.add(item.Text)
		if item.List != nil {
			c.list(item.List)
		}
		c.blocks(item.Blocks)
	}
}

// row keeps a row of a table as one statement, each cell behind the head of its
// column but for the first, which names the row.
func (c *collector) row(head []tree.Text, r tree.Row) {
	var whole tree.Text
	var cells []string
	for i, cell := range r.Cells {
		var lines []string
		for _, line := range cell {
			whole = append(whole, line...)
			lines = append(lines, tree.PlainText(line))
		}
		text := strings.Join(lines, "; ")
		switch {
		case text == "":
		case i == 0 || i >= len(head):
			cells = append(cells, text)
		default:
			cells = append(cells, tree.PlainText(head[i])+": "+text)
		}
	}
	c.found = append(c.found, statement{c.heading, strings.Join(cells, " | "), factsIn(whole)})
}

func (c *collector) add(t tree.Text) {
	c.found = append(c.found, statement{c.heading, tree.PlainText(t), factsIn(t)})
}

func factsIn(t tree.Text) []model.Fact {
	return tree.Facts(&tree.Document{Intro: []tree.Block{&tree.Paragraph{Text: t}}})
}
