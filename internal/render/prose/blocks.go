package prose

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"

	"github.com/privity/privity/internal/render/tree"
)

// reader turns what goldmark has read into blocks, and notes what it refuses.
type reader struct {
	language string
	source   []byte
	lines    []int
	problems []Problem
	above    []int // the author's levels of the headings that are open
	targets  int   // bytes of all targets
}

func (r *reader) refuse(at int, format string, args ...any) {
	r.problems = append(r.problems, Problem{Offset: at, Line: lineAt(r.lines, at), Message: fmt.Sprintf(format, args...)})
}

// blocks returns the children of a node. Headings are headings at the top only:
// inside a quote or a list they are text.
func (r *reader) blocks(parent ast.Node, top bool) []tree.Block {
	var blocks []tree.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := r.block(n, top); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (r *reader) block(n ast.Node, top bool) tree.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return paragraph(r.text(n))
	case *ast.Heading:
		return r.heading(n, top)
	case *ast.Blockquote:
		return &tree.Quote{Blocks: r.blocks(n, false)}
	case *ast.List:
		return r.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return &tree.Verbatim{Text: r.raw(n)}
	case *ast.ThematicBreak:
		return &tree.Rule{}
	case *ast.HTMLBlock:
		r.refuse(start(n), "HTML is not allowed in this text. Write Markdown, or put a backslash before the \"<\" to print it.")
		return paragraph(tree.T(r.raw(n)))
	case *table.Table:
		return r.table(n)
	}
	return nil // link definitions, which print nothing
}

// paragraph returns nil for text that would print nothing.
func paragraph(t tree.Text) tree.Block {
	if tree.PlainText(t) == "" {
		return nil
	}
	return &tree.Paragraph{Text: t}
}

func (r *reader) heading(n *ast.Heading, top bool) tree.Block {
	t := r.text(n)
	if tree.PlainText(t) == "" {
		return nil
	}
	if !top {
		return &tree.Paragraph{Text: tree.T(tree.Strong{Text: t})}
	}
	for len(r.above) > 0 && r.above[len(r.above)-1] >= n.Level {
		r.above = r.above[:len(r.above)-1]
	}
	r.above = append(r.above, n.Level)
	depth := len(r.above)
	if depth > MaxHeadings {
		r.refuse(start(n), "This heading is the %dth below another, and %d is the most. Write it as a paragraph, or divide the text.", depth, MaxHeadings)
		depth = MaxHeadings
	}
	return &tree.Heading{Depth: depth, Text: t}
}

func (r *reader) list(n *ast.List) tree.Block {
	l := &tree.List{Ordered: n.IsOrdered()}
	if l.Ordered && n.Start != 1 {
		l.Start = n.Start
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		l.Items = append(l.Items, r.item(child))
	}
	return l
}

func (r *reader) item(n ast.Node) tree.Item {
	blocks := r.blocks(n, false)
	var item tree.Item
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*tree.Paragraph); ok {
			item.Text = p.Text
			blocks = blocks[1:]
		}
	}
	if len(blocks) == 1 {
		if l, ok := blocks[0].(*tree.List); ok {
			item.List = l
			return item
		}
	}
	item.Blocks = blocks
	return item
}

func (r *reader) table(n *table.Table) tree.Block {
	t := &tree.Table{}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []tree.Cell
		var texts []tree.Text
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			line := r.text(c)
			texts = append(texts, line)
			cells = append(cells, tree.Cell{line})
		}
		if _, ok := row.(*table.TableHeader); ok {
			t.Head = texts
			continue
		}
		t.Rows = append(t.Rows, tree.Row{Cells: cells})
	}
	return t
}

// raw returns the lines of a block as they were written.
func (r *reader) raw(n ast.Node) string {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		b.Write(segment.Value(r.source))
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		b.Write(h.ClosureLine.Value(r.source))
	}
	return strings.TrimRight(b.String(), "\n")
}

// start returns the offset of a node: of the first text in it, or else of the
// block that it stands in.
func start(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if t := firstText(n); t != nil {
			return t.Segment.Start
		}
		if raw, ok := n.(*ast.RawHTML); ok && raw.Segments.Len() > 0 {
			return raw.Segments.At(0).Start
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

func firstText(n ast.Node) *ast.Text {
	for ; n != nil; n = n.FirstChild() {
		if t, ok := n.(*ast.Text); ok {
			return t
		}
	}
	return nil
}
