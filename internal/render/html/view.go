package html

import (
	"fmt"
	"html/template"

	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
)

// view is a page as the template sees it.
type view struct {
	Title, Language, Site string
	Style, Policy         string
	RTL                   bool
	Words                 Words
	Pages                 []pageLink
	Others                []Alternate
	Contents              []entry
	Intro                 []block
	Sections              []section
	Footer                []block
}

type pageLink struct {
	Href, Title string
	Here        bool
}

// entry is a line of the table of contents.
type entry struct {
	Href   string
	Number string
	Title  string
	Inner  []entry
}

type section struct {
	ID     string
	Level  int
	Number string
	Title  tree.Text
	Blocks []block
	Inner  []section
}

// block is a block of the tree with its kind by name, since a template cannot ask
// for a type.
type block struct {
	Kind   string
	Node   tree.Block
	Level  int     // of a heading
	Blocks []block // inside a quote
	Items  []item  // of a list
	Terms  []term
	Table  *table
	Figure *figure
}

type item struct {
	ID     string
	Text   tree.Text
	Blocks []block
}

type term struct {
	ID     string
	Term   tree.Text
	Blocks []block
}

type table struct {
	Caption tree.Text
	Head    []tree.Text
	Width   int // the number of columns; 8 stands for more
	Rows    []row
}

type row struct {
	ID    string
	First cell
	Rest  []cell
}

type cell struct {
	Label string
	Lines []tree.Text
}

type figure struct {
	SVG     template.HTML
	File    string
	Caption tree.Text
	Alt     string
	Open    string // the link's text
}

// builder makes views, and keeps the first error.
type builder struct {
	numbers map[*tree.Section]string
	words   Words
	ids     map[string]bool // in use on the page
	err     error
}

func (b *builder) sections(sections []*tree.Section, level int) []section {
	var views []section
	for _, s := range sections {
		views = append(views, section{
			ID:     s.ID,
			Level:  min(level, 6),
			Number: b.numbers[s],
			Title:  s.Title,
			Blocks: b.blocks(s.Blocks, level),
			Inner:  b.sections(s.Sections, level+1),
		})
	}
	return views
}

// blocks returns the views of blocks below a heading of the given level.
func (b *builder) blocks(blocks []tree.Block, level int) []block {
	var views []block
	for _, n := range blocks {
		if p, ok := n.(*tree.Prose); ok {
			views = append(views, b.blocks(prose.Blocks(p.Markdown), level)...)
			continue
		}
		views = append(views, b.block(n, level))
	}
	return views
}

func (b *builder) block(n tree.Block, level int) block {
	v := block{Node: n}
	switch n := n.(type) {
	case *tree.Paragraph:
		v.Kind = "paragraph"
	case *tree.List:
		v.Kind = "list"
		v.Items = b.items(n, level)
	case *tree.Table:
		v.Kind = "table"
		v.Table = newTable(n)
	case *tree.Definitions:
		v.Kind = "definitions"
		for _, d := range n.Entries {
			v.Terms = append(v.Terms, term{ID: d.ID, Term: d.Term, Blocks: b.blocks(d.About, level)})
		}
	case *tree.Figure:
		v.Kind = "figure"
		v.Figure = b.figure(n)
	case *tree.Heading:
		v.Kind = "heading"
		v.Level = min(level+n.Depth, 6)
	case *tree.Quote:
		v.Kind = "quote"
		v.Blocks = b.blocks(n.Blocks, level)
	case *tree.Verbatim:
		v.Kind = "verbatim"
	case *tree.Rule:
		v.Kind = "rule"
	}
	return v
}

func (b *builder) items(l *tree.List, level int) []item {
	items := make([]item, len(l.Items))
	for i, n := range l.Items {
		items[i] = item{ID: n.ID, Text: n.Text}
		if n.List != nil {
			items[i].Blocks = append(items[i].Blocks, b.block(n.List, level))
		}
		items[i].Blocks = append(items[i].Blocks, b.blocks(n.Blocks, level)...)
	}
	return items
}

// newTable gives every cell the text of its column's head, which names it where
// the head is out of sight.
func newTable(t *tree.Table) *table {
	v := &table{Caption: t.Caption, Head: t.Head, Width: min(len(t.Head), 8)}
	labels := make([]string, len(t.Head))
	for i, h := range t.Head {
		labels[i] = tree.PlainText(h)
	}
	for _, r := range t.Rows {
		cells := make([]cell, len(t.Head))
		for i := range cells {
			cells[i].Label = labels[i]
			if i < len(r.Cells) {
				cells[i].Lines = capitals(r.Cells[i])
			}
		}
		if len(cells) > 0 {
			v.Rows = append(v.Rows, row{ID: r.ID, First: cells[0], Rest: cells[1:]})
		}
	}
	return v
}

// capitals gives the lines of a cell that become items of a list a capital each.
func capitals(c tree.Cell) []tree.Text {
	if len(c) < 2 {
		return c
	}
	lines := make([]tree.Text, len(c))
	for i, line := range c {
		lines[i] = english.Capital(line)
	}
	return lines
}

func (b *builder) figure(f *tree.Figure) *figure {
	svg, ids, err := drawing(f.SVG)
	for _, id := range ids {
		if err == nil && b.ids[id] {
			err = fmt.Errorf("the identifier %q is one of the page's", id)
		}
		b.ids[id] = true
	}
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("drawing %s: %w", f.File, err)
	}
	file, _ := tree.Target(f.File)
	return &figure{SVG: svg, File: file, Caption: f.Caption, Alt: tree.Clean(f.Alt), Open: b.words.Drawing}
}

// contents lists sections down to the given depth.
func contents(sections []section, depth int) []entry {
	if depth == 0 {
		return nil
	}
	var entries []entry
	for _, s := range sections {
		entries = append(entries, entry{
			Href:   "#" + s.ID,
			Number: s.Number,
			Title:  tree.PlainText(s.Title),
			Inner:  contents(s.Inner, depth-1),
		})
	}
	return entries
}

func count(entries []entry) int {
	n := len(entries)
	for _, e := range entries {
		n += count(e.Inner)
	}
	return n
}
