package telling_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/telling"
)

var update = flag.Bool("update", false, "write what was told into the golden file")

// version is one of the versions in an archive.
func version(t *testing.T, archive *txtar.Archive, folder string) *model.Model {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, isIn := strings.CutPrefix(f.Name, folder); isIn {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil || found.HasErrors() {
		t.Fatal(found)
	}
	return policy.Model
}

// comparisons are those of the archives, there and back, by their names.
func comparisons(t *testing.T) (names []string, all map[string]*compare.Comparison) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/compare/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	all = map[string]*compare.Comparison{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		before, after := version(t, archive, "before/"), version(t, archive, "after/")
		options := compare.Options{AsOf: "2026-02-01", Rendered: true}
		all[name] = compare.Compare(before, after, options)
		all[name+", back"] = compare.Compare(after, before, options)
		names = append(names, name, name+", back")
	}
	return names, all
}

// TestArchives holds what is told in German of every change of the archives.
// go test ./internal/telling -update writes it anew; read what differs.
func TestArchives(t *testing.T) {
	var got strings.Builder
	names, all := comparisons(t)
	for _, name := range names {
		c := all[name]
		holdApart(t, c)
		fmt.Fprintf(&got, "%s\n", name)
		for i, text := range telling.In(c, "de") {
			fmt.Fprintf(&got, "  %s %s\n    %s\n", c.Changes[i].Class, c.Changes[i].Address, tree.PlainText(text))
		}
	}
	const golden = "testdata/archives.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
