package compare

import (
	"cmp"
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// What is new counts as standing in for what is gone when they share at least
// half of what either says, and at least so many statements.
const leastShared = 2

// common is how many blocks may make a statement before it stops telling them
// apart. It keeps the search for the likest linear.
const common = 32

// byLikeness pairs what is gone with what is new and says much the same. A
// company that takes over from another does that too, so such a pair is no more
// than a proposal.
func (m *matching) byLikeness() {
	gone, come := m.unmatched()
	for _, kind := range schema.Blocks {
		if kind.Labels == schema.OneLabel && kind.Spans == "" && !definitions[kind.Name] {
			m.liken(gone[kind.Name], come[kind.Name])
		}
	}
}

// A candidate is a pair that might be one thing.
type candidate struct {
	gone, come   int
	shared, size int // statements that both make, and that either makes
}

// liken pairs the likest first. Of pairs that are equally alike, the order of
// addresses decides.
func (m *matching) liken(gone, come []*model.Block) {
	if len(gone) == 0 || len(come) == 0 {
		return
	}
	candidates := m.candidates(gone, come)
	slices.SortStableFunc(candidates, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.shared*x.size, x.shared*y.size), cmp.Compare(x.come, y.come), cmp.Compare(x.gone, y.gone))
	})
	for _, c := range candidates {
		if m.fate[gone[c.gone]] == nil && m.origin[come[c.come]] == nil {
			m.join(gone[c.gone], come[c.come], alike)
		}
	}
}

func (m *matching) candidates(gone, come []*model.Block) []candidate {
	makers := map[string][]int{} // who of those that are gone made a statement
	sizes := make([]int, len(gone))
	for i, b := range gone {
		said := m.statements(b, m.keyBefore)
		sizes[i] = len(said)
		for s := range said {
			makers[s] = append(makers[s], i)
		}
	}
	var found []candidate
	for j, b := range come {
		said := m.statements(b, m.keyAfter)
		shared := map[int]int{}
		for s := range said {
			if len(makers[s]) > common {
				continue
			}
			for _, i := range makers[s] {
				shared[i]++
			}
		}
		for i, n := range shared {
			either := sizes[i] + len(said) - n
			if n >= leastShared && 2*n >= either && m.playOnePart(gone[i], b) {
				found = append(found, candidate{i, j, n, either})
			}
		}
	}
	slices.SortFunc(found, func(x, y candidate) int { return cmp.Or(cmp.Compare(x.come, y.come), cmp.Compare(x.gone, y.gone)) })
	return found
}

// playOnePart reports whether one block can stand in for another. Of companies
// that receive data, that takes a purpose that both serve.
func (m *matching) playOnePart(gone, come *model.Block) bool {
	if gone.Kind() != "subprocessor" {
		return true
	}
	was, is := factsOf(m.keyBefore, gone).purposes, factsOf(m.keyAfter, come).purposes
	for p := range was {
		if is[p] {
			return true
		}
	}
	return false
}

// naming are the attributes that tell one thing from another. They say nothing
// about whether two play the same part.
var naming = map[string]bool{
	"label": true, "legal_name": true, "vendor": true, "website": true, "agreement": true, "abbreviation": true,
	"former_names": true, "since": true, "note": true,
}

// statements are what a block says, each once: an attribute and one of its
// values, here or inside.
func (m *matching) statements(b *model.Block, key func(model.Value) string) map[string]bool {
	said := map[string]bool{}
	var collect func(b *model.Block)
	collect = func(b *model.Block) {
		for i := range b.Attrs {
			a := &b.Attrs[i]
			if naming[a.Schema.Name] {
				continue
			}
			for _, v := range elements(a) {
				said[b.Kind()+"."+a.Schema.Name+"\x00"+key(v)] = true
			}
		}
		for _, n := range b.Blocks {
			collect(n)
		}
	}
	collect(b)
	return said
}
