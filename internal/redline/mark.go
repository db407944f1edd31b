package redline

import (
	"strings"

	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
)

// A fate is what becomes of a part of a page.
type fate int

const (
	stays    fate = iota // it is in both versions
	inserted             // it is in the later one only
	deleted              // it is in the earlier one only
)

// A mark takes over a part of a page whole, on a page in a language.
type mark struct {
	fate     fate
	language string
}

func (m *merger) plainly() mark   { return mark{stays, m.language} }
func (m *merger) insertion() mark { return mark{inserted, m.language} }
func (m *merger) deletion() mark  { return mark{deleted, m.language} }

func (k mark) id(id string) string {
	if k.fate == deleted && id != "" {
		return DeletedPrefix + id
	}
	return id
}

// text marks text as a whole.
func (k mark) text(t tree.Text) tree.Text {
	if !tree.HasWords(t) {
		return t
	}
	switch t = unlinked(t, k.fate == deleted); k.fate {
	case inserted:
		return tree.T(tree.Inserted{Text: t})
	case deleted:
		return tree.T(tree.Deleted{Text: t})
	default:
		return t
	}
}

// unlinked returns text without the links that lead to other pages of the site, or
// without any within the site: what is deleted may lead to what is deleted, too.
func unlinked(t tree.Text, all bool) tree.Text {
	out := make(tree.Text, 0, len(t))
	for _, n := range t {
		switch n := n.(type) {
		case tree.Link:
			inner := unlinked(n.Text, all)
			if strings.Contains(n.Href, ":") || strings.HasPrefix(n.Href, "#") && !all {
				out = append(out, tree.Link{Href: n.Href, Text: inner})
				continue
			}
			out = append(out, inner...)
		case tree.Strong:
			out = append(out, tree.Strong{Text: unlinked(n.Text, all)})
		case tree.Emphasis:
			out = append(out, tree.Emphasis{Text: unlinked(n.Text, all)})
		case tree.Stated:
			out = append(out, unlinked(n.Text, all)...)
		case tree.Foreign:
			out = append(out, tree.Foreign{Language: n.Language, Stale: n.Stale, Text: unlinked(n.Text, all)})
		default:
			out = append(out, n)
		}
	}
	return out
}

func (k mark) texts(list []tree.Text) []tree.Text {
	var out []tree.Text
	for _, t := range list {
		out = append(out, k.text(t))
	}
	return out
}

func (k mark) section(s *tree.Section) *tree.Section {
	out := &tree.Section{ID: k.id(s.ID), Title: k.text(s.Title), Blocks: k.blocks(s.Blocks)}
	for _, inner := range s.Sections {
		out.Sections = append(out.Sections, k.section(inner))
	}
	return out
}

func (k mark) blocks(blocks []tree.Block) []tree.Block {
	var out []tree.Block
	for _, b := range spelledOut(k.language, blocks) {
		out = append(out, k.block(b))
	}
	return out
}

func (k mark) block(b tree.Block) tree.Block {
	switch b := b.(type) {
	case *tree.Paragraph:
		return &tree.Paragraph{Text: k.text(b.Text)}
	case *tree.Heading:
		return &tree.Heading{Depth: b.Depth, Text: k.text(b.Text)}
	case *tree.List:
		out := &tree.List{Ordered: b.Ordered, Start: b.Start}
		for _, i := range b.Items {
			out.Items = append(out.Items, k.item(i))
		}
		return out
	case *tree.Table:
		out := &tree.Table{Caption: k.text(b.Caption), Head: k.texts(b.Head)}
		for _, r := range b.Rows {
			out.Rows = append(out.Rows, k.row(r))
		}
		return out
	case *tree.Definitions:
		out := &tree.Definitions{}
		for _, d := range b.Entries {
			out.Entries = append(out.Entries, k.definition(d))
		}
		return out
	case *tree.Quote:
		return &tree.Quote{Blocks: k.blocks(b.Blocks)}
	case *tree.Verbatim:
		return &tree.Paragraph{Text: k.text(tree.T(tree.Code(b.Text)))}
	case *tree.Figure:
		if k.fate == deleted {
			return &tree.Paragraph{Text: k.text(drawing(k.language, b.Alt))}
		}
		return &tree.Figure{SVG: b.SVG, Caption: k.text(b.Caption), Alt: b.Alt}
	}
	return b
}

// drawing stands for a drawing that is gone.
func drawing(language, alt string) tree.Text {
	return speech.In(language).Text("redline.drawing", tree.T(alt))
}

func (k mark) item(i tree.Item) tree.Item {
	return tree.Item{ID: k.id(i.ID), Text: k.text(i.Text), Blocks: k.blocks(below(i))}
}

func (k mark) row(r tree.Row) tree.Row {
	out := tree.Row{ID: k.id(r.ID)}
	for _, c := range r.Cells {
		out.Cells = append(out.Cells, k.texts(c))
	}
	return out
}

func (k mark) definition(d tree.Definition) tree.Definition {
	return tree.Definition{ID: k.id(d.ID), Term: k.text(d.Term), About: k.blocks(d.About)}
}
