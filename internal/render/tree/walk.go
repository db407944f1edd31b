package tree

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
)

// Walk calls visit for every inline piece of a document, those inside others
// after them, in reading order. What prose holds is not visited.
func Walk(doc *Document, visit func(Inline)) {
	w := walker{inline: visit}
	w.document(doc)
}

// Blocks calls visit for every block of a document, those inside others after
// them, in reading order.
func Blocks(doc *Document, visit func(Block)) {
	w := walker{block: visit}
	w.document(doc)
}

// Facts lists the facts that a document states, each once, in the order in
// which a reader first meets them.
func Facts(doc *Document) []model.Fact {
	var facts []model.Fact
	seen := map[model.Fact]bool{}
	add := func(f model.Fact) {
		if f.IsSet() && !seen[f] {
			seen[f] = true
			facts = append(facts, f)
		}
	}
	w := walker{inline: eachStated(add), block: eachProse(add)}
	w.document(doc)
	return facts
}

// EachFact calls visit for the facts that documents state, for some of them often,
// in no order, and from several goroutines at once.
func EachFact(docs []*Document, visit func(model.Fact)) {
	add := func(f model.Fact) {
		if f.IsSet() {
			visit(f)
		}
	}
	w := walker{inline: eachStated(add), block: eachProse(add), apart: true}
	w.documents(docs)
}

func eachStated(visit func(model.Fact)) func(Inline) {
	return func(n Inline) {
		if s, ok := n.(Stated); ok {
			for _, f := range s.Facts {
				visit(f)
			}
		}
	}
}

func eachProse(visit func(model.Fact)) func(Block) {
	return func(b Block) {
		if p, ok := b.(*Prose); ok {
			visit(p.Fact)
		}
	}
}

// Fragments lists the fragment identifiers of a document, in reading order.
func Fragments(doc *Document) []string {
	var ids []string
	w := walker{id: func(id *string) { ids = append(ids, *id) }}
	w.document(doc)
	return ids
}

// Identify makes the fragment identifiers of a document unique. Of places with the
// same one, the first keeps it; a section after it is given another, and whatever
// else comes after it has none.
func Identify(doc *Document) {
	taken := map[string]bool{}
	w := walker{
		section: func(s *Section) {
			for taken[s.ID] {
				s.ID += "-more"
			}
		},
		id: func(id *string) {
			if taken[*id] {
				*id = ""
				return
			}
			taken[*id] = true
		},
	}
	w.document(doc)
}

// FragmentsIn lists the fragment identifiers of blocks and of those inside them.
func FragmentsIn(blocks []Block) []string {
	var ids []string
	w := walker{id: func(id *string) { ids = append(ids, *id) }}
	w.blocks(blocks)
	return ids
}

// walker visits a document in reading order. Functions that are nil are not called.
type walker struct {
	section func(*Section)
	block   func(Block)
	inline  func(Inline)
	plain   func(Plain) Plain // what takes the place of plain words
	foreign func(Foreign)     // text in another language, which plain then does not see
	id      func(*string)
	apart   bool // what stands in a list or a table is visited side by side too
}

// documents visits sections side by side, in no order: the functions have to bear
// that.
func (w *walker) documents(docs []*Document) {
	var parts []func()
	for _, doc := range docs {
		parts = append(parts, func() { w.blocks(doc.Intro) }, func() { w.blocks(doc.Footer) })
		for i := range doc.Sections {
			parts = append(parts, func() { w.sections(doc.Sections[i : i+1]) })
		}
	}
	parallel.For(len(parts), func(i int) { parts[i]() })
}

// each visits n things of a list or a table.
func (w *walker) each(n int, visit func(i int)) {
	if w.apart {
		parallel.ForMany(n, visit)
		return
	}
	for i := range n {
		visit(i)
	}
}

func (w *walker) document(doc *Document) {
	w.blocks(doc.Intro)
	w.sections(doc.Sections)
	w.blocks(doc.Footer)
}

func (w *walker) sections(sections []*Section) {
	for _, s := range sections {
		if w.section != nil {
			w.section(s)
		}
		w.fragment(&s.ID)
		w.text(s.Title)
		w.blocks(s.Blocks)
		w.sections(s.Sections)
	}
}

func (w *walker) blocks(blocks []Block) {
	for _, b := range blocks {
		if w.block != nil {
			w.block(b)
		}
		switch b := b.(type) {
		case *Paragraph:
			w.text(b.Text)
		case *List:
			w.list(b)
		case *Table:
			w.table(b)
		case *Definitions:
			w.each(len(b.Entries), func(i int) {
				d := &b.Entries[i]
				w.fragment(&d.ID)
				w.text(d.Term)
				w.blocks(d.About)
			})
		case *Figure:
			w.text(b.Caption)
		case *Heading:
			w.text(b.Text)
		case *Quote:
			w.blocks(b.Blocks)
		}
	}
}

func (w *walker) list(l *List) {
	w.each(len(l.Items), func(i int) {
		item := &l.Items[i]
		w.fragment(&item.ID)
		w.text(item.Text)
		if item.List != nil {
			w.blocks([]Block{item.List})
		}
		w.blocks(item.Blocks)
	})
}

func (w *walker) table(t *Table) {
	w.text(t.Caption)
	for _, h := range t.Head {
		w.text(h)
	}
	w.each(len(t.Rows), func(i int) {
		r := &t.Rows[i]
		w.fragment(&r.ID)
		for _, cell := range r.Cells {
			for _, line := range cell {
				w.text(line)
			}
		}
	})
}

func (w *walker) text(t Text) {
	if w.inline == nil && w.plain == nil {
		return
	}
	for i, n := range t {
		if w.inline != nil {
			w.inline(n)
		}
		p, ok := n.(Plain)
		if !ok {
			if f, ok := n.(Foreign); ok && w.foreign != nil {
				w.foreign(f)
			} else {
				w.text(inside(n))
			}
			continue
		}
		if w.plain == nil {
			continue
		}
		if changed := w.plain(p); changed != p {
			t[i] = changed
		}
	}
}

func (w *walker) fragment(id *string) {
	if w.id != nil && *id != "" {
		w.id(id)
	}
}
