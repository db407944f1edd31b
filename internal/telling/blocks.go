package telling

import (
	"slices"
	"strings"

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
	name, value := s.NameOf(s.block, attr), s.Answer(s.block, attr)
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
	return s.Entry(s.NameOf(blocks[0], attr), s.And(items...))
}
