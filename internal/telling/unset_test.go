package telling_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/telling"
)

// TestEveryAttribute takes the first attribute of every block away that may be missing,
// then the second, and so on, and wants each change told, there and back. Between them
// the policies set every attribute of the language.
func TestEveryAttribute(t *testing.T) {
	total := 0
	for name, policy := range everyPolicy(t) {
		whole := policy()
		for k := 0; ; k++ {
			fewer := policy()
			if !unset(fewer.Blocks(), k) {
				break
			}
			fewer = model.New(fewer.Blocks())
			for _, c := range []*compare.Comparison{
				compare.Compare(whole, fewer, compare.Options{AsOf: "2026-02-01"}),
				compare.Compare(fewer, whole, compare.Options{AsOf: "2026-02-01"}),
			} {
				holdApart(t, c)
				for i, text := range telling.In(c, "de") {
					hold(t, name, &c.Changes[i], text)
					total++
				}
			}
		}
	}
	t.Logf("%d changes were told", total)
	if total < 4000 {
		t.Errorf("only %d changes were told", total)
	}
}

// unset takes the k-th attribute of blocks away, and reports whether there was one.
func unset(blocks []*model.Block, k int) bool {
	found := false
	for _, b := range blocks {
		if k < len(b.Attrs) {
			found = true
			if !b.Attrs[k].Schema.Required {
				b.Attrs = slices.Delete(slices.Clone(b.Attrs), k, k+1)
			}
		}
		if unset(b.Blocks, k) {
			found = true
		}
	}
	return found
}

// everyPolicy is each policy that compiles: the examples, those that others'
// publications were modelled as, and those that a test of the pages is made of.
func everyPolicy(t *testing.T) map[string]func() *model.Model {
	t.Helper()
	policies := map[string]func() *model.Model{}
	for _, root := range []string{"../../examples", "../../testdata/foreign"} {
		folders, err := os.ReadDir(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			if folder.IsDir() {
				policies[folder.Name()] = func() *model.Model {
					policy, _ := lang.Load(os.DirFS(filepath.Join(root, folder.Name())), lang.Options{})
					if policy.Model == nil {
						t.Fatalf("%s does not compile", folder.Name())
					}
					return policy.Model
				}
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
