// Package redline shows how one page came out of another: what was inserted and
// what was deleted, word by word, in the page as it stands now.
//
// Pages are compared as trees, not as text. A section, a row, an item or a term
// that has an identifier is the same one wherever it stands, so that a list in
// another order shows no differences but those within its entries; whoever renames
// a thing says so in [Names]. Whatever has no identifier is compared by its words.
//
// The result is a document like any other, in which some text is tree.Inserted or
// tree.Deleted. Identifiers of what was deleted begin with [DeletedPrefix].
package redline

import (
	"strings"

	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
)

// DeletedPrefix stands before the identifiers of what is no longer there.
const DeletedPrefix = "was-"

// Names say under which identifier a thing is now found, by the one it had.
type Names map[string]string

// Merge returns the document after, in which everything is marked that before does
// not have, and into which everything is put that only before has. Links to other
// pages become text, since the document is to be read on its own.
func Merge(before, after *tree.Document, renamed Names) *tree.Document {
	m := &merger{renamed: renamed, page: after.Name, language: after.Language}
	doc := &tree.Document{Name: after.Name, Title: after.Title, Heading: after.Heading, Language: after.Language}
	doc.Intro = m.blocks(before.Intro, after.Intro)
	doc.Sections = m.sections(before.Sections, after.Sections)
	tree.Identify(doc)
	return doc
}

// Changed reports whether anything in a document is inserted or deleted.
func Changed(doc *tree.Document) bool {
	changed := false
	tree.Walk(doc, func(n tree.Inline) {
		switch n.(type) {
		case tree.Inserted, tree.Deleted:
			changed = true
		}
	})
	return changed
}

// A merger puts two versions of a page together.
type merger struct {
	renamed  Names
	page     string
	language string // of the pages
}

// now returns the identifier under which what had the given one is found.
func (m *merger) now(id string) string {
	if name, ok := m.renamed[id]; ok {
		return name
	}
	return id
}

// merged puts two versions of a list together. What is in one of them only is taken
// over whole, and what is in both is merged.
func merged[T any](m *merger, before, after []T, of side[T], take func(mark, T) T, merge func(before, after T) []T) []T {
	var all []T
	for _, p := range match(before, after, of, m.now) {
		switch {
		case p.before < 0:
			all = append(all, take(m.insertion(), after[p.after]))
		case p.after < 0:
			all = append(all, take(m.deletion(), before[p.before]))
		default:
			all = append(all, merge(before[p.before], after[p.after])...)
		}
	}
	return all
}

// unnamed is the identifier of what has none.
func unnamed[T any](T) string { return "" }

func (m *merger) sections(before, after []*tree.Section) []*tree.Section {
	name := func(s *tree.Section) string { return s.ID }
	words := func(s *tree.Section) string { return tree.PlainText(s.Title) }
	return merged(m, before, after, side[*tree.Section]{name, words}, mark.section, func(b, a *tree.Section) []*tree.Section {
		return []*tree.Section{{
			ID: a.ID, Title: m.text(b.Title, a.Title),
			Blocks: m.blocks(b.Blocks, a.Blocks), Sections: m.sections(b.Sections, a.Sections),
		}}
	})
}

// blocks merges what stands under a heading. Prose is read first, so that its
// paragraphs are compared like others.
func (m *merger) blocks(before, after []tree.Block) []tree.Block {
	before, after = spelledOut(m.language, before), spelledOut(m.language, after)
	return merged(m, before, after, side[tree.Block]{unnamed[tree.Block], wordsOfBlock}, mark.block, m.block)
}

// spelledOut returns blocks with the author's prose as what it consists of. Prose in
// another language than the page is marked as that, text by text, since it may end up in
// one paragraph with its translation.
func spelledOut(page string, blocks []tree.Block) []tree.Block {
	var out []tree.Block
	for _, b := range blocks {
		p, ok := b.(*tree.Prose)
		switch {
		case !ok:
			out = append(out, b)
		case p.Language == "":
			out = append(out, prose.Blocks(p.Markdown)...)
		case p.Language == page:
			out = append(out, prose.BlocksIn(p.Language, p.Markdown)...)
		default:
			out = append(out, foreign(p.Language, prose.BlocksIn(p.Language, p.Markdown))...)
		}
	}
	return out
}

// foreign marks the texts of blocks of prose, which it may change, as being in a
// language.
func foreign(language string, blocks []tree.Block) []tree.Block {
	in := func(t *tree.Text) {
		if tree.HasWords(*t) {
			*t = tree.T(tree.Foreign{Language: language, Text: *t})
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *tree.Paragraph:
			in(&b.Text)
		case *tree.Heading:
			in(&b.Text)
		case *tree.Quote:
			foreign(language, b.Blocks)
		case *tree.List:
			for i := range b.Items {
				in(&b.Items[i].Text)
				foreign(language, below(b.Items[i]))
			}
		case *tree.Table:
			in(&b.Caption)
			for i := range b.Head {
				in(&b.Head[i])
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					for i := range cell {
						in(&cell[i])
					}
				}
			}
		}
	}
	return blocks
}

// block merges two blocks of one kind; those of different kinds stand one after the
// other.
func (m *merger) block(before, after tree.Block) []tree.Block {
	switch a := after.(type) {
	case *tree.Paragraph:
		if b, ok := before.(*tree.Paragraph); ok {
			return []tree.Block{&tree.Paragraph{Text: m.text(b.Text, a.Text)}}
		}
	case *tree.Heading:
		if b, ok := before.(*tree.Heading); ok {
			return []tree.Block{&tree.Heading{Depth: a.Depth, Text: m.text(b.Text, a.Text)}}
		}
	case *tree.List:
		if b, ok := before.(*tree.List); ok {
			return []tree.Block{m.list(b, a)}
		}
	case *tree.Table:
		if b, ok := before.(*tree.Table); ok && len(b.Head) == len(a.Head) {
			return []tree.Block{m.table(b, a)}
		}
	case *tree.Definitions:
		if b, ok := before.(*tree.Definitions); ok {
			return []tree.Block{m.definitions(b, a)}
		}
	case *tree.Quote:
		if b, ok := before.(*tree.Quote); ok {
			return []tree.Block{&tree.Quote{Blocks: m.blocks(b.Blocks, a.Blocks)}}
		}
	case *tree.Figure: // a drawing has no words to mark; the newer one stands for both
		if b, ok := before.(*tree.Figure); ok {
			return []tree.Block{&tree.Figure{SVG: a.SVG, Caption: m.text(b.Caption, a.Caption), Alt: a.Alt}}
		}
	}
	if wordsOfBlock(before) == wordsOfBlock(after) {
		return []tree.Block{m.plainly().block(after)}
	}
	return []tree.Block{m.deletion().block(before), m.insertion().block(after)}
}

func (m *merger) list(before, after *tree.List) *tree.List {
	name := func(i tree.Item) string { return i.ID }
	items := merged(m, before.Items, after.Items, side[tree.Item]{name, wordsOfItem}, mark.item, func(b, a tree.Item) []tree.Item {
		return []tree.Item{{ID: a.ID, Text: m.text(b.Text, a.Text), Blocks: m.blocks(below(b), below(a))}}
	})
	return &tree.List{Ordered: after.Ordered, Start: after.Start, Items: items}
}

// below lists what stands below the text of an item.
func below(i tree.Item) []tree.Block {
	if i.List == nil {
		return i.Blocks
	}
	return append([]tree.Block{i.List}, i.Blocks...)
}

func (m *merger) table(before, after *tree.Table) *tree.Table {
	t := &tree.Table{Caption: m.text(before.Caption, after.Caption)}
	for i := range after.Head {
		t.Head = append(t.Head, m.text(before.Head[i], after.Head[i]))
	}
	name := func(r tree.Row) string { return r.ID }
	t.Rows = merged(m, before.Rows, after.Rows, side[tree.Row]{name, wordsOfRow}, mark.row, m.row)
	return t
}

func (m *merger) row(before, after tree.Row) []tree.Row {
	row := tree.Row{ID: after.ID}
	for i, cell := range after.Cells {
		var was tree.Cell
		if i < len(before.Cells) {
			was = before.Cells[i]
		}
		row.Cells = append(row.Cells, m.cell(was, cell))
	}
	return []tree.Row{row}
}

func (m *merger) cell(before, after tree.Cell) tree.Cell {
	line := func(b, a tree.Text) []tree.Text { return []tree.Text{m.text(b, a)} }
	if len(before) == 1 && len(after) == 1 {
		return line(before[0], after[0])
	}
	return merged(m, before, after, side[tree.Text]{unnamed[tree.Text], tree.PlainText}, mark.text, line)
}

func (m *merger) definitions(before, after *tree.Definitions) *tree.Definitions {
	name := func(d tree.Definition) string { return d.ID }
	words := func(d tree.Definition) string { return tree.PlainText(d.Term) }
	entries := merged(m, before.Entries, after.Entries, side[tree.Definition]{name, words}, mark.definition, func(b, a tree.Definition) []tree.Definition {
		return []tree.Definition{{ID: a.ID, Term: m.text(b.Term, a.Term), About: m.blocks(b.About, a.About)}}
	})
	return &tree.Definitions{Entries: entries}
}

// wordsOfBlock returns the kind of a block and its words, by which two of them are
// compared.
func wordsOfBlock(b tree.Block) string {
	var words strings.Builder
	switch b := b.(type) {
	case *tree.Paragraph:
		words.WriteString(tree.PlainText(b.Text))
	case *tree.Heading:
		words.WriteString("\x00heading " + tree.PlainText(b.Text))
	case *tree.List:
		words.WriteString("\x00list ")
		for _, i := range b.Items {
			words.WriteString(wordsOfItem(i) + "\n")
		}
	case *tree.Table:
		words.WriteString("\x00table " + tree.PlainText(b.Caption))
		for _, h := range b.Head {
			words.WriteString("\x00" + tree.PlainText(h))
		}
		for _, r := range b.Rows {
			words.WriteString(wordsOfRow(r) + "\n")
		}
	case *tree.Definitions:
		words.WriteString("\x00definitions ")
		for _, d := range b.Entries {
			words.WriteString(tree.PlainText(d.Term) + "\n" + wordsOfBlocks(d.About))
		}
	case *tree.Quote:
		words.WriteString("\x00quote " + wordsOfBlocks(b.Blocks))
	case *tree.Verbatim:
		words.WriteString("\x00verbatim " + b.Text)
	case *tree.Figure:
		words.WriteString("\x00figure " + b.Alt)
	case *tree.Rule:
		words.WriteString("\x00rule")
	}
	return words.String()
}

func wordsOfBlocks(blocks []tree.Block) string {
	var words strings.Builder
	for _, b := range blocks {
		words.WriteString(wordsOfBlock(b) + "\n")
	}
	return words.String()
}

func wordsOfItem(i tree.Item) string { return tree.PlainText(i.Text) + wordsOfBlocks(below(i)) }

func wordsOfRow(r tree.Row) string {
	var words strings.Builder
	for _, c := range r.Cells {
		for _, line := range c {
			words.WriteString(tree.PlainText(line) + "\n")
		}
		words.WriteByte(0)
	}
	return words.String()
}
