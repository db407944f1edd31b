package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

const examples = "../../examples"

// TestNothingIsSwallowed changes each attribute of each policy that there is, in
// turn, takes it away, and wants a change that speaks of that block. Between them
// the policies set every attribute of the language.
func TestNothingIsSwallowed(t *testing.T) {
	total := 0
	untouched := everyAttribute()
	for name, policy := range everyPolicy(t) {
		before, after := policy(), policy()
		if found := compare.Compare(before, after, compare.Options{}); len(found.Changes) > 0 {
			t.Fatalf("%s differs from itself:\n%s", name, told(t, found))
		}
		for _, b := range everyBlock(after) {
			for _, a := range b.Attrs {
				delete(untouched, a.Schema)
			}
			total += mutate(t, name, before, after, b)
		}
	}
	t.Logf("%d differences were made, and each was reported", total)
	if total < 4000 {
		t.Errorf("only %d differences were made", total)
	}
	for a, of := range untouched {
		t.Errorf("no policy sets %s.%s, so that nobody knows whether a change of it is told", of.Name, a.Name)
	}
}

// everyPolicy is each example, each policy that others' publications were
// modelled as, and each that a test of the pages is made of.
func everyPolicy(t *testing.T) map[string]func() *model.Model {
	t.Helper()
	policies := map[string]func() *model.Model{}
	for _, root := range []string{examples, "../../testdata/foreign"} {
		folders, err := os.ReadDir(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			if folder.IsDir() {
				policies[folder.Name()] = func() *model.Model { return load(t, os.DirFS(filepath.Join(root, folder.Name()))) }
			}
		}
	}
	names, err := filepath.Glob("../site/testdata/statements/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no statements", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		policies[filepath.Base(name)] = func() *model.Model { return version(t, archive, "") }
	}
	return policies
}

// everyAttribute lists the attributes of the blocks that a model holds.
func everyAttribute() map[*schema.Attr]*schema.Block {
	all := map[*schema.Attr]*schema.Block{}
	seen := map[*schema.Block]bool{}
	var add func(b *schema.Block)
	add = func(b *schema.Block) {
		if seen[b] {
			return
		}
		seen[b] = true
		for _, a := range b.Attrs {
			all[a] = b
		}
		for _, n := range b.Blocks {
			add(n)
		}
	}
	for _, b := range schema.Blocks {
		if b.Describes() {
			add(b)
		}
	}
	return all
}

func example(t *testing.T, name string) *model.Model {
	t.Helper()
	policy, _ := lang.Load(os.DirFS(filepath.Join(examples, name)), lang.Options{})
	if policy.Model == nil {
		t.Fatalf("%s does not compile", name)
	}
	return policy.Model
}

func everyBlock(m *model.Model) []*model.Block {
	var all []*model.Block
	var add func([]*model.Block)
	add = func(blocks []*model.Block) {
		for _, b := range blocks {
			all = append(all, b)
			add(b.Blocks)
		}
	}
	add(m.Blocks())
	return all
}

// mutate makes each attribute of a block another, and absent, and reports how
// many differences it made.
func mutate(t *testing.T, name string, before, after *model.Model, b *model.Block) int {
	t.Helper()
	made := 0
	attrs := b.Attrs
	for i := range attrs {
		if b.Kind() == "moved" {
			continue
		}
		a := attrs[i]
		if other := another(after, a.Schema.Type, a.Value); other != nil {
			changed := append([]model.Attr{}, attrs...)
			changed[i].Value = other
			b.Attrs = changed
			wantChange(t, name, before, after, b, a.Schema.Name, "changed")
			made++
		}
		if !a.Schema.Required {
			b.Attrs = append(append([]model.Attr{}, attrs[:i]...), attrs[i+1:]...)
			wantChange(t, name, before, after, b, a.Schema.Name, "unset")
			made++
		}
		b.Attrs = attrs
	}
	return made
}

func wantChange(t *testing.T, name string, before, after *model.Model, b *model.Block, attr, how string) {
	t.Helper()
	found := compare.Compare(before, model.New(after.Blocks()), compare.Options{})
	for _, c := range found.Changes {
		sound(t, c)
	}
	for _, c := range found.Changes {
		if c.Address == b.Address && (c.Attribute == attr || c.Attribute == "") {
			return
		}
	}
	t.Errorf("%s: %s.%s was %s, and that is not told:\n%s", name, b.Address, attr, how, told(t, found))
}

// another returns another value of the same type, or nil where there is none.
func another(m *model.Model, typ schema.Type, v model.Value) model.Value {
	switch v := v.(type) {
	case model.List:
		if len(v) > 1 {
			return v[:len(v)-1]
		}
		if other := another(m, typ.Elem(), v[0]); other != nil {
			return model.List{other}
		}
		return nil
	case model.Bool:
		return !v
	case model.Number:
		return v + 1
	case model.Duration:
		return model.Duration{Duration: scalar.Duration{N: 4711, Unit: scalar.Day}}
	case model.Frequency:
		return model.Frequency{Frequency: scalar.Frequency{N: 4711, Unit: scalar.Day}}
	case model.Date:
		v.Year++
		return v
	case *model.Ref:
		for _, b := range m.Blocks() {
			if v.Target != nil && b.Schema == v.Target.Schema && b != v.Target {
				return &model.Ref{Address: b.Address, Target: b}
			}
		}
		return nil
	}
	switch typ.Kind {
	case schema.OneOf:
		for _, word := range typ.Enum.Names() {
			if word != v.String() {
				return model.String(word)
			}
		}
		return nil
	case schema.Country, schema.Territory:
		if v.String() == "NZ" {
			return model.String("US")
		}
		return model.String("NZ")
	}
	return model.String("something else")
}

// TestEveryBlock takes each block of each policy away, also those inside others,
// and wants a change, in both directions.
func TestEveryBlock(t *testing.T) {
	total := 0
	for name, policy := range everyPolicy(t) {
		whole, fewer := policy(), policy()
		for i, b := range fewer.Blocks() {
			if b.Kind() != "policy" && b.Kind() != "moved" {
				rest := slices.Delete(slices.Clone(fewer.Blocks()), i, i+1)
				wantBoth(t, name, b, whole, model.New(rest))
				total++
			}
		}
		for _, b := range everyBlock(fewer) {
			inner := b.Blocks
			for i, n := range inner {
				b.Blocks = slices.Delete(slices.Clone(inner), i, i+1)
				wantBoth(t, name, n, whole, model.New(fewer.Blocks()))
				total++
			}
			b.Blocks = inner
		}
	}
	t.Logf("%d blocks were taken away, and each was reported", total)
	if total < 700 {
		t.Errorf("only %d blocks were taken away", total)
	}
}

func wantBoth(t *testing.T, name string, b *model.Block, whole, fewer *model.Model) {
	t.Helper()
	if len(compare.Compare(whole, fewer, compare.Options{}).Changes) == 0 {
		t.Errorf("%s: that %s is gone is not told", name, b.Address)
	}
	if len(compare.Compare(fewer, whole, compare.Options{}).Changes) == 0 {
		t.Errorf("%s: that %s is new is not told", name, b.Address)
	}
}
