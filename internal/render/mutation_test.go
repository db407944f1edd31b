package render_test

import (
	"testing"
	"time"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// TestEveryValueReachesAReader changes every value of every attribute, one at a
// time, and holds the pages to change with it.
func TestEveryValueReachesAReader(t *testing.T) {
	for _, tt := range policies {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			changeEveryValue(t, tt.name, tt.load(t), pages)
		})
	}
}

// TestEveryValueReachesAForeignReader is the same for pages that are made of entries.
// What differs between them is words, which package words holds to be different: so
// the largest policy is tried in one language.
func TestEveryValueReachesAForeignReader(t *testing.T) {
	for _, tt := range policies {
		for _, language := range locale.Tongues() {
			if tt.name == everyBlock && language != "de" {
				continue
			}
			t.Run(tt.name+" in "+language, func(t *testing.T) {
				t.Parallel()
				changeEveryValue(t, tt.name, tt.load(t), func(_ testing.TB, m *model.Model) string {
					return written(m, entries(m, language))
				})
			})
		}
	}
}

func changeEveryValue(t *testing.T, name string, m *model.Model, pages func(testing.TB, *model.Model) string) {
	before := pages(t, m)
	var facts []model.Fact
	m.Facts(func(f model.Fact) { facts = append(facts, f) })
	for _, f := range facts {
		if f.Attr.Derived || f.Attr.Schema.Tacit {
			continue
		}
		original := f.Attr.Value
		all := variants(m, f.Attr.Schema.Type, original)
		if name != everyBlock {
			all = all[:min(1, len(all))] // the first policy has tried them all
		}
		for _, changed := range all {
			f.Attr.Value = changed
			if pages(t, model.New(m.Blocks())) == before {
				t.Errorf("%s: no page tells %s from %s", f.ID(), original, changed)
			}
		}
		f.Attr.Value = original
	}
}

// variants are other values that an attribute might have: for a list, one for
// each element that is different or missing.
func variants(m *model.Model, t schema.Type, v model.Value) []model.Value {
	list, isList := v.(model.List)
	if !isList {
		return others(m, t, v)
	}
	var all []model.Value
	for i := range list {
		for _, other := range others(m, t.Elem(), list[i]) {
			changed := append(model.List(nil), list...)
			changed[i] = other
			all = append(all, changed)
		}
		if len(list) > 1 {
			all = append(all, append(append(model.List(nil), list[:i]...), list[i+1:]...))
		}
	}
	return all
}

func others(m *model.Model, t schema.Type, v model.Value) []model.Value {
	switch v := v.(type) {
	case model.Bool:
		return []model.Value{!v}
	case model.Number:
		return []model.Value{v + 1}
	case model.Duration:
		return []model.Value{
			model.Duration{Duration: scalar.Duration{N: v.N + 1, Unit: scalar.BusinessDay}},
			model.Duration{Duration: scalar.Duration{Vague: "limited"}},
		}
	case model.Frequency:
		return []model.Value{
			model.Frequency{Frequency: scalar.Frequency{N: 7, Unit: scalar.Week}},
			model.Frequency{Frequency: scalar.Frequency{Several: true, Unit: scalar.Week}},
		}
	case model.Date:
		return []model.Value{model.Date{Date: scalar.Date{Year: 1999, Month: time.December, Day: 31}}}
	case *model.Ref:
		return otherTargets(m, v)
	}
	return otherTexts(t, v.String())
}

func otherTexts(t schema.Type, s string) []model.Value {
	switch t.Kind {
	case schema.OneOf:
		var all []model.Value
		for _, name := range t.Enum.Names() {
			if name != s {
				all = append(all, model.String(name))
			}
		}
		return all
	case schema.Country, schema.Language:
		return []model.Value{model.String("SE")}
	case schema.Count:
		return []model.Value{model.Number(77)}
	}
	return []model.Value{model.String(s + "x")}
}

// otherTargets is another block of the same kind, if there is one.
func otherTargets(m *model.Model, r *model.Ref) []model.Value {
	if r.Target == nil {
		return []model.Value{&model.Ref{Address: r.Address + "x"}}
	}
	if r.Target.Parent != nil && r.Target.Schema.Spans == "" {
		return nil
	}
	for _, b := range m.All(r.Target.Kind()) {
		if b != r.Target {
			return []model.Value{&model.Ref{Address: b.Address, Target: b}}
		}
	}
	return nil
}
