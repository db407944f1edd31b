package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
)

// added reports a block that is new.
func (d *differ) added(b *model.Block) {
	usual := verdict{class: b.Kind() + "." + added, summary: sentence(the(b), "is new")}
	for _, v := range d.whole(b, addedRules(), usual) {
		d.report(d.change(v, nil, b, ""))
	}
}

// removed reports a block that is gone.
func (d *differ) removed(b *model.Block) {
	usual := verdict{class: b.Kind() + "." + removed, summary: sentence(the(b), "is not there any more")}
	for _, v := range d.whole(b, removedRules(), usual) {
		d.report(d.change(v, b, nil, ""))
	}
}

// whole asks the rule for a kind of block, if there is one.
func (d *differ) whole(b *model.Block, rules map[string]blockRule, usual verdict) []verdict {
	if rule := rules[b.Kind()]; rule != nil {
		if verdicts := rule(d, b); len(verdicts) > 0 {
			return verdicts
		}
	}
	return []verdict{usual}
}

// link reports that a block has another address than it had, or stands for
// several, and proposes to announce it.
func (d *differ) link(before, after *model.Block) {
	how, isLinked := d.links[after]
	switch {
	case len(d.mergedInto[after]) > 0:
		d.joined(before, after)
	case len(d.partsOf[before]) > 0:
		d.report(d.change(verdict{class: after.Kind() + "." + split, summary: sentence("a part of what was", the(before), "is now described as", the(after))}, before, after, ""))
	case !isLinked || d.movedWith(before, after):
		return
	case how == alike:
		d.report(d.change(d.replacing(before, after), before, after, ""))
	default:
		class := after.Kind() + "." + renamed
		if after.Kind() == "vendor" && d.isEngaged(after) {
			class = "subprocessor.renamed"
		}
		d.report(d.change(verdict{class: class, summary: renaming(before, after)}, before, after, ""))
	}
	d.nameTold[after] = true
	if isLinked && how != announced {
		d.propose(before, after, how)
	}
}

// replacing says that one thing took the place of another that is much like it.
func (d *differ) replacing(before, after *model.Block) verdict {
	v := verdict{class: after.Kind() + "." + replaced, summary: sentence(the(after), "takes the place of", the(before))}
	if after.Kind() == "subprocessor" {
		places := placesOf(placeValues(after))
		v.countries = countriesIn(places)
		v.summary = sentence(the(after), "takes the place of", the(before), prefixed(", as a recipient ", d.receives(after, places)))
	}
	return v
}

// joined reports that several blocks are one now, a change for each.
func (d *differ) joined(before, after *model.Block) {
	all := append([]*model.Block{before}, d.mergedInto[after]...)
	slices.SortFunc(all, func(x, y *model.Block) int { return strings.Compare(x.Address, y.Address) })
	for _, old := range all {
		d.report(d.change(verdict{class: after.Kind() + "." + merged, summary: sentence("what was", the(old), "is now described as a part of", the(after))}, old, after, ""))
	}
}

// renaming says under which name a thing is known now or, where readers see no
// difference, that it is known by another name in the source.
func renaming(before, after *model.Block) string {
	if before.Label() != after.Label() {
		return sentence("what was called “"+before.Label()+"” is now called", "“"+after.Label()+"”")
	}
	return sentence(the(after), "is the same as before; only the address of the block was", before.Address)
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
