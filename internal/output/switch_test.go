package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
)

var (
	oldSite = site("index.html", "old index", "assets/a.css", "style", "gone/x.html", "gone")
	newSite = site("index.html", "new index", "assets/a.css", "style", "new/deep/z.html", "new page")
)

func TestSwitch(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public", "site")
	for i, files := range [][]File{oldSite, newSite, newSite} {
		report, whole, err := Switch(dir, files, Options{})
		if err != nil || !whole {
			t.Fatalf("%d: whole %v, %v", i, whole, err)
		}
		want := map[string]string{}
		for _, f := range files {
			want[f.Path] = string(f.Content)
		}
		if i > 0 {
			want["cname"], want["gone/mine.txt"] = "example.com", "mine"
		} else {
			place(t, dir, "cname", "example.com")
			place(t, dir, "gone/mine.txt", "mine")
			delete(want, "cname")
		}
		got := read(t, dir)
		if i == 0 {
			delete(got, "cname")
			delete(got, "gone/mine.txt")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d: (-want +got):\n%s", i, diff)
		}
		if i == 2 && len(report.Written) > 0 {
			t.Errorf("%v was written again", report.Written)
		}
		if differences, err := Check(dir, files); err != nil || len(differences) > 0 {
			t.Errorf("%d: %v, %v", i, differences, err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(left) != 1 {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestSwitchRefuses(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	place(t, dir, "thesis.txt", "x")
	if _, _, err := Switch(dir, newSite, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder of somebody else: %v", err)
	}
	if _, whole, err := Switch(dir, newSite, Options{Adopt: true}); err != nil || !whole {
		t.Errorf("adopted: %v, %v", whole, err)
	}
	if got := read(t, dir)["thesis.txt"]; got != "x" {
		t.Errorf("the thesis is %q", got)
	}
	link := filepath.Join(t.TempDir(), "link")
	symlink(t, dir, link)
	if _, _, err := Switch(link, newSite, Options{}); err == nil || !strings.Contains(err.Error(), "symbolic link") {
		t.Errorf("a link: %v", err)
	}
}

// noExchange is a disk that cannot exchange.
type noExchange struct{ disk.Folder }

func (noExchange) Exchange(string, string) error { return errors.ErrUnsupported }

func TestSwitchWithoutExchange(t *testing.T) {
	memory := noExchange{disktest.New()}
	for i, files := range [][]File{oldSite, newSite} {
		_, whole, err := SwitchIn(memory, "site", files, Options{})
		if err != nil || whole != (i == 0) { // the first time nothing has to make room
			t.Fatalf("%d: whole %v, %v", i, whole, err)
		}
	}
	if got := contents(t, memory, "."); !slices.Equal(got, wanted(newSite)) {
		t.Errorf("got %q", got)
	}
}

// Whatever fails and whenever the power goes, there is the old site or the new one,
// with what is not ours, and never a mixture.
func TestEveryFailureLeavesOneSite(t *testing.T) {
	states := 0
	for _, first := range []bool{true, false} {
		for name, fate := range fates {
			losses := []disktest.Loss{disktest.Nothing}
			if fate == disktest.Dies {
				losses = slices.Concat(disktest.Losses, disktest.Losses)
			}
			for seed, loss := range losses {
				for at := 1; ; at++ {
					if !oneSite(t, fmt.Sprintf("%s at %d, loss %d, first %v", name, at, loss, first), first, fate, at, loss, uint64(seed)) {
						break
					}
					states++
				}
			}
		}
	}
	t.Logf("%d states", states)
	if states < 1000 {
		t.Errorf("only %d states were tried", states)
	}
}

// oneSite reports whether there was an operation with that number.
func oneSite(t *testing.T, name string, first bool, fate disktest.Fate, at int, loss disktest.Loss, seed uint64) bool {
	t.Helper()
	memory := disktest.New()
	allowed := [][]string{nil, wanted(newSite)}
	if !first {
		if _, _, err := SwitchIn(memory, "site", oldSite, Options{}); err != nil {
			t.Fatal(err)
		}
		put(t, memory, "site/cname", "example.com")
		for _, files := range [][]File{oldSite, newSite} {
			allowed = append(allowed, wanted(append(slices.Clone(files), File{"cname", []byte("example.com")})))
		}
		allowed = allowed[2:]
	}
	faults := &disktest.Faults{Folder: memory, Fate: fate, At: at}
	_, _, err := SwitchIn(faults, "site", newSite, Options{})
	if len(faults.Done()) < at {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return false
	}
	if fate == disktest.Dies {
		memory = memory.Crash(loss, seed*1000+uint64(at))
	}
	got := contents(t, memory, "site")
	if !slices.ContainsFunc(allowed, func(w []string) bool { return slices.Equal(w, got) }) {
		t.Errorf("%s (%s): there is %q", name, faults.Done()[at-1], got)
	}
	if err == nil && !slices.Equal(got, allowed[len(allowed)-1]) {
		t.Errorf("%s (%s): it was acknowledged, and there is %q", name, faults.Done()[at-1], got)
	}
	if _, _, err := SwitchIn(memory, "site", newSite, Options{}); err != nil {
		t.Fatalf("%s: the next run: %v", name, err)
	}
	if got := contents(t, memory, "."); !slices.Equal(got, allowed[len(allowed)-1]) {
		t.Errorf("%s: in the end there is %q", name, got)
	}
	return true
}

// wanted lists files as contents does.
func wanted(files []File) []string {
	var list []string
	for _, f := range files {
		list = append(list, f.Path+": "+string(f.Content))
	}
	slices.Sort(list)
	return list
}

// contents lists the files below a folder with what is in them, seen from the site.
func contents(t *testing.T, f disk.Folder, dir string) []string {
	t.Helper()
	var list []string
	entries, err := f.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if e.IsDir() {
			list = append(list, contents(t, f, p)...)
			continue
		}
		content, err := f.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		if e.Name() != ListName {
			list = append(list, strings.TrimPrefix(p, "site/")+": "+string(content))
		}
	}
	slices.Sort(list)
	return list
}
