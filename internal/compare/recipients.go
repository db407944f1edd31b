package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// facts are what a subprocessor comes to, all of its engagements taken together.
type facts struct {
	purposes, data, places map[string]bool
}

func factsOf(key func(model.Value) string, blocks ...*model.Block) facts {
	f := facts{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, b := range blocks {
		enter(f.places, placesOf(append(elements(b.Get("regions")), elements(b.Get("countries"))...)))
		for _, e := range b.Inside("engagement") {
			enter(f.purposes, each(elements(e.Get("purposes")), key))
			enter(f.data, each(elements(e.Get("data")), key))
			enter(f.places, placesOf(slices.Concat(elements(e.Get("regions")), elements(e.Get("countries")))))
		}
	}
	return f
}

func enter(set map[string]bool, list []string) {
	for _, s := range list {
		set[s] = true
	}
}

// recipient is the subprocessor that a block is, or stands in.
func recipient(b *model.Block) *model.Block {
	for b != nil && b.Kind() != "subprocessor" {
		b = b.Parent
	}
	return b
}

// factsBefore are those of the older version, of everything that is one
// subprocessor now; factsAfter those of everything that it has become.
func (d *differ) factsBefore(after *model.Block) facts {
	s := recipient(after)
	if _, known := d.facts[s]; !known {
		d.facts[s] = factsOf(d.keyBefore, append(slices.Clone(d.mergedInto[s]), d.origin[s])...)
	}
	return d.facts[s]
}

func (d *differ) factsAfter(after *model.Block) facts {
	s := recipient(after)
	if _, known := d.factsNow[s]; known {
		return d.factsNow[s]
	}
	all := []*model.Block{s}
	if old := d.origin[s]; old != nil && len(d.partsOf[old]) > 0 {
		all = append(slices.Clone(d.partsOf[old]), d.fate[old])
	}
	d.factsNow[s] = factsOf(d.keyAfter, all...)
	return d.factsNow[s]
}

func subprocessorAdded(d *differ, b *model.Block) []verdict {
	places := placesOf(placeValues(b))
	return []verdict{{
		class: "subprocessor.added", countries: countriesIn(places),
		summary: sentence(the(b), "is a new recipient", d.receives(b, places)),
	}}
}

// receives says what a subprocessor receives, for what, and where: "of names for
// support in Germany".
func (d *differ) receives(b *model.Block, places []string) string {
	if len(given(b, "data")) == 0 {
		return d.givenTo(b, places)
	}
	return "of " + d.givenTo(b, places)
}

// givenTo says the same without the word before it.
func (d *differ) givenTo(b *model.Block, places []string) string {
	text := strings.TrimSpace(prefixed("", names(given(b, "data"))) + prefixed(" for ", names(given(b, "purposes"))))
	return strings.TrimSpace(text + prefixed(" in ", d.placeNames(places)) + d.bloc.outside(places))
}

func subprocessorRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "subprocessor.removed", summary: sentence(the(b), "does not receive data any more")}}
}

// given are the values of an attribute of all engagements, each once.
func given(b *model.Block, attr string) []model.Value {
	var all []model.Value
	seen := map[string]bool{}
	for _, e := range b.Inside("engagement") {
		for _, v := range elements(e.Get(attr)) {
			if !seen[v.String()] {
				seen[v.String()] = true
				all = append(all, v)
			}
		}
	}
	return all
}

func placeValues(b *model.Block) []model.Value {
	values := append(slices.Clone(elements(b.Get("regions"))), elements(b.Get("countries"))...)
	return append(append(values, given(b, "regions")...), given(b, "countries")...)
}

// vendorReplaced: another company behind the same entry.
func vendorReplaced(_ *differ, x delta) []verdict {
	if x.from == nil || x.to == nil {
		return nil
	}
	return []verdict{{class: "subprocessor.replaced", summary: sentence(named(x.to), "takes the place of", named(x.from), "as", prefixed("", the(x.after)))}}
}

func named(a *model.Attr) string {
	if r, ok := a.Value.(*model.Ref); ok && r.Target != nil {
		return the(r.Target)
	}
	return a.Value.String()
}

func entityType(d *differ, x delta) []verdict {
	return []verdict{{class: "subprocessor.entity_type.changed", summary: d.difference(x)}}
}

// subprocessorPlaces judges regions and countries of a subprocessor, and those
// of its engagements.
func subprocessorPlaces(d *differ, x delta) []verdict {
	come, gone := d.locations(x, d.factsBefore(x.after).places, d.factsAfter(x.after).places)
	who := the(recipient(x.after))
	var list []verdict
	if len(come) > 0 {
		list = append(list, d.locationAdded(who, come))
	}
	if len(gone) > 0 {
		list = append(list, verdict{
			class: "subprocessor.location.removed", extent: Extent{Left: gone},
			summary: sentence(who, "does not process data in", d.noneOf(gone), "any more"),
		})
	}
	return list
}

// locationAdded judges that a subprocessor, by its name, processes data in further
// places.
func (d *differ) locationAdded(name string, places []string) verdict {
	return verdict{
		class: "subprocessor.location.added", countries: countriesIn(places), extent: Extent{Entered: places},
		summary: sentence(name, "now processes data in", d.placeNames(places)+d.bloc.outside(places)),
	}
}

func engagementPurposes(d *differ, x delta) []verdict {
	return d.setChange(x, d.factsBefore(x.after).purposes, d.factsAfter(x.after).purposes,
		"subprocessor.purpose.added", "now also receives data for",
		"subprocessor.purpose.removed", "does not receive data any more for")
}

func engagementData(d *differ, x delta) []verdict {
	return d.setChange(x, d.factsBefore(x.after).data, d.factsAfter(x.after).data,
		"subprocessor.data.added", "now also receives",
		"subprocessor.data.removed", "does not receive any more:")
}

// setChange judges what a subprocessor gained and lost, all of its engagements
// taken together.
func (d *differ) setChange(x delta, was, is map[string]bool, gain, gains, loss, loses string) []verdict {
	who := the(recipient(x.after))
	come := slices.DeleteFunc(d.gained(x), func(v model.Value) bool { return was[d.keyAfter(v)] })
	gone := slices.DeleteFunc(d.lost(x), func(v model.Value) bool { return is[d.keyBefore(v)] })
	var list []verdict
	if len(come) > 0 {
		list = append(list, verdict{class: gain, extent: Extent{Came: come}, summary: sentence(who, gains, names(come))})
	}
	if len(gone) > 0 {
		list = append(list, verdict{class: loss, extent: Extent{Went: gone}, summary: sentence(who, loses, anyName(gone))})
	}
	if s := recipient(x.after); list == nil && (len(d.mergedInto[s]) > 0 || len(d.partsOf[d.origin[s]]) > 0) {
		v := d.general(x)
		v.materiality = Editorial // it was another part's before, or is now
		list = append(list, v)
	}
	return list
}

// engagementAdded judges a further role by what it brings.
func engagementAdded(d *differ, e *model.Block) []verdict {
	was := d.factsBefore(e)
	who := the(recipient(e))
	var list []verdict
	bring := func(attr string, known map[string]bool, class, words string) {
		come := slices.DeleteFunc(slices.Clone(elements(e.Get(attr))), func(v model.Value) bool { return known[d.keyAfter(v)] })
		if len(come) > 0 {
			list = append(list, verdict{class: class, extent: Extent{Attribute: attr, Came: come}, summary: sentence(who, words, names(come))})
		}
	}
	bring("purposes", was.purposes, "subprocessor.purpose.added", "now also receives data for")
	bring("data", was.data, "subprocessor.data.added", "now also receives")
	come := slices.DeleteFunc(placesOf(slices.Concat(elements(e.Get("regions")), elements(e.Get("countries")))), func(p string) bool { return was.places[p] })
	if len(come) > 0 {
		list = append(list, d.locationAdded(who, come))
	}
	if len(list) == 0 && len(d.mergedInto[recipient(e)]) > 0 {
		list = append(list, verdict{class: "engagement.added", materiality: Editorial, summary: sentence(the(e), "was described elsewhere")})
	}
	return list
}

// engagementRemoved judges a role that ended by what ends with it.
func engagementRemoved(d *differ, e *model.Block) []verdict {
	is := d.factsAfter(d.fate[recipient(e)])
	who := the(d.fate[recipient(e)])
	var list []verdict
	take := func(attr string, kept map[string]bool, class, words string) {
		gone := slices.DeleteFunc(slices.Clone(elements(e.Get(attr))), func(v model.Value) bool { return kept[d.keyBefore(v)] })
		if len(gone) > 0 {
			list = append(list, verdict{class: class, extent: Extent{Attribute: attr, Went: gone}, summary: sentence(who, words, anyName(gone))})
		}
	}
	take("purposes", is.purposes, "subprocessor.purpose.removed", "does not receive data any more for")
	take("data", is.data, "subprocessor.data.removed", "does not receive any more:")
	if len(list) == 0 && len(d.partsOf[recipient(e)]) > 0 {
		list = append(list, verdict{class: "engagement.removed", materiality: Editorial, summary: sentence(the(e), "is described elsewhere")})
	}
	return list
}

// onward: whom a recipient passes data on to.
func onwardAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "recipient.added", summary: sentence(the(recipient(b)), "now passes data on to", named(b.Get("vendor")))}}
}

func onwardRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "recipient.removed", summary: sentence(the(recipient(b)), "does not pass data on to", named(b.Get("vendor")), "any more")}}
}

// onwardReplaced: data is passed on to another company.
func onwardReplaced(_ *differ, x delta) []verdict {
	return []verdict{{class: "recipient.added", summary: sentence(the(recipient(x.after)), "now passes data on to", named(x.to)+",", "not to", named(x.from))}}
}

// onwardPurposes: for what data is passed on.
func onwardPurposes(d *differ, x delta) []verdict {
	to := "to " + named(x.after.Get("vendor"))
	return d.usage(x, sentence(the(recipient(x.after)), "now also passes data on", to, prefixed("for ", names(d.gained(x)))),
		sentence(the(recipient(x.after)), "does not pass data on", to, prefixed("for ", names(d.lost(x))), "any more"))
}

// usage gives verdicts on purposes that came and went.
func (d *differ) usage(x delta, gains, loses string) []verdict {
	var list []verdict
	if len(d.gained(x)) > 0 {
		list = append(list, verdict{class: "purpose.added", extent: Extent{Came: d.gained(x)}, summary: gains})
	}
	if len(d.lost(x)) > 0 {
		list = append(list, verdict{class: "purpose.removed", extent: Extent{Went: d.lost(x)}, summary: loses})
	}
	return list
}

// companyRenamed: the name of a company, or of a recipient. What readers see on
// the list of recipients is a subprocessor under another name.
func companyRenamed(d *differ, x delta) []verdict {
	class := x.after.Kind() + "." + renamed
	if x.after.Kind() == "subprocessor" || d.isEngaged(x.after) {
		class = "subprocessor.renamed"
	}
	return []verdict{{class: class, summary: d.newName(x)}}
}

// newName says what something is called now.
func (d *differ) newName(x delta) string {
	if x.name() != "label" || x.before.Label() == x.after.Label() {
		return d.difference(x)
	}
	return sentence("what was called “"+x.before.Label()+"” is now called", "“"+x.after.Label()+"”")
}

// isEngaged reports whether a company provides one of the services on the list
// of recipients.
func (d *differ) isEngaged(vendor *model.Block) bool {
	if d.engaged == nil {
		d.engaged = map[*model.Block]bool{}
		for _, s := range d.after.All("subprocessor") {
			if v := s.Ref("vendor"); v != nil {
				d.engaged[v] = true
			}
		}
	}
	return d.engaged[vendor]
}

// hosting judges whose infrastructure something is on: a company that did not
// have data before is a new recipient.
func hosting(d *differ, x delta) []verdict {
	if x.to == nil {
		return nil
	}
	if d.receivedBefore()[d.keyAfter(x.to.Value)] {
		return []verdict{{class: x.after.Kind() + "." + changed, summary: d.difference(x)}}
	}
	return []verdict{{class: "recipient.added", summary: sentence(named(x.to), "now has the data in", the(x.after)+prefixed(", in place of ", nameOf(x.from)))}}
}

func nameOf(a *model.Attr) string {
	if a == nil {
		return ""
	}
	return named(a)
}

// receivedBefore are the companies and subprocessors that had data before.
func (d *differ) receivedBefore() map[string]bool {
	if d.received == nil {
		d.received = map[string]bool{}
		for _, kind := range []string{"subprocessor", "data_store", "system"} {
			for _, b := range d.before.All(kind) {
				for _, attr := range []string{"vendor", "hosted_by", "managed_by"} {
					if b.Schema.Attr(attr) != nil {
						enter(d.received, each(elements(b.Get(attr)), d.keyBefore))
					}
				}
				d.received[d.was(b.Address)] = true
			}
		}
	}
	return d.received
}

// activityRecipients: who receives data in an activity.
func activityRecipients(d *differ, x delta) []verdict {
	var list []verdict
	if come := d.gained(x); len(come) > 0 {
		list = append(list, verdict{class: "recipient.added", extent: Extent{Came: come}, summary: sentence(names(come), verb(come, "now receives", "now receive"), "data from", the(x.after))})
	}
	if gone := d.lost(x); len(gone) > 0 {
		list = append(list, verdict{class: "recipient.removed", extent: Extent{Went: gone}, summary: sentence(names(gone), verb(gone, "does not receive", "do not receive"), "data from", the(x.after), "any more")})
	}
	return list
}

func verb(who []model.Value, one, several string) string {
	if len(who) > 1 {
		return several
	}
	if r, ok := who[0].(*model.Ref); ok && r.Target != nil && english.Number3(r.Target.Label()) == english.They {
		return several
	}
	return one
}
