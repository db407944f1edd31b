package compare

import (
	"strings"

	"github.com/privity/privity/internal/model"
)

// added reports a block that is new.
func (d *differ) added(b *model.Block) {
	verdicts := []verdict(nil)
	if rule := addedRules()[b.Kind()]; rule != nil {
		verdicts = rule(d, b)
	}
	if len(verdicts) == 0 {
		verdicts = []verdict{{class: b.Kind() + "." + added, summary: sentence(the(b), "is new")}}
	}
	for _, v := range verdicts {
		d.report(d.change(v, nil, b, ""))
	}
}

// removed reports a block that is gone.
func (d *differ) removed(b *model.Block) {
	verdicts := []verdict(nil)
	if rule := removedRules()[b.Kind()]; rule != nil {
		verdicts = rule(d, b)
	}
	if len(verdicts) == 0 {
		verdicts = []verdict{{class: b.Kind() + "." + removed, summary: sentence(the(b), "is not there any more")}}
	}
	for _, v := range verdicts {
		d.report(d.change(v, b, nil, ""))
	}
}

// link reports that a block has another address than it had, or stands for
// several, and proposes to announce it.
func (d *differ) link(before, after *model.Block) {
	for _, old := range d.mergedInto[after] {
		d.report(d.change(verdict{class: after.Kind() + "." + merged, summary: sentence(the(old), "is now described together with", the(after))}, old, after, ""))
	}
	if d.splits[after] == before {
		d.report(d.change(verdict{class: after.Kind() + "." + split, summary: sentence(the(after), "is now described apart from", the(d.fate[before]))}, before, after, ""))
		return
	}
	how, isLinked := d.links[after]
	if !isLinked || d.movedWith(before, after) {
		return
	}
	name := after.Label()
	if before.Label() != name {
		name = "“" + before.Label() + "”"
	} else {
		name = before.Address
	}
	if how == alike {
		d.report(d.change(d.takenOver(before, after), before, after, ""))
	} else {
		d.report(d.change(verdict{class: after.Kind() + "." + renamed, summary: sentence(the(after), "is the same as before; it was called", name)}, before, after, ""))
	}
	if how != announced {
		d.propose(before, after, how)
	}
}

// movedWith reports whether a block has another address only because it stands
// in something that has.
func (d *differ) movedWith(before, after *model.Block) bool {
	return before.Name == after.Name && strings.Count(before.Address, ".") > 1 && strings.Count(after.Address, ".") > 1 &&
		suffix(before.Address) == suffix(after.Address) && parentOf(before.Address) != parentOf(after.Address)
}

func suffix(address string) string { return strings.TrimPrefix(address, parentOf(address)) }

// parentOf is an address without the last block that it names: its kind and,
// where there is one, its name.
func parentOf(address string) string {
	i := strings.LastIndexByte(address, '.')
	if i < 0 {
		return ""
	}
	if kindByName()[strings.TrimSuffix(address[i+1:], "]")] != nil {
		return address[:i]
	}
	if j := strings.LastIndexByte(address[:i], '.'); j >= 0 {
		return address[:j]
	}
	return ""
}

// takenOver says that one thing replaced another that is much like it.
func (d *differ) takenOver(before, after *model.Block) verdict {
	return verdict{class: after.Kind() + "." + replaced, summary: sentence(the(after), "takes the place of", the(before))}
}

// inside compares the blocks that stand in a block with those that stood there.
func (d *differ) inside(before, after *model.Block) {
	if len(before.Blocks) == 0 && len(after.Blocks) == 0 {
		return
	}
	p := d.pairInside(before, after)
	for _, b := range after.Blocks {
		if old := p.origin[b]; old != nil {
			d.pair(old, b)
		} else {
			d.added(b)
		}
	}
	for _, b := range before.Blocks {
		if p.fate[b] == nil {
			d.removed(b)
		}
	}
	d.order(before, after, p)
}
