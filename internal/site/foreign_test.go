package site

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/render"
)

// foreign is where policies stand that nobody had in mind when the language was
// made.
const foreign = "../../testdata/foreign"

// TestForeignFacts holds the facts of policies that the language was not made
// for to be in the manifest and on a page; docs/adr/0014 says what the first of them took.
func TestForeignFacts(t *testing.T) {
	for name, facts := range map[string]int{"github": 80, "linebank": 14} {
		t.Run(name, func(t *testing.T) { holdsForeign(t, name, facts) })
	}
}

func holdsForeign(t *testing.T, name string, number int) {
	dir := filepath.Join(foreign, name)
	policy, found := lang.Load(os.DirFS(dir), lang.Options{})
	if len(found) > 0 {
		t.Fatalf("%s: %s", found[0].Summary, found[0].Detail)
	}
	facts := rowsIn(t, filepath.Join(dir, "facts.csv"))
	holdsFacts(t, name, policy.Model, facts, number)
	for _, f := range render.Unstated(policy.Model, render.Documents(policy.Model)) {
		t.Errorf("no page states %s", f.ID())
	}
}
