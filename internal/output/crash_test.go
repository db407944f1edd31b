package output

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
)

// A trial is one thing that goes wrong with one operation, and what is lost when
// the machine starts again.
type trial struct {
	name   string
	before []File
	after  []File
	fate   disktest.Fate
	at     int
	loss   disktest.Loss
	seed   uint64
}

var fates = map[string]disktest.Fate{
	"fails": disktest.Fails, "lies": disktest.Lies, "dies": disktest.Dies, "full": disktest.Full, "read-only": disktest.ReadOnly,
}

// Every operation fails in turn: with an error that the run can react to, because
// the disk is full or can only be read, or because the process is killed or the
// power goes. Whatever happens, each file is the old or the new one, those of
// others are untouched, no page is there before what it loads, and the next run
// completes the site without being told to adopt anything.
func TestEveryFailureLeavesWholeFiles(t *testing.T) {
	before := site("index.html", "old index", "assets/a.css", "old style", "same.html", "same", "gone/x.html", "gone", "gone/y.html", "gone, too")
	after := site("index.html", "new index", "assets/a.css", "new style", "same.html", "same", "new/deep/z.html", "new page", "manifest.json", "{}")
	states := 0
	for _, start := range [][]File{nil, before} {
		for name, fate := range fates {
			losses := []disktest.Loss{disktest.Nothing}
			if fate == disktest.Dies {
				losses = append(slices.Clone(disktest.Losses), disktest.Tail, disktest.Some, disktest.Some)
			}
			for seed, loss := range losses {
				states += sweep(t, trial{name, start, after, fate, 0, loss, uint64(seed)})
			}
		}
	}
	t.Logf("%d states", states)
	if states < 1000 {
		t.Errorf("only %d states were tried", states)
	}
}

// sweep tries every operation and returns how many there were.
func sweep(t *testing.T, c trial) int {
	t.Helper()
	for c.at = 1; ; c.at++ {
		if !c.run(t) {
			return c.at - 1
		}
	}
}

// run reports whether there was an operation with that number.
func (c trial) run(t *testing.T) bool {
	t.Helper()
	folder := disktest.New()
	if c.before != nil {
		c.write(t, folder, c.before)
		put(t, folder, "foreign.txt", "foreign")
		put(t, folder, "gone/foreign.txt", "foreign")
	}
	faults := &disktest.Faults{Folder: folder, Fate: c.fate, At: c.at}
	_, err := write(faults, "dist", c.after, Options{})
	if len(faults.Done()) < c.at {
		if err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		return false
	}
	struck := faults.Done()[c.at-1]
	ignorable := strings.HasPrefix(struck, "readdir gone") || strings.HasPrefix(struck, "remove gone")
	if err == nil && !ignorable && (c.fate == disktest.Fails || c.fate == disktest.Dies) {
		t.Errorf("%s: %q failed, and nobody heard of it", c, struck)
	}
	if c.fate == disktest.Dies {
		folder = folder.Crash(c.loss, c.seed+uint64(c.at)*31)
	}
	c.whole(t, folder)
	c.write(t, folder, c.after)
	c.complete(t, folder)
	return true
}

func (c trial) String() string {
	return fmt.Sprintf("from %d files, %s at operation %d, loss %d", len(c.before), c.name, c.at, c.loss)
}

func (c trial) write(t *testing.T, f disk.Folder, files []File) {
	t.Helper()
	if _, err := write(f, "dist", files, Options{}); err != nil {
		t.Fatalf("%s: %v", c, err)
	}
}

// put makes a file of somebody else's, durably.
func put(t *testing.T, f disk.Folder, name, content string) {
	t.Helper()
	if err := disk.Fill(f, name, []byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := f.SyncDir(path.Dir(name)); err != nil {
		t.Fatal(err)
	}
}

// content reads all files of a folder.
func content(t *testing.T, f disk.Folder, dir string, into map[string]string) map[string]string {
	t.Helper()
	entries, err := f.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			content(t, f, name, into)
			continue
		}
		text, err := f.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		into[name] = string(text)
	}
	return into
}

func (c trial) whole(t *testing.T, f disk.Folder) {
	t.Helper()
	allowed := map[string][]string{"foreign.txt": {"foreign"}, "gone/foreign.txt": {"foreign"}}
	for _, f := range append(append([]File{}, c.before...), c.after...) {
		allowed[f.Path] = append(allowed[f.Path], string(f.Content))
	}
	found := content(t, f, ".", map[string]string{})
	delete(found, ListName)
	for p, content := range found {
		if !disk.IsTemp(p) && !slices.Contains(allowed[p], content) {
			t.Errorf("%s: %s holds %q", c, p, content)
		}
	}
	for _, f := range c.before {
		if _, there := found[f.Path]; !there && !strings.HasPrefix(f.Path, "gone/") {
			t.Errorf("%s: %s is lost", c, f.Path)
		}
	}
	if found["index.html"] == "new index" && (found["assets/a.css"] != "new style" || found["new/deep/z.html"] != "new page") {
		t.Errorf("%s: the new index came before what it leads to", c)
	}
}

func (c trial) complete(t *testing.T, f disk.Folder) {
	t.Helper()
	want := map[string]string{ListName: string(listOf(c.after).encode())}
	if c.before != nil {
		want["foreign.txt"], want["gone/foreign.txt"] = "foreign", "foreign"
	}
	for _, f := range c.after {
		want[f.Path] = string(f.Content)
	}
	if diff := cmp.Diff(want, content(t, f, ".", map[string]string{})); diff != "" {
		t.Errorf("%s: differs in the end (-want +got):\n%s", c, diff)
	}
}
