package site

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// TestEveryScalarMatters changes each scalar of each example in turn and wants
// a page to change, in each language: whoever changes a number in the source sees
// it change on the page, and no attribute is read and forgotten.
func TestEveryScalarMatters(t *testing.T) {
	for _, name := range exampleNames(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := load(t, name)
			before := pages(build(t, m))
			changed := 0
			m.Facts(func(f model.Fact) {
				if f.Attr.Derived || f.Attr.Schema.Tacit {
					return
				}
				old := f.Attr.Value
				for _, other := range variants(m, f) {
					f.Attr.Value = other
					for folder, after := range pages(build(t, again(m))) {
						if bytes.Equal(before[folder], after) {
							t.Errorf("%s, pages in %q: %s is %s and might as well be %s", name, folder, f.ID(), old, other)
						}
					}
					changed++
				}
				f.Attr.Value = old
			})
			if changed < 50 {
				t.Errorf("only %d values were changed", changed)
			}
			for folder, after := range pages(build(t, again(m))) {
				if !bytes.Equal(before[folder], after) {
					t.Errorf("the test did not put everything back that pages in %q tell", folder)
				}
			}
		})
	}
}

// again is the model of blocks that were changed, with its translations.
func again(m *model.Model) *model.Model {
	n := model.New(m.Blocks())
	n.Translate(m.Translations())
	return n
}

// pages are what people read, by the folder of their language; lists and manifest are
// left out.
func pages(files []output.File) map[string][]byte {
	all := map[string][]byte{}
	for _, f := range files {
		if folder, name := path.Split(f.Path); strings.HasSuffix(name, ".html") {
			all[folder] = append(all[folder], f.Content...)
		}
	}
	return all
}

// variants returns the value with each of its scalars changed in turn.
func variants(m *model.Model, f model.Fact) []model.Value {
	list, ok := f.Attr.Value.(model.List)
	if !ok {
		if other := changed(m, f.Attr.Schema.Type, f.Attr.Value); other != nil {
			return []model.Value{other}
		}
		return nil
	}
	var all []model.Value
	for i, e := range list {
		other := changed(m, f.Attr.Schema.Type.Elem(), e)
		if other == nil {
			continue
		}
		variant := append(model.List{}, list...)
		variant[i] = other
		all = append(all, variant)
	}
	return all
}

// changed returns another value of the same type, or nil where there is none.
func changed(m *model.Model, t schema.Type, v model.Value) model.Value {
	switch v := v.(type) {
	case model.Bool:
		return !v
	case model.Number:
		return v + 1
	case model.Duration:
		if v.Vague != "" {
			return model.Duration{Duration: scalar.Duration{N: 77, Unit: scalar.Day}}
		}
		v.N++
		return v
	case model.Frequency:
		if v.N == 0 {
			return model.Frequency{Frequency: scalar.Frequency{N: 77, Unit: scalar.Day}}
		}
		v.N++
		return v
	case model.Date:
		v.Year++
		return v
	case *model.Ref:
		return anotherBlock(m, v)
	}
	return anotherText(t, v.String())
}

func anotherBlock(m *model.Model, r *model.Ref) model.Value {
	if r.Target == nil {
		return &model.Ref{Address: r.Address + "_other"}
	}
	for _, b := range m.Blocks() {
		if b.Schema == r.Target.Schema && b != r.Target && b.Label() != r.Target.Label() {
			return &model.Ref{Address: b.Address, Target: b}
		}
	}
	return nil
}

func anotherText(t schema.Type, s string) model.Value {
	switch t.Kind {
	case schema.OneOf:
		for _, w := range t.Enum.Names() {
			if w != s {
				return model.String(w)
			}
		}
		return nil
	case schema.Count:
		return model.Number(77)
	case schema.Country:
		if s == "FR" {
			return model.String("IT")
		}
		return model.String("FR")
	case schema.Language:
		if s == "fr" {
			return model.String("it")
		}
		return model.String("fr")
	case schema.URL:
		return model.String(s + "/other")
	}
	return model.String(s + "zz")
}
