package compare

import (
	"slices"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// A bloc is the European Economic Area on a day.
type bloc struct{ on string }

func blocOn(day string) bloc { return bloc{day} }

// has reports whether a country belongs to the area. Of what is no known
// country, and without a day, nothing belongs to it.
func (b bloc) has(country string) bool { return b.on != "" && locale.InEEA(country, b.on) }

// adequate reports whether the Commission has found some recipients in the
// country to protect data adequately.
func (b bloc) adequate(country string) bool {
	return b.on != "" && len(locale.AdequateFor(country, b.on)) > 0
}

// outside says of countries what a reader in the area wants to know.
func (b bloc) outside(countries []string) string {
	if b.on == "" {
		return ""
	}
	var third, unprotected []string
	for _, c := range countries {
		if !isCountry(c) || b.has(c) {
			continue
		}
		third = append(third, locale.PlaceInText(c))
		if !b.adequate(c) {
			unprotected = append(unprotected, locale.PlaceInText(c))
		}
	}
	which, are := "", "are"
	if len(third) == 1 {
		are = "is"
	}
	if len(third) < len(countries) {
		which = "of which " + english.AndWords(third...) + " " + are + " "
	}
	switch {
	case len(third) == 0:
		return ""
	case len(unprotected) == 0:
		return ", " + which + "outside the European Economic Area"
	case len(unprotected) == len(third):
		return ", " + which + "outside the European Economic Area and without an adequacy decision"
	}
	return ", " + which + "outside the European Economic Area (" + english.AndWords(unprotected...) + ": without an adequacy decision)"
}

func isCountry(place string) bool {
	_, known := locale.LookupCountry(place)
	return known
}

// placeOf is the country of a region or, where the policy does not say which
// that is, the region itself.
func placeOf(region *model.Block) string {
	if country := region.Text("country"); country != "" {
		return country
	}
	return region.Address
}

// placeNames lists places as a sentence has them.
func (d *differ) placeNames(places []string) string { return english.AndWords(d.eachPlace(places)...) }

// noneOf is a list of places after a "not".
func (d *differ) noneOf(places []string) string { return english.OrWords(d.eachPlace(places)...) }

func (d *differ) eachPlace(places []string) []string {
	return each(places, func(p string) string {
		if b := d.after.Lookup(p); b != nil {
			return the(b)
		}
		if b := d.before.Lookup(p); b != nil {
			return the(b)
		}
		return locale.PlaceInText(p)
	})
}

// placesOf are the places of values, which are countries or regions, each once.
func placesOf(values []model.Value) []string {
	var places []string
	for _, v := range values {
		place := v.String()
		if r, ok := v.(*model.Ref); ok && r.Target != nil {
			place = placeOf(r.Target)
		}
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return places
}

// locations judges a change of where something is: which countries are new to
// it, and which it left. known and kept are the places that it was and is in
// altogether.
func (d *differ) locations(x delta, was, is map[string]bool) (come, gone []string) {
	come = slices.DeleteFunc(placesOf(d.gained(x)), func(p string) bool { return was[p] })
	gone = slices.DeleteFunc(placesOf(d.lost(x)), func(p string) bool { return is[p] })
	return come, gone
}

// countriesIn keeps the countries among places.
func countriesIn(places []string) []string {
	return slices.DeleteFunc(slices.Clone(places), func(p string) bool { return !isCountry(p) })
}
