package watch_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/privity/privity/internal/watch"
)

// write gives a file content and a time of its own, so that no test depends on how
// finely a disk counts time.
func write(t *testing.T, name, content string, at int) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	when := time.Unix(int64(1_000_000+at), 0)
	if err := os.Chtimes(name, when, when); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// start records the reading of a folder as a policy is read: its list, a file, a
// folder that is listed, and one that is not there.
func start(t *testing.T) (dir string, r *watch.Record) {
	t.Helper()
	dir = t.TempDir()
	write(t, filepath.Join(dir, "a.hcl"), "one", 0)
	write(t, filepath.Join(dir, "unread.txt"), "one", 0)
	must(t, os.Mkdir(filepath.Join(dir, "module"), 0o700))
	r = watch.NewRecord()
	files := r.FS(dir, os.DirFS(dir))
	for _, folder := range []string{".", "module"} {
		_, err := fs.ReadDir(files, folder)
		must(t, err)
	}
	_, err := fs.ReadFile(files, "a.hcl")
	must(t, err)
	if _, err := fs.Stat(files, "rules"); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return dir, r
}

func TestChanges(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		want   bool
	}{
		{"nothing", func(*testing.T, string) {}, false},
		{"content of another size", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "a.hcl"), "three", 0) }, true},
		{"content of the same size", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "a.hcl"), "two", 1) }, true},
		{"a file in the place of another", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "a.hcl.new"), "two", 1)
			must(t, os.Rename(filepath.Join(dir, "a.hcl.new"), filepath.Join(dir, "a.hcl")))
		}, true},
		{"a file that went", func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "a.hcl"))) }, true},
		{"a file that may no longer be read", func(t *testing.T, dir string) { must(t, os.Chmod(filepath.Join(dir, "a.hcl"), 0)) }, true},
		{"a new file", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "b.hcl"), "", 0) }, true},
		{"a new file in a folder", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "module", "b.hcl"), "", 0) }, true},
		{"a folder that was missed", func(t *testing.T, dir string) { must(t, os.Mkdir(filepath.Join(dir, "rules"), 0o700)) }, true},
		{"a folder that went", func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "module"))) }, true},
		{"a file that was not read", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "unread.txt"), "three", 1) }, false},
		{"a swap file", func(t *testing.T, dir string) { write(t, filepath.Join(dir, ".a.hcl.swp"), "", 0) }, false},
		{"a backup", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "a.hcl~"), "", 0) }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir, r := start(t)
			w := watch.NewWatcher(r)
			c.change(t, dir)
			w.Settled(r.Look())
			if got := w.Settled(r.Look()); got != c.want {
				t.Errorf("settled: %t, want %t", got, c.want)
			}
		})
	}
}

// What changes between the reading of a file and the first look is not missed.
func TestChangesWhileReading(t *testing.T) {
	dir, r := start(t)
	write(t, filepath.Join(dir, "a.hcl"), "two", 1)
	_, err := fs.ReadFile(r.FS(dir, os.DirFS(dir)), "a.hcl") // another part of the program reads it later
	must(t, err)
	w := watch.NewWatcher(r)
	w.Settled(r.Look())
	if !w.Settled(r.Look()) {
		t.Error("the change was missed")
	}
}

// What is there and may not be read from the folder, a link that leads out of it, has
// not changed because of that.
func TestWhatMayNotBeRead(t *testing.T) {
	outside := t.TempDir()
	write(t, filepath.Join(outside, "a.hcl"), "one", 0)
	dir := t.TempDir()
	must(t, os.Symlink(filepath.Join(outside, "a.hcl"), filepath.Join(dir, "a.hcl")))
	must(t, os.Symlink(outside, filepath.Join(dir, "module")))
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	r := watch.NewRecord()
	files := r.FS(dir, root.FS())
	if _, err := files.Open("a.hcl"); err == nil {
		t.Fatal("a link that leads out of the folder was followed")
	}
	if _, err := fs.Stat(files, "a.hcl"); err == nil {
		t.Fatal("a link that leads out of the folder was followed")
	}
	if _, err := fs.ReadDir(files, "module"); err == nil {
		t.Fatal("a link that leads out of the folder was followed")
	}
	w := watch.NewWatcher(r)
	w.Settled(r.Look())
	if w.Settled(r.Look()) {
		t.Error("nothing has changed, and it is read again")
	}
	must(t, os.Remove(filepath.Join(dir, "a.hcl")))
	w.Settled(r.Look())
	if !w.Settled(r.Look()) {
		t.Error("the link went, and that was missed")
	}
}

// What was read the last time is watched as it is now, not as it was then.
func TestInclude(t *testing.T) {
	dir, last := start(t)
	write(t, filepath.Join(dir, "a.hcl"), "two", 1)
	r := watch.NewRecord()
	r.Include(last)
	w := watch.NewWatcher(r)
	w.Settled(r.Look())
	if w.Settled(r.Look()) {
		t.Error("nothing has changed, and it is read again")
	}
	for i, name := range []string{"a.hcl", filepath.Join("module", "b.hcl")} {
		write(t, filepath.Join(dir, name), "three", 2+i)
		w.Settled(r.Look())
		if !w.Settled(r.Look()) {
			t.Error(name, "has changed, and that was missed")
		}
		r = watch.NewRecord()
		r.Include(last)
		w = watch.NewWatcher(r)
	}
}

// What is still being written is waited for, and what was undone is no change.
func TestSettling(t *testing.T) {
	dir, r := start(t)
	name := filepath.Join(dir, "a.hcl")
	w := watch.NewWatcher(r)
	for i, step := range []struct {
		change func()
		want   bool
	}{
		{func() { write(t, name, "t", 1) }, false},
		{func() { write(t, name, "tw", 2) }, false},
		{func() { write(t, name, "two", 3) }, false},
		{func() {}, true},
		{func() {}, true}, // until somebody has read it
		{func() { must(t, os.Remove(name)) }, false},
		{func() { write(t, name, "one", 0) }, false},
		{func() {}, false},
	} {
		step.change()
		if got := w.Settled(r.Look()); got != step.want {
			t.Errorf("step %d: settled is %t, want %t", i, got, step.want)
		}
	}
}

func TestNote(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "values.hclvars")
	r := watch.NewRecord()
	r.Note(name)
	r.Note(dir)
	w := watch.NewWatcher(r)
	write(t, filepath.Join(dir, "other"), "", 0) // a folder that is noted is one thing
	w.Settled(r.Look())
	if w.Settled(r.Look()) {
		t.Error("a file in a folder that was noted is a change")
	}
	write(t, name, "", 0)
	w.Settled(r.Look())
	if !w.Settled(r.Look()) {
		t.Error("a file that was missing is there now, and that is no change")
	}
	if r.Len() != 2 {
		t.Errorf("%d places are looked at, want 2", r.Len())
	}
	var none *watch.Record
	none.Note(name)
	if files := os.DirFS(dir); none.FS(dir, files) != files {
		t.Error("the nil record puts itself before the files")
	}
}
