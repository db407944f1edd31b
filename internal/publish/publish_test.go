package publish_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/publish"
)

// place is the site in a disk, and open the history beside it.
func place(d disk.Folder) publish.Place { return publish.Place{Parent: d, Name: "site"} }

func open(d disk.Folder) *history.History {
	return history.New(history.NewFolder(disk.Below(d, "history")))
}

func newDisk(t *testing.T) *disktest.Memory {
	t.Helper()
	memory := disktest.New()
	for _, err := range []error{memory.Mkdir("history"), memory.SyncDir(".")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return memory
}

func draft(base history.Head, n int) history.Draft {
	return history.Draft{
		Base: base, Policy: "policy.acme", Effective: "2026-01-01", Published: "2026-01-01", Tool: "privity test",
		Files: map[string][]byte{
			"index.html": fmt.Appendf(nil, "version %d", n), "assets/style.css": []byte("style"),
			fmt.Sprintf("only-%d.html", n): []byte("only here"),
		},
	}
}

func head(t *testing.T, h *history.History) history.Head {
	t.Helper()
	now, err := h.Head()
	if err != nil {
		t.Fatal(err)
	}
	return now
}

func publishOn(t *testing.T, d disk.Folder, n int) {
	t.Helper()
	h := open(d)
	if _, err := publish.Publish(h, draft(head(t, h), n), place(d)); err != nil {
		t.Fatal(err)
	}
}

// site lists the files of a site with what is in them.
func site(t *testing.T, d disk.Folder, dir string) []string {
	t.Helper()
	entries, err := d.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if e.IsDir() {
			list = append(list, site(t, d, p)...)
			continue
		}
		content, err := d.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(e.Name(), ".") {
			list = append(list, p+": "+string(content))
		}
	}
	slices.Sort(list)
	return list
}

func wanted(n int) []string {
	if n == 0 {
		return nil
	}
	return []string{"site/assets/style.css: style", fmt.Sprintf("site/index.html: version %d", n), fmt.Sprintf("site/only-%d.html: only here", n)}
}

func TestPublish(t *testing.T) {
	memory := newDisk(t)
	for n := 1; n <= 3; n++ {
		publishOn(t, memory, n)
		if got := site(t, memory, "site"); !slices.Equal(got, wanted(n)) {
			t.Errorf("%d: the site is %q", n, got)
		}
		if got := head(t, open(memory)).Size; got != n {
			t.Errorf("%d: there are %d versions", n, got)
		}
	}
	if err := disk.Replace(memory, "site/index.html", []byte("rewritten")); err != nil {
		t.Fatal(err)
	}
	switched, err := publish.Restore(open(memory), place(memory))
	if err != nil || !switched.Whole || len(switched.Written) != 1 || !slices.Equal(site(t, memory, "site"), wanted(3)) {
		t.Errorf("restored: %+v, %v, %q", switched, err, site(t, memory, "site"))
	}
}

// What would be refused is refused before a version is entered.
func TestRefusalEntersNothing(t *testing.T) {
	memory := newDisk(t)
	if err := disk.Fill(memory, "site", []byte("a file")); err != nil {
		t.Fatal(err)
	}
	h := open(memory)
	if _, err := publish.Publish(h, draft(history.Head{}, 1), place(memory)); err == nil {
		t.Error("a file was taken for a folder")
	}
	if got := head(t, h); got.Size != 0 {
		t.Errorf("there is a version: %s", got)
	}
}

func TestStaleDraftChangesNothing(t *testing.T) {
	memory := newDisk(t)
	publishOn(t, memory, 1)
	var stale *history.StaleError
	if _, err := publish.Publish(open(memory), draft(history.Head{}, 2), place(memory)); !errors.As(err, &stale) {
		t.Errorf("got %v", err)
	}
	if got := site(t, memory, "site"); !slices.Equal(got, wanted(1)) {
		t.Errorf("the site is %q", got)
	}
}

// failing is a disk on which folders cannot be exchanged.
type failing struct{ disk.Folder }

func (failing) Exchange(string, string) error { return errors.New("it cannot be written") }

func TestSiteThatCannotBeSwitched(t *testing.T) {
	memory := newDisk(t)
	publishOn(t, memory, 1)
	h := open(memory)
	var wrong *publish.SiteError
	_, err := publish.Publish(h, draft(head(t, h), 2), place(failing{memory}))
	if !errors.As(err, &wrong) || wrong.Version != "2" {
		t.Errorf("got %v", err)
	}
	if got := head(t, h).Size; got != 2 {
		t.Errorf("there are %d versions", got)
	}
	if got := site(t, memory, "site"); !slices.Equal(got, wanted(1)) {
		t.Errorf("the site is %q", got)
	}
	if _, err := publish.Restore(h, place(memory)); err != nil || !slices.Equal(site(t, memory, "site"), wanted(2)) {
		t.Errorf("restored: %v, %q", err, site(t, memory, "site"))
	}
}
