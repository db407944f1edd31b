package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func site(pairs ...string) []File {
	var files []File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, File{pairs[i], []byte(pairs[i+1])})
	}
	return files
}

func mustWrite(t *testing.T, dir string, files []File, o Options) Report {
	t.Helper()
	r, err := Write(dir, files, o)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	return r
}

// read returns what stands in a folder, without the list.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ListName {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		if d.Type()&fs.ModeSymlink != 0 {
			found[filepath.ToSlash(rel)] = "symlink"
			return nil
		}
		content, err := os.ReadFile(name)
		found[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func place(t *testing.T, dir, name, content string) {
	t.Helper()
	full := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}

func TestWriteReplacesAndRemoves(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "site")
	r := mustWrite(t, dir, site("index.html", "1", "assets/a.css", "a", "old/x.html", "x"), Options{})
	equal(t, r, Report{Written: []string{"assets/a.css", "index.html", "old/x.html"}})
	place(t, dir, "foreign.txt", "f")

	r = mustWrite(t, dir, site("index.html", "2", "assets/a.css", "a", "b.html", "b"), Options{})
	equal(t, r, Report{Written: []string{"b.html", "index.html"}, Unchanged: []string{"assets/a.css"}, Removed: []string{"old/x.html"}})
	equal(t, read(t, dir), map[string]string{"index.html": "2", "assets/a.css": "a", "b.html": "b", "foreign.txt": "f"})
	if _, err := os.Stat(filepath.Join(dir, "old")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the empty folder is still there: %v", err)
	}
}

func TestWriteLeavesUnchangedFilesAlone(t *testing.T) {
	dir := t.TempDir()
	files := site("index.html", "1", "a/b.html", "b")
	mustWrite(t, dir, files, Options{})
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"index.html", "a/b.html", ListName} {
		if err := os.Chtimes(filepath.Join(dir, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, mustWrite(t, dir, files, Options{}), Report{Unchanged: []string{"a/b.html", "index.html"}})
	for _, name := range []string{"index.html", "a/b.html", ListName} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || !info.ModTime().Equal(past) {
			t.Errorf("%s was touched: %v, %v", name, info.ModTime(), err)
		}
	}
}

func TestWriteKeepsWhatOthersChanged(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, site("a.html", "a", "b.html", "b"), Options{})
	place(t, dir, "a.html", "edited")
	place(t, dir, "b.html", "edited")
	r := mustWrite(t, dir, site("b.html", "b"), Options{})
	equal(t, r, Report{Written: []string{"b.html"}, Edited: []string{"b.html"}, Kept: []string{"a.html"}})
	equal(t, read(t, dir), map[string]string{"a.html": "edited", "b.html": "b"})
	if _, err := Write(dir, site("a.html", "a"), Options{}); err == nil {
		t.Error("a file that became somebody else's was replaced")
	}
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		files   []File
		want    string
	}{
		{"a folder of somebody else", func(t *testing.T, dir string) { place(t, dir, "thesis.txt", "x") }, site("index.html", "1"), "not written by this tool"},
		{"a broken list", func(t *testing.T, dir string) { place(t, dir, ListName, "{") }, site("index.html", "1"), "cannot be read"},
		{"a list that leads out", func(t *testing.T, dir string) {
			place(t, dir, ListName, `{"format":1,"files":[{"path":"../x","sha256":"`+strings.Repeat("0", 64)+`"}]}`)
		}, site("index.html", "1"), "never written"},
		{"a foreign file in a folder of ours", func(t *testing.T, dir string) {
			mustWrite(t, dir, site("a.html", "a"), Options{})
			place(t, dir, "index.html", "mine")
		}, site("a.html", "a", "index.html", "1"), "would be replaced"},
		{"a link for a file", func(t *testing.T, dir string) {
			mustWrite(t, dir, site("a.html", "a"), Options{})
			symlink(t, "a.html", filepath.Join(dir, "index.html"))
		}, site("index.html", "1"), "symbolic link"},
		{"a link for a folder", func(t *testing.T, dir string) {
			mustWrite(t, dir, site("a.html", "a"), Options{})
			symlink(t, t.TempDir(), filepath.Join(dir, "assets"))
		}, site("assets/a.css", "1"), "symbolic link"},
		{"a link for the list", func(t *testing.T, dir string) { symlink(t, "/etc/hostname", filepath.Join(dir, ListName)) }, site("a.html", "a"), "not a list"},
		{"a folder for a file", func(t *testing.T, dir string) {
			mustWrite(t, dir, site("a.html", "a"), Options{})
			place(t, dir, "index.html/x", "x")
		}, site("index.html", "1"), "a folder"},
		{"a file for a folder", func(t *testing.T, dir string) {
			mustWrite(t, dir, site("a.html", "a"), Options{})
			place(t, dir, "assets", "x")
		}, site("assets/a.css", "1"), "a folder is needed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			test.prepare(t, dir)
			before := read(t, dir)
			_, err := Write(dir, test.files, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
			equal(t, read(t, dir), before)
		})
	}
}

func symlink(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

func TestWriteRefusesNames(t *testing.T) {
	for _, name := range []string{
		"", ".", "..", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "/a", "./a", "a\\b", "C:a", "A.html", "a b", "ä.html", "a\x00b", "a\nb",
		".hidden", ".privity-outputs.json", "a/.git", "-x", "_x", "con", "con.html", "a/nul.txt", "com1", "lpt9.md", "x.", "a./b",
		strings.Repeat("a", 121), strings.Repeat("a/", 201) + "a", "a:b", "a*", "~", "a\u202eb", "%2e%2e",
	} {
		dir := t.TempDir()
		if _, err := Write(dir, site(name, "x"), Options{Adopt: true}); err == nil {
			t.Errorf("%q was written", name)
		}
		if _, err := Check(dir, site(name, "x")); err == nil {
			t.Errorf("%q was checked", name)
		}
		if left := read(t, dir); len(left) > 0 {
			t.Errorf("%q: left %v", name, left)
		}
	}
	if _, err := Write(t.TempDir(), site("a", "1", "a", "2"), Options{}); err == nil {
		t.Error("one name was written twice")
	}
	if _, err := Write(t.TempDir(), site("a", "1", "a/b", "2"), Options{}); err == nil {
		t.Error("a name was written as a file and as a folder")
	}
}

func TestAdopt(t *testing.T) {
	dir := t.TempDir()
	place(t, dir, "index.html", "theirs")
	place(t, dir, "keep.txt", "k")
	r := mustWrite(t, dir, site("index.html", "1"), Options{Adopt: true})
	equal(t, r, Report{Written: []string{"index.html"}, Edited: []string{"index.html"}})
	mustWrite(t, dir, site("a.html", "1"), Options{})
	equal(t, read(t, dir), map[string]string{"a.html": "1", "keep.txt": "k"})
}

// What a list says about a path that now leads through a link is not acted on.
func TestRemovalDoesNotFollowLinks(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, site("old/x.html", "x", "index.html", "1"), Options{})
	if err := os.RemoveAll(filepath.Join(dir, "old")); err != nil {
		t.Fatal(err)
	}
	place(t, dir, "theirs/x.html", "x")
	symlink(t, "theirs", filepath.Join(dir, "old"))
	mustWrite(t, dir, site("index.html", "2"), Options{})
	equal(t, read(t, dir), map[string]string{"index.html": "2", "theirs/x.html": "x", "old": "symlink"})
}

func TestCheck(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	files := site("index.html", "1", "a.html", "a")
	got, err := Check(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, []Difference{{ListName, Missing}, {"a.html", Missing}, {"index.html", Missing}})
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("Check created the folder")
	}
	mustWrite(t, dir, files, Options{})
	if got, err = Check(dir, files); err != nil || len(got) > 0 {
		t.Errorf("after Write: %v, %v", got, err)
	}
	place(t, dir, "foreign.txt", "f")
	place(t, dir, "a.html", "edited")
	got, err = Check(dir, site("a.html", "a", "b.html", "b"))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, []Difference{{ListName, Changed}, {"a.html", Changed}, {"b.html", Missing}, {"index.html", Stale}})
}
