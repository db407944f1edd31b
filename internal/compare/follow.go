package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
)

// prepare gathers what the rules ask for.
func (d *differ) prepare() {
	d.facts, d.factsNow = map[*model.Block]facts{}, map[*model.Block]facts{}
	d.keptFor, d.endsAfter = map[*model.Block]span{}, map[*model.Block]span{}
	d.told, d.nameTold = map[*model.Block]bool{}, map[*model.Block]bool{}
	d.mergedInto, d.partsOf = map[*model.Block][]*model.Block{}, map[*model.Block][]*model.Block{}
	for _, b := range d.before.Blocks() {
		if into := d.merges[b]; into != nil {
			d.mergedInto[into] = append(d.mergedInto[into], b)
		}
	}
	for _, b := range d.after.Blocks() {
		if from := d.splits[b]; from != nil {
			d.partsOf[from] = append(d.partsOf[from], b)
		}
	}
}

// indirect reports what follows from differences elsewhere: a region that is in
// another country than the policy said, and a term that names another period.
func (d *differ) indirect() {
	regions, terms := d.changedPlaces(), d.changedPeriods()
	if len(regions) > 0 {
		for _, kind := range []string{"subprocessor", "system", "data_store", "backup"} {
			for _, b := range d.after.All(kind) {
				d.followRegion(b, regions)
			}
		}
	}
	if len(terms) > 0 {
		for _, b := range d.after.All("retention") {
			d.followTerm(b, "period", terms)
		}
		for _, b := range d.after.All("backup") {
			d.followTerm(b, "retained", terms)
		}
	}
}

func (d *differ) changedPlaces() map[*model.Block]bool {
	set := map[*model.Block]bool{}
	for _, b := range d.after.All("region") {
		if old := d.origin[b]; old != nil && old.Text("country") != b.Text("country") {
			set[b] = true
		}
	}
	return set
}

func (d *differ) changedPeriods() map[*model.Block]bool {
	set := map[*model.Block]bool{}
	for _, b := range d.after.All("term") {
		old := d.origin[b]
		if old == nil {
			continue
		}
		was, _ := old.Duration("period")
		is, _ := b.Duration("period")
		if was != is || old.Text("bound") != b.Text("bound") {
			set[b] = was != scalar.Duration{}
		}
	}
	return set
}

// followRegion reports that something is in another country because its region
// is.
func (d *differ) followRegion(b *model.Block, regions map[*model.Block]bool) {
	old := d.origin[b]
	if old == nil {
		return
	}
	used := slices.Clone(b.Refs("regions"))
	if b.Kind() == "subprocessor" {
		for _, e := range b.Inside("engagement") {
			used = append(used, e.Refs("regions")...)
		}
	}
	if !slices.ContainsFunc(used, func(r *model.Block) bool { return regions[r] }) {
		return
	}
	was, come, gone := d.relocated(old, used, regions)
	if len(come) == 0 {
		return
	}
	v := d.move(b, was, come, gone, "")
	if b.Kind() == "subprocessor" {
		v = d.locationAdded(the(b), come)
	}
	d.follows(v, old, b, "regions")
}

// follows reports what a difference elsewhere means for a block. It stands at
// the attribute by which it follows, which itself says what it said, and so is
// not named as one that differs.
func (d *differ) follows(v verdict, old, b *model.Block, attr string) {
	c := d.change(v, old, b, attr)
	c.Attribute, c.Extent.Attribute = "", attr
	d.report(c)
}

// relocated lists the places in which something is because a region is in
// another country now, and those in which the region was.
func (d *differ) relocated(old *model.Block, used []*model.Block, regions map[*model.Block]bool) (was map[string]bool, come, gone []string) {
	was = map[string]bool{}
	enter(was, placesOf(elements(old.Get("regions"))))
	if old.Kind() == "subprocessor" {
		was = factsOf(d.keyBefore, old).places
	}
	for _, r := range used {
		if !regions[r] {
			continue
		}
		if p := placeOf(r); !was[p] && !slices.Contains(come, p) {
			come = append(come, p)
		}
		gone = append(gone, placeOf(d.origin[r]))
	}
	return was, come, gone
}

// followTerm reports that something is kept for another time because the term
// that names the time has changed.
func (d *differ) followTerm(b *model.Block, attr string, terms map[*model.Block]bool) {
	term := b.Ref(attr)
	old := d.origin[b]
	if term == nil || !terms[term] || old == nil || old.Ref(attr) == nil || d.told[b] {
		return
	}
	was, _ := d.origin[term].Duration("period")
	is, _ := term.Duration("period")
	text := sentence(subject(b)+":", "kept for", the(term)+", which is now", is.String()+",", "not", was.String())
	var o outcome
	if b.Kind() == "retention" {
		o = d.keeping(old, b)
	} else {
		o.add(period(b, attr).compare(period(old, attr)))
		o = d.both(b, o)
	}
	d.follows(o.verdict(text), old, b, attr)
}

// propose suggests to announce a rename.
func (d *differ) propose(before, after *model.Block, how link) {
	p := Proposal{
		From: before.Address, To: after.Address, Sure: how == identified,
		Block: "moved {\n  from = " + before.Address + "\n  to   = " + after.Address + "\n}\n",
	}
	if p.Sure {
		p.Why = sentence(the(after), "is taken for the same thing, since what identifies it has stayed")
	} else {
		p.Why = sentence(the(after), "says much the same as", the(before), "did")
	}
	d.comparison.Proposals = append(d.comparison.Proposals, p)
}
