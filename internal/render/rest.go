package render

import (
	"sync/atomic"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// Unstated lists the facts of a model that no page states.
func Unstated(m *model.Model, docs []*tree.Document) []model.Fact {
	var facts []model.Fact
	at := map[*model.Block]int{} // where the facts of a block begin
	m.Facts(func(f model.Fact) {
		if _, there := at[f.Block]; !there {
			at[f.Block] = len(facts)
		}
		facts = append(facts, f)
	})
	stated := make([]atomic.Bool, len(facts))
	tree.EachFact(docs, func(f model.Fact) {
		i, known := at[f.Block]
		if !known {
			return
		}
		for facts[i].Attr != f.Attr {
			i++
		}
		if !stated[i].Load() {
			stated[i].Store(true)
		}
	})
	var unstated []model.Fact
	for i, f := range facts {
		if !stated[i].Load() {
			unstated = append(unstated, f)
		}
	}
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
		ID: restID, Title: tree.T(w.speech.words.Say("heading.further")), Blocks: []tree.Block{&tree.Definitions{Entries: entries}},
	})
}

func (w *writer) restTerm(b *model.Block) tree.Text {
	switch of := w.speech.words.Block(b.Kind()); {
	case b.Name != "":
		return english.Capital(w.speech.entry(of, tree.T(b.Name)))
	case b.Parent != nil:
		return english.Capital(w.speech.words.Text("part_of_store", tree.T(of), w.called(b.Parent)))
	default:
		return english.Capital(tree.T(of))
	}
}
