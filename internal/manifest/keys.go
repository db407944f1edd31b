package manifest

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// A member is something that the object of a block may hold.
type member struct {
	key  string
	attr *schema.Attr  // an attribute, or nil
	kind *schema.Block // the blocks of a kind inside it, or nil; neither: the address or the name
}

// The keys that every object of a block has besides its attributes.
const (
	addressKey = "address"
	nameKey    = "name"
)

// attrKey returns the key of an attribute in the object of its block.
func attrKey(b *schema.Block, a *schema.Attr) string {
	if a.Name == addressKey || a.Name == nameKey {
		return b.Name + "_" + a.Name
	}
	return a.Name
}

// members lists what the object of a block may hold, in the order of the manual.
func members(b *schema.Block) []member {
	list := []member{{key: addressKey}}
	if b.Labels != schema.NoLabel {
		list = append(list, member{key: nameKey})
	}
	for _, a := range b.Attrs {
		list = append(list, member{key: attrKey(b, a), attr: a})
	}
	for _, n := range inside(b) {
		list = append(list, member{key: n.Name, kind: n})
	}
	return list
}

// inside lists the kinds of block that stand inside b in a model: those that it
// may hold in the source, but for those that are lifted beside it.
func inside(b *schema.Block) []*schema.Block {
	var kinds []*schema.Block
	for _, n := range b.Blocks {
		if n.Spans == "" {
			kinds = append(kinds, n)
		}
	}
	return kinds
}

// described lists the kinds of top-level block that reach a manifest, in the
// order of the manual.
var described = sync.OnceValue(func() []*schema.Block {
	return slices.DeleteFunc(slices.Clone(schema.Blocks), func(b *schema.Block) bool { return !b.Describes() })
})

// sortedKinds lists the same in the order of a manifest.
var sortedKinds = sync.OnceValue(func() []*schema.Block {
	kinds := slices.Clone(described())
	slices.SortFunc(kinds, func(a, b *schema.Block) int { return strings.Compare(a.Name, b.Name) })
	return kinds
})

// sortedMembers holds the members of every kind of block in canonical order.
// All keys are ASCII, for which RFC 8785's order of UTF-16 code units is that
// of the bytes.
var sortedMembers = sync.OnceValue(func() map[*schema.Block][]member {
	sorted := map[*schema.Block][]member{}
	var add func(b *schema.Block)
	add = func(b *schema.Block) {
		if sorted[b] != nil {
			return
		}
		list := members(b)
		slices.SortFunc(list, func(x, y member) int { return strings.Compare(x.key, y.key) })
		sorted[b] = list
		for _, n := range inside(b) {
			add(n)
		}
	}
	for _, b := range described() {
		add(b)
	}
	return sorted
})
