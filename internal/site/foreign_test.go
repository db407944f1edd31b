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

// TestForeignFacts holds the facts of a policy that the language was not made
// for to be in the manifest and on a page; docs/adr/0014 says what that took.
func TestForeignFacts(t *testing.T) {
	dir := filepath.Join(foreign, "github")
	policy, found := lang.Load(os.DirFS(dir), lang.Options{})
	if len(found) > 0 {
		t.Fatalf("%s: %s", found[0].Summary, found[0].Detail)
	}
	facts := rowsIn(t, filepath.Join(dir, "facts.csv"))
	holdsFacts(t, "github", policy.Model, facts, 80)
	for _, f := range render.Unstated(policy.Model, render.Documents(policy.Model)) {
		t.Errorf("no page states %s", f.ID())
	}
}
