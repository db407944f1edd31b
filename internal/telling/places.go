package telling

import (
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// An area is the European Economic Area on a day, in ISO 8601, or none without a day.
type area string

func (t *teller) outside(c *compare.Change) area { return area(c.AsOf) }

// places says where data is that was not there, and where it is not any more.
func (t *teller) places(c *compare.Change) []tree.Text {
	name := t.now.Say("told.place")
	if recipient(t.latest(c).block) != nil {
		name = t.now.Say("column.processed")
	}
	entry := func(key string, s side, by area, places []string) tree.Text {
		return t.now.Entry(tree.PlainText(t.now.Text(key, tree.T(name))), s.located(by, places))
	}
	return []tree.Text{
		entry("told.gained", t.after(c), t.outside(c), c.Extent.Entered),
		entry("told.lost", t.before(c), "", c.Extent.Left),
	}
}

// placesOf are the places in which blocks say that something is: the countries or,
// where the policy does not say which that is, the addresses of the regions.
func placesOf(blocks []*model.Block, attrs ...string) []string {
	var places []string
	seen := map[string]bool{}
	add := func(place string) {
		if !seen[place] {
			seen[place] = true
			places = append(places, place)
		}
	}
	for _, b := range blocks {
		for _, attr := range attrs {
			if b.Schema.Attr(attr) == nil {
				continue
			}
			regions := b.Refs(attr)
			for _, r := range regions {
				if r.Has("country") {
					add(r.Text("country"))
				} else {
					add(r.Address)
				}
			}
			if len(regions) == 0 {
				for _, code := range b.Texts(attr) {
					add(code)
				}
			}
		}
	}
	return places
}

// located names places, countries with what a reader in the area wants to know of them.
func (s side) located(by area, places []string) tree.Text {
	names := make([]tree.Text, len(places))
	for i, place := range places {
		names[i] = s.place(by, place)
	}
	if len(names) == 0 {
		return nil
	}
	return s.And(names...)
}

func (s side) place(by area, place string) tree.Text {
	name := tree.T(s.Country(place))
	if _, isCountry := locale.LookupCountry(place); !isCountry {
		if region := s.Lookup(place); region != nil {
			name, _ = s.Heading(region)
		}
		return name
	}
	switch {
	case by == "" || locale.InEEA(place, string(by)):
		return name
	case len(locale.AdequateFor(place, string(by))) > 0:
		return s.Text("told.outside", name)
	}
	return s.Text("told.unprotected", name)
}
