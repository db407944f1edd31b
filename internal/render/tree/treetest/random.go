package treetest

import (
	"math/rand/v2"
	"strconv"

	"github.com/privity/privity/internal/render/tree"
)

// Random returns a document whose text is made of hostile strings. The same source
// of numbers gives the same document.
func Random(r *rand.Rand) *tree.Document {
	g := &generator{Rand: r, hostile: Hostile()}
	doc := &tree.Document{Name: "index", Title: "T " + g.string(), Language: "en", Numbered: r.IntN(2) == 0}
	doc.Intro = g.blocks(2)
	for range 1 + r.IntN(3) {
		doc.Sections = append(doc.Sections, g.section(2))
	}
	if r.IntN(2) == 0 {
		doc.Footer = g.blocks(1)
	}
	return doc
}

type generator struct {
	*rand.Rand
	hostile []string
	ids     int
}

func (g *generator) string() string { return g.hostile[g.IntN(len(g.hostile))] }

func (g *generator) id() string {
	g.ids++
	return "id." + strconv.Itoa(g.ids)
}

func (g *generator) section(depth int) *tree.Section {
	s := &tree.Section{ID: g.id(), Title: tree.T("S ", g.text(2)), Blocks: g.blocks(depth)}
	if depth > 0 && g.IntN(2) == 0 {
		s.Sections = append(s.Sections, g.section(depth-1))
	}
	return s
}

func (g *generator) blocks(depth int) []tree.Block {
	var blocks []tree.Block
	for range g.IntN(4) {
		blocks = append(blocks, g.block(depth))
	}
	return blocks
}

func (g *generator) block(depth int) tree.Block {
	kinds := 9
	if depth == 0 {
		kinds = 3
	}
	switch g.IntN(kinds) {
	case 0, 1:
		return &tree.Paragraph{Text: g.text(2)}
	case 2:
		return &tree.Verbatim{Text: g.string() + "\n" + g.string()}
	case 3, 4:
		return g.list(depth - 1)
	case 5:
		return g.table()
	case 6:
		d := &tree.Definitions{}
		for range 1 + g.IntN(3) {
			d.Entries = append(d.Entries, tree.Definition{ID: g.id(), Term: tree.T("D ", g.text(1)), About: g.blocks(depth - 1)})
		}
		return d
	case 7:
		return &tree.Quote{Blocks: append(g.blocks(depth-1), &tree.Paragraph{Text: g.text(1)})}
	default:
		return &tree.Figure{SVG: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), File: "data-map.svg", Caption: g.text(1), Alt: g.string()}
	}
}

func (g *generator) list(depth int) *tree.List {
	l := &tree.List{Ordered: g.IntN(2) == 0}
	if l.Ordered {
		l.Start = g.IntN(12)
	}
	for range 1 + g.IntN(3) {
		item := tree.Item{Text: tree.T("I ", g.text(2))}
		if depth > 0 && g.IntN(3) == 0 {
			item.List = g.list(depth - 1)
		}
		if depth > 0 && g.IntN(4) == 0 {
			item.Blocks = g.blocks(depth - 1)
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (g *generator) table() *tree.Table {
	t := &tree.Table{Caption: g.text(1)}
	for range 1 + g.IntN(4) {
		t.Head = append(t.Head, g.text(1))
	}
	for range g.IntN(4) {
		r := tree.Row{ID: g.id()}
		for range t.Head {
			r.Cells = append(r.Cells, tree.Cell{g.text(2)})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (g *generator) text(depth int) tree.Text {
	var t tree.Text
	for range 1 + g.IntN(4) {
		t = append(t, g.inline(depth))
	}
	return t
}

func (g *generator) inline(depth int) tree.Inline {
	kinds := 8
	if depth == 0 {
		kinds = 4
	}
	switch g.IntN(kinds) {
	case 0, 1, 2:
		return tree.Plain(g.string())
	case 3:
		return tree.Code(g.string())
	case 4:
		return tree.Strong{Text: g.text(depth - 1)}
	case 5:
		return tree.Emphasis{Text: g.text(depth - 1)}
	case 6:
		switch g.IntN(6) {
		case 0:
			return tree.Break{}
		case 1:
			return tree.Foreign{Language: "de", Text: g.text(depth - 1)}
		}
		return tree.Stated{Text: g.text(depth - 1)}
	default:
		href := []string{"https://example.com/a_(b)*c*?x=1&copy=2&amp;d#e", "index.html", "other.html#x", "mailto:a@example.com", g.string()}
		return tree.Link{Href: href[g.IntN(len(href))], Text: g.text(depth - 1)}
	}
}
