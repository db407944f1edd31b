package render

import (
	"strings"
	"sync/atomic"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
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
		about.add(humanised(f.Attr.Schema.Name), tree.Says(generic(f.Attr.Schema.Type, f.Attr.Value), f))
		if i+1 == len(rest) || rest[i+1].Block != f.Block {
			entries = append(entries, tree.Definition{Term: restTerm(f.Block), About: about.blocks()})
			about = nil
		}
	}
	index := docs[0]
	index.Sections = append(index.Sections, &tree.Section{
		ID: restID, Title: tree.T("Further details"), Blocks: []tree.Block{&tree.Definitions{Entries: entries}},
	})
}

func restTerm(b *model.Block) tree.Text {
	of := b.Schema.Title
	if b.Name != "" {
		return english.Capital(tree.T(of + " “" + b.Label() + "”"))
	}
	if b.Parent != nil {
		return english.Capital(tree.T(of + " of “" + b.Parent.Label() + "”"))
	}
	return english.Capital(tree.T(of))
}

// humanised is the name of an attribute as a reader may see it.
func humanised(attr string) string {
	return english.CapitalWord(strings.ReplaceAll(attr, "_", " "))
}

// generic is a value in words, by its type alone.
func generic(t schema.Type, v model.Value) tree.Text {
	switch v := v.(type) {
	case model.List:
		items := make([]tree.Text, len(v))
		for i, e := range v {
			items[i] = generic(t.Elem(), e)
		}
		return english.And(items...)
	case *model.Ref:
		if v.Target != nil {
			return tree.T(v.Target.Label())
		}
		return tree.T(tree.Code(v.Address))
	case model.Bool:
		if v {
			return tree.T("yes")
		}
		return tree.T("no")
	case model.Duration:
		return tree.T(english.Duration(v.Duration))
	case model.Frequency:
		return tree.T(english.Frequency(v.Frequency))
	case model.Date:
		return tree.T(english.Date(v.Date))
	}
	return genericText(t, v.String())
}

func genericText(t schema.Type, s string) tree.Text {
	switch t.Kind {
	case schema.OneOf:
		return tree.T(english.Word(t.Enum.Name, s))
	case schema.Country:
		return tree.T(countryName(s))
	case schema.Address:
		return tree.T(tree.Code(s))
	}
	return tree.T(s)
}
