package compare

import (
	"slices"
	"strconv"

	"github.com/privity/privity/internal/model"
)

// A nesting says which of the blocks inside a block is which of those that were
// there before.
type nesting struct {
	origin, fate map[*model.Block]*model.Block
}

// pairInside pairs by name; then, of those that are left, what says the same
// under another name.
func (d *differ) pairInside(before, after *model.Block) nesting {
	n := nesting{make(map[*model.Block]*model.Block, len(after.Blocks)), make(map[*model.Block]*model.Block, len(before.Blocks))}
	if len(d.now) == 0 && slices.EqualFunc(before.Blocks, after.Blocks, areNamesakes) {
		for i, b := range after.Blocks {
			n.origin[b], n.fate[before.Blocks[i]] = before.Blocks[i], b
		}
		return n
	}
	join := func(old, b *model.Block) {
		n.origin[b], n.fate[old] = old, b
		if d.translate(old.Address) != b.Address {
			d.now[old.Address] = b.Address
			d.links[b] = identified
		}
	}
	for _, b := range after.Blocks { // those that a moved block speaks of
		if old := d.origin[b]; old != nil && old.Parent == before {
			n.origin[b], n.fate[old] = old, b
		}
	}
	there := byKey(before.Blocks, func(b *model.Block) string { return b.Kind() + " " + b.Name })
	for key, b := range byKey(after.Blocks, func(b *model.Block) string { return b.Kind() + " " + b.Name }) {
		if old := there[key]; old != nil && n.origin[b] == nil && n.fate[old] == nil {
			n.origin[b], n.fate[old] = old, b
		}
	}
	rest := byKey(keep(before.Blocks, func(b *model.Block) bool { return n.fate[b] == nil }), func(b *model.Block) string { return d.saying(b, true) })
	for _, b := range keep(after.Blocks, func(b *model.Block) bool { return n.origin[b] == nil }) {
		if old := rest[d.saying(b, false)+" 0"]; old != nil && n.fate[old] == nil && len(b.Attrs) > 0 {
			join(old, b)
		}
	}
	return n
}

// areNamesakes reports whether two blocks are of one kind and name.
func areNamesakes(x, y *model.Block) bool { return x.Schema == y.Schema && x.Name == y.Name }

func (d *differ) saying(b *model.Block, isOld bool) string {
	return b.Kind() + "\x00" + d.content(b, isOld)
}

// byKey indexes blocks by a key. Those that share one are told apart by their
// order.
func byKey(blocks []*model.Block, key func(*model.Block) string) map[string]*model.Block {
	index := make(map[string]*model.Block, len(blocks))
	seen := map[string]int{}
	for _, b := range blocks {
		k := key(b)
		index[k+" "+strconv.Itoa(seen[k])] = b
		seen[k]++
	}
	return index
}

// order reports that the blocks inside a block stand in another order: steps are
// taken one after the other, and sections are read so.
func (d *differ) order(before, after *model.Block, n nesting) {
	for _, kind := range after.Schema.Blocks {
		was := keep(before.Blocks, func(b *model.Block) bool { return b.Schema == kind && n.fate[b] != nil })
		is := keep(after.Blocks, func(b *model.Block) bool { return b.Schema == kind && n.origin[b] != nil })
		for i, b := range is {
			if n.fate[was[i]] != b {
				d.report(d.change(inOtherOrder(after, b), before, after, ""))
				break
			}
		}
	}
}

func keep(blocks []*model.Block, wanted func(*model.Block) bool) []*model.Block {
	var kept []*model.Block
	for _, b := range blocks {
		if wanted(b) {
			kept = append(kept, b)
		}
	}
	return kept
}

// inOtherOrder is editorial but for steps, whose order is what is done.
func inOtherOrder(b, inner *model.Block) verdict {
	v := verdict{class: "document.structure", extent: Extent{Reordered: inner.Kind()}, summary: sentence("the", inner.Schema.Plural, "of", the(b), "stand in another order")}
	if inner.Kind() == "step" {
		v.class, v.materiality = b.Kind()+"."+changed, Minor
		v.summary = sentence("the steps of", the(b), "are taken in another order")
	}
	return v
}
