package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
)

// keepers are the kinds of block that say where data is.
var keepers = []string{"data_store", "system", "backup"}

// storedBefore are the places where data was before.
func (d *differ) storedBefore() map[string]bool {
	if d.stored == nil {
		d.stored = map[string]bool{}
		for _, kind := range keepers {
			for _, b := range d.before.All(kind) {
				enter(d.stored, placesOf(elements(b.Get("regions"))))
			}
		}
	}
	return d.stored
}

func storeAdded(d *differ, b *model.Block) []verdict {
	places := placesOf(elements(b.Get("regions")))
	v := verdict{
		class: "store.added", countries: countriesIn(places),
		summary: sentence(the(b), "is a new place where data is kept", prefixed(", in ", d.placeNames(places))+d.bloc.outside(places)),
	}
	if d.leaves(d.storedBefore(), places) {
		v.direction, v.materiality = Widens, Material
	}
	return []verdict{v}
}

func storeRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "store.removed", summary: sentence("data is not kept in", the(b), "any more")}}
}

// leaves reports whether one of the places is a country in which data was not
// before and that is outside of the European Economic Area.
func (d *differ) leaves(was map[string]bool, places []string) bool {
	return slices.ContainsFunc(places, func(p string) bool { return !was[p] && !d.bloc.has(p) })
}

// moved judges the regions of a store, a system or the copies.
func moved(d *differ, x delta) []verdict {
	was, is := map[string]bool{}, map[string]bool{}
	enter(was, placesOf(elements(x.from)))
	enter(is, placesOf(elements(x.to)))
	come, gone := d.locations(x, was, is)
	return []verdict{d.move(x.after, was, come, gone, d.difference(x))}
}

// move says what it means that something is in other places.
func (d *differ) move(b *model.Block, was map[string]bool, come, gone []string, otherwise string) verdict {
	v := verdict{class: "store.moved", countries: countriesIn(come), extent: Extent{Entered: come, Left: gone}, summary: otherwise}
	switch {
	case len(come) > 0 && len(gone) > 0:
		v.summary = sentence(the(b)+":", "data is now in", d.placeNames(come)+d.bloc.outside(come)+",", "not in", d.noneOf(gone))
	case len(come) > 0:
		v.summary = sentence(the(b)+":", "data is now also in", d.placeNames(come)+d.bloc.outside(come))
	case len(gone) > 0:
		v.direction = Narrows
		v.summary = sentence(the(b)+":", "data is not in", d.noneOf(gone), "any more")
	}
	if d.leaves(was, come) {
		v.direction, v.materiality = Widens, Material
	}
	return v
}

func systemAdded(_ *differ, b *model.Block) []verdict {
	if b.Text("kind") == "ai_feature" {
		return []verdict{{class: "adm_or_ai.enabled", summary: sentence(the(b), "is new, and uses artificial intelligence")}}
	}
	return nil
}

func systemRemoved(_ *differ, b *model.Block) []verdict {
	if b.Text("kind") == "ai_feature" {
		return []verdict{{class: "adm_or_ai.disabled", summary: sentence(the(b), "which uses artificial intelligence, is not there any more")}}
	}
	return nil
}

func systemKind(d *differ, x delta) []verdict {
	switch {
	case word(x.to) == "ai_feature":
		return []verdict{{class: "adm_or_ai.enabled", summary: sentence(the(x.after), "now uses artificial intelligence")}}
	case word(x.from) == "ai_feature":
		return []verdict{{class: "adm_or_ai.disabled", summary: sentence(the(x.after), "does not use artificial intelligence any more")}}
	}
	return nil
}

// systemAutomated: a machine that acts without a person.
func systemAutomated(_ *differ, x delta) []verdict {
	if x.isTrue() {
		return []verdict{{class: "adm_or_ai.enabled", summary: sentence(the(x.after), "now acts without a person")}}
	}
	if x.wasTrue() {
		return []verdict{{class: "adm_or_ai.disabled", summary: sentence(the(x.after), "is not said to act without a person any more")}}
	}
	return nil
}
