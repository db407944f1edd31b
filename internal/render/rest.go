package render

import (
	"sync/atomic"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// Unstated lists the facts of a model that no page states, and should.
func Unstated(m *model.Model, docs []*tree.Document) []model.Fact {
	first := make([]int, m.Size()) // by the block's ordinal, the number of its first fact
	n := 0
	m.Facts(func(f model.Fact) {
		if f.Attr == &f.Block.Attrs[0] {
			first[f.Block.Ordinal()] = n
		}
		n++
	})
	stated := make([]atomic.Bool, n)
	tree.EachFact(docs, func(f model.Fact) {
		i := first[f.Block.Ordinal()]
		for k := range f.Block.Attrs {
			if f.Attr == &f.Block.Attrs[k] && !stated[i+k].Load() {
				stated[i+k].Store(true)
			}
		}
	})
	var unstated []model.Fact
	n = 0
	m.Facts(func(f model.Fact) {
		if !f.Attr.Schema.Tacit && !stated[n].Load() {
			unstated = append(unstated, f)
		}
		n++
	})
	return unstated
}

const restID = "further-details"

// addRest prints what no part of a page has stated at the end of the policy's
// page: block by block, each attribute with its value.
func (w *writer) addRest(docs []*tree.Document) {
	rest := Unstated(w.model, docs)
	if len(rest) == 0 {
		return
	}
	var entries []tree.Definition
	var about lines
	for i, f := range rest {
		about = append(about, tree.Item{Text: w.labelled(f.Block, f.Attr.Schema.Name)})
		if i+1 == len(rest) || rest[i+1].Block != f.Block {
			entries = append(entries, tree.Definition{Term: w.restTerm(f.Block), About: about.blocks()})
			about = nil
		}
	}
	index := docs[0]
	index.Sections = append(index.Sections, &tree.Section{
		ID: restID, Title: tree.T(w.speech.Say("heading.further")), Blocks: []tree.Block{&tree.Definitions{Entries: entries}},
	})
}

func (w *writer) restTerm(b *model.Block) tree.Text {
	switch of := w.speech.Block(b.Kind()); {
	case b.Name != "":
		return english.Capital(w.speech.Entry(of, tree.T(b.Name)))
	case b.Parent != nil:
		return english.Capital(w.speech.Text("part_of_store", tree.T(of), w.called(b.Parent)))
	default:
		return english.Capital(tree.T(of))
	}
}
