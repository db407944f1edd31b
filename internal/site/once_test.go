package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

// TestOneDeclarationServesTwoSections holds no fact of Allotrac's stores to be typed
// twice: the policy speaks of the cluster in its section on places and again in that on
// periods and backups, and a change of the one declaration changes both.
func TestOneDeclarationServesTwoSections(t *testing.T) {
	before := sectionsOf(t, examples+"/allotrac")
	for _, change := range []struct {
		old, new string
		sections []string
	}{
		{`label      = "operational database"`, `label      = "master database"`, []string{"storage", "retention"}},
		{`label  = "necessary operational window"`, `label  = "window"`, []string{"storage", "retention"}},
		{`period = "24 hours"`, `period = "12 hours"`, []string{"storage", "retention"}},
		{`label  = "AWS S3"`, `label  = "S3"`, []string{"storage", "services"}},
	} {
		dir := copyExample(t, "allotrac", 0)
		replace(t, filepath.Join(dir, "storage.hcl"), change.old, change.new)
		after := sectionsOf(t, dir)
		for _, id := range change.sections {
			if before[id] == "" || before[id] == after[id] {
				t.Errorf("with %s, the section %q reads as before:\n%s", change.new, id, after[id])
			}
		}
	}
}

// replace changes text that stands once in a file.
func replace(t *testing.T, file, old, text string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(content), old); n != 1 {
		t.Fatalf("%s stands %d times in %s", old, n, filepath.Base(file))
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(content), old, text, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// sectionsOf are the words of the sections of a policy's own page, by their
// identifiers.
func sectionsOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	policy, found := lang.Load(os.DirFS(dir), lang.Options{})
	if policy.Model == nil {
		t.Fatal(found)
	}
	sections := map[string]string{}
	for _, s := range render.Documents(policy.Model)[0].Sections {
		var words strings.Builder
		tree.Walk(&tree.Document{Sections: []*tree.Section{s}}, func(n tree.Inline) {
			if p, ok := n.(tree.Plain); ok {
				words.WriteString(string(p))
			}
		})
		sections[s.ID] = words.String()
	}
	return sections
}
