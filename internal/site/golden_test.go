package site

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the pages under testdata/golden anew")

// golden is where the pages of the examples stand as they have been read and found
// right.
const golden = "testdata/golden"

// TestPagesAreAsRead holds every page of the examples, as Markdown, to what has been
// read. After a change to what is written: go test ./internal/site -update, and read
// what has changed.
func TestPagesAreAsRead(t *testing.T) {
	for _, name := range goldenExamples {
		read := map[string]bool{}
		for _, f := range build(t, load(t, name)) {
			if !strings.HasSuffix(f.Path, ".md") {
				continue
			}
			path := filepath.Join(golden, name, f.Path)
			read[path] = true
			if *update {
				write(t, path, f.Content)
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Error(err)
				continue
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(f.Content), "\n")); diff != "" {
				t.Errorf("%s differs (-read +written):\n%s", path, diff)
			}
		}
		onlyThose(t, filepath.Join(golden, name), read)
	}
}

// goldenExamples are the examples whose pages are kept.
var goldenExamples = []string{"csv_importer", "monta", "quickstart"}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// onlyThose holds a folder to have no page that is not written any more.
func onlyThose(t *testing.T, dir string, read map[string]bool) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !read[path] {
			t.Errorf("%s is kept, and is no page of the site", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
