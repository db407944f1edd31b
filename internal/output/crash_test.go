package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var errFailed = errors.New("no space left")

// failing is a folder in which the operation with the given number fails, and, if
// the machine has crashed then, all after it. A write that fails writes half.
type failing struct {
	folder
	at, count int
	crash     bool
	done      []string
}

func (f *failing) fails(operation, name string) bool {
	f.count++
	f.done = append(f.done, operation+" "+name)
	return f.count == f.at || f.crash && f.count > f.at
}

func (f *failing) ReadFile(name string) ([]byte, error) {
	if f.fails("read", name) {
		return nil, errFailed
	}
	return f.folder.ReadFile(name)
}

func (f *failing) Lstat(name string) (fs.FileInfo, error) {
	if f.fails("lstat", name) {
		return nil, errFailed
	}
	return f.folder.Lstat(name)
}

func (f *failing) ReadDir(name string) ([]fs.DirEntry, error) {
	if f.fails("list", name) {
		return nil, errFailed
	}
	return f.folder.ReadDir(name)
}

func (f *failing) Mkdir(name string) error {
	if f.fails("mkdir", name) {
		return errFailed
	}
	return f.folder.Mkdir(name)
}

func (f *failing) Rename(from, to string) error {
	if f.fails("rename", to) {
		return errFailed
	}
	return f.folder.Rename(from, to)
}

func (f *failing) Remove(name string) error {
	if f.fails("remove", name) {
		return errFailed
	}
	return f.folder.Remove(name)
}

func (f *failing) SyncDir(name string) error {
	if f.fails("syncdir", name) {
		return errFailed
	}
	return nil // nobody cuts the power of a test
}

func (f *failing) Create(name string) (file, error) {
	if f.fails("create", name) {
		return nil, errFailed
	}
	out, err := f.folder.Create(name)
	return &failingFile{out, f, name}, err
}

type failingFile struct {
	file
	in   *failing
	name string
}

func (f *failingFile) Write(content []byte) (int, error) {
	if f.in.fails("write", f.name) {
		n, _ := f.file.Write(content[:len(content)/2])
		return n, errFailed
	}
	return f.file.Write(content)
}

func (f *failingFile) Sync() error {
	if f.in.fails("sync", f.name) {
		return errFailed
	}
	return nil
}

func (f *failingFile) Close() error {
	err := f.file.Close() // or the test leaks it
	if f.in.fails("close", f.name) {
		return errFailed
	}
	return err
}

// Every operation fails in turn, once as an error that the run can react to and
// once as a crash. Whatever happens, each file is the old or the new one, those of
// others are untouched, no page is there before what it loads, and the next run
// completes the site without being told to adopt anything.
func TestEveryFailureLeavesWholeFiles(t *testing.T) {
	before := site("index.html", "old index", "assets/a.css", "old style", "same.html", "same", "gone/x.html", "gone", "gone/y.html", "gone, too")
	after := site("index.html", "new index", "assets/a.css", "new style", "same.html", "same", "new/deep/z.html", "new page", "manifest.json", "{}")
	states := 0
	for _, start := range [][]File{nil, before} {
		for _, crash := range []bool{false, true} {
			for at := 1; ; at++ {
				name := fmt.Sprintf("from %d files, crash %v, operation %d", len(start), crash, at)
				if !failAt(t, name, start, after, at, crash) {
					break
				}
				states++
			}
		}
	}
	t.Logf("%d states", states)
	if states < 150 {
		t.Errorf("only %d states were tried", states)
	}
}

// failAt reports whether there was an operation with that number.
func failAt(t *testing.T, name string, before, after []File, at int, crash bool) bool {
	t.Helper()
	dir := t.TempDir()
	if before != nil {
		mustWrite(t, dir, before, Options{})
		place(t, dir, "foreign.txt", "foreign")
		place(t, dir, "gone/foreign.txt", "foreign")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	f := &failing{folder: rootFolder{root}, at: at, crash: crash}
	_, err = write(f, dir, after, Options{})
	if f.count < at {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return false
	}
	ignorable := strings.HasPrefix(f.done[at-1], "list gone")
	if err == nil && !ignorable {
		t.Errorf("%s: %q failed, and nobody heard of it", name, f.done[at-1])
	}
	wholeFiles(t, name, dir, before, after, crash)
	mustWrite(t, dir, after, Options{})
	complete(t, name, dir, before, after)
	return true
}

func wholeFiles(t *testing.T, name, dir string, before, after []File, crash bool) {
	t.Helper()
	allowed := map[string][]string{"foreign.txt": {"foreign"}, "gone/foreign.txt": {"foreign"}}
	for _, f := range append(append([]File{}, before...), after...) {
		allowed[f.Path] = append(allowed[f.Path], string(f.Content))
	}
	found := read(t, dir)
	for p, content := range found {
		if strings.Contains(p, tempPrefix) {
			if !crash {
				t.Errorf("%s: %s was left", name, p)
			}
			continue
		}
		if !slices.Contains(allowed[p], content) {
			t.Errorf("%s: %s holds %q", name, p, content)
		}
	}
	for _, f := range before {
		if _, there := found[f.Path]; !there && !strings.HasPrefix(f.Path, "gone/") {
			t.Errorf("%s: %s is lost", name, f.Path)
		}
	}
	if found["index.html"] == "new index" && (found["assets/a.css"] != "new style" || found["new/deep/z.html"] != "new page") {
		t.Errorf("%s: the new index came before what it leads to", name)
	}
}

func complete(t *testing.T, name, dir string, before, after []File) {
	t.Helper()
	want := map[string]string{}
	if before != nil {
		want["foreign.txt"], want["gone/foreign.txt"] = "foreign", "foreign"
	}
	for _, f := range after {
		want[f.Path] = string(f.Content)
	}
	if diff := cmp.Diff(want, read(t, dir)); diff != "" {
		t.Errorf("%s: differs in the end (-want +got):\n%s", name, diff)
	}
	content, err := os.ReadFile(dir + "/" + ListName)
	if err != nil || !bytes.Equal(content, listOf(after).encode()) {
		t.Errorf("%s: the list is wrong in the end: %v", name, err)
	}
}
