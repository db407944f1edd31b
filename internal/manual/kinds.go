package manual

import (
	"slices"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// allKinds lists every kind of block in the order of the manual, each at the
// top level followed by those that stand only inside others.
var allKinds = sync.OnceValue(func() []*schema.Block {
	var list []*schema.Block
	var add func(b *schema.Block)
	add = func(b *schema.Block) {
		if slices.Contains(list, b) {
			return
		}
		list = append(list, b)
		for _, n := range b.Blocks {
			if !n.Top {
				add(n)
			}
		}
	}
	for _, b := range schema.Blocks {
		add(b)
	}
	return list
})

// kinds holds every kind of block by its keyword, which no two kinds share.
var kinds = sync.OnceValue(func() map[string]*schema.Block {
	m := map[string]*schema.Block{}
	for _, b := range allKinds() {
		m[b.Name] = b
	}
	return m
})

// holders lists the kinds inside which b may stand.
func holders(b *schema.Block) []*schema.Block {
	var list []*schema.Block
	for _, h := range allKinds() {
		if h.Block(b.Name) == b {
			list = append(list, h)
		}
	}
	return list
}

// pathTo returns the way to a kind of block from the top level, by the first of
// its holders where there are several.
func pathTo(b *schema.Block) string {
	if b.Top {
		return b.Name
	}
	return pathTo(holders(b)[0]) + "." + b.Name
}

// A use is an attribute where it is declared.
type use struct {
	block *schema.Block
	attr  *schema.Attr
}

func (u use) path() string { return pathTo(u.block) + "." + u.attr.Name }

// usesOf lists the declarations of attributes with a name.
func usesOf(name string) []use {
	var uses []use
	for _, b := range allKinds() {
		if a := b.Attr(name); a != nil {
			uses = append(uses, use{b, a})
		}
	}
	return uses
}

// alike lists the declarations that say the same of an attribute as this one,
// itself included.
func alike(a *schema.Attr) []use {
	return slices.DeleteFunc(usesOf(a.Name), func(u use) bool {
		return u.attr.Doc != a.Doc || u.attr.Type.String() != a.Type.String()
	})
}

// allEnums lists the sets of words in the order in which attributes take them.
var allEnums = sync.OnceValue(func() []*schema.Enum {
	var list []*schema.Enum
	for _, b := range allKinds() {
		for _, a := range b.Attrs {
			if e := a.Type.Enum; e != nil && !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	return list
})

var enums = sync.OnceValue(func() map[string]*schema.Enum {
	m := map[string]*schema.Enum{}
	for _, e := range allEnums() {
		m[e.Name] = e
	}
	return m
})

// takers lists the attributes that take words of a set.
func takers(e *schema.Enum) []use {
	var uses []use
	for _, b := range allKinds() {
		for _, a := range b.Attrs {
			if a.Type.Enum == e {
				uses = append(uses, use{b, a})
			}
		}
	}
	return uses
}
