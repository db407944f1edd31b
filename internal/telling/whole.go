package telling

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// introduces lists the attributes that are told of a block that is new, by its kind,
// and identifies those of one that is gone. Of other kinds the name is enough.
var (
	introduces = map[string][]string{
		"category":    {"fields", "purposes"},
		"data_store":  {"holds"},
		"transfer":    {"effect", "recipients", "data", "purposes", "counts_as", "countries"},
		"backup":      {"retained"},
		"encryption":  {"state", "algorithm"},
		"access":      {"effect", "who", "actions", "purposes"},
		"tracker":     {"kind", "purposes", "lifetime"},
		"notice":      {"change", "period"},
		"shares_with": {"purposes"},
		"moved":       {"from", "to"},
		"use":         {"purpose"},
		"right":       {"kind"},
		"claim":       {"says", "what"},
		"exception":   {"to"},
		"principle":   {"statement"},
	}
	identifies = map[string][]string{
		"transfer":   {"effect", "recipients"},
		"backup":     {"retained"},
		"encryption": {"state", "algorithm"},
		"access":     {"effect", "who", "actions"},
		"notice":     {"change", "period"},
		"moved":      {"from", "to"},
		"correction": {"of"},
		"use":        {"purpose"},
		"claim":      {"says", "what"},
		"exception":  {"to"},
		"principle":  {"statement"},
	}
)

// introduced says what readers want to know of a block that is new: for a recipient
// what it receives, what for and where; for others the attributes that say most.
func (s side) introduced(by area, told []string) []tree.Text {
	b := s.block
	if b.Kind() == "subprocessor" {
		roles := b.Inside("engagement")
		where := append([]*model.Block{b}, roles...)
		return []tree.Text{
			s.gathered("data", roles), s.gathered("purposes", roles),
			s.Entry(s.Say("column.processed"), s.located(by, placesOf(where, "regions", "countries"))),
		}
	}
	all := s.entries(introduces[b.Kind()], told)
	if b.Schema.Attr("regions") != nil {
		all = append(all, s.Entry(s.Say("column.where"), s.located(by, placesOf([]*model.Block{b}, "regions"))))
	}
	return all
}

// entries are attributes of a block with what they say.
func (s side) entries(attrs, told []string) []tree.Text {
	var all []tree.Text
	for _, attr := range attrs {
		if !slices.Contains(told, attr) && s.block.Schema.Attr(attr) != nil {
			all = append(all, s.entry(attr))
		}
	}
	return all
}

// entry is an attribute with what it says, unless that is its name.
func (s side) entry(attr string) tree.Text {
	name, value := s.Attribute(s.block, attr), s.Answer(s.block, attr)
	if strings.EqualFold(name, tree.PlainText(value)) {
		return nil
	}
	return s.Entry(name, value)
}

// gathered is an attribute of several blocks, with the elements of their lists, each
// once.
func (s side) gathered(attr string, blocks []*model.Block) tree.Text {
	var items []tree.Text
	seen := map[string]bool{}
	for _, b := range blocks {
		a := b.Get(attr)
		if a == nil {
			continue
		}
		var further []model.Value
		list, _ := a.Value.(model.List)
		for _, v := range list {
			if !seen[v.String()] {
				seen[v.String()] = true
				further = append(further, v)
			}
		}
		items = append(items, s.Elements(b, attr, further)...)
	}
	if len(items) == 0 {
		return nil
	}
	return s.Entry(s.Attribute(blocks[0], attr), s.And(items...))
}

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
	name := s.Country(place)
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
