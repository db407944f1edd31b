package publish_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/publish"
	"github.com/privity/privity/internal/signature"
)

// A start is what is there before something goes wrong with the next version.
type start struct {
	name     string
	versions int
	signer   *signature.Signer
	behind   bool // the last publish was killed before it switched the site
	disk     *disktest.Memory
}

// signed returns the n-th version, with a signature if the start has them.
func (s start) signed(base history.Head, n int) history.Draft {
	d := draft(base, n)
	d.Signer = s.signer
	return d
}

// historyIn opens the history in a folder that holds one.
func historyIn(t *testing.T, f disk.Folder) *history.History {
	t.Helper()
	if err := f.Mkdir("history"); err != nil && !errors.Is(err, os.ErrExist) {
		t.Fatal(err)
	}
	if err := f.SyncDir("."); err != nil {
		t.Fatal(err)
	}
	return open(f)
}

func starts(t *testing.T) []start {
	t.Helper()
	key := newSigner(t)
	list := []start{
		{"nothing", 0, nil, false, nil},
		{"nothing, signed", 0, key, false, nil},
		{"one version", 1, nil, false, nil},
		{"two versions, signed", 2, key, false, nil},
		{"a site that is behind", 2, nil, true, nil},
	}
	for i := range list {
		list[i].build(t)
	}
	return list
}

func (s *start) build(t *testing.T) {
	t.Helper()
	s.disk = disktest.New()
	h := historyIn(t, s.disk)
	for n := 1; n <= s.versions; n++ {
		d := s.signed(head(t, h), n)
		if s.behind && n == s.versions {
			if _, err := h.Append(d); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if _, err := publish.Publish(h, d, place(s.disk)); err != nil {
			t.Fatal(err)
		}
		theirs(t, s.disk, "site/theirs.txt")
	}
}

// theirs puts a file of somebody else's beside ours, if it is not there.
func theirs(t *testing.T, f disk.Folder, name string) {
	t.Helper()
	if _, err := f.Lstat(name); err == nil {
		return
	}
	if err := errors.Join(disk.Fill(f, name, []byte("theirs")), f.SyncDir(path.Dir(name))); err != nil {
		t.Fatal(err)
	}
}

func newSigner(t *testing.T) *signature.Signer {
	t.Helper()
	block, err := ssh.MarshalPrivateKey(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)), "")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := signature.Open(name, "")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var fates = []disktest.Fate{disktest.Fails, disktest.Lies, disktest.Dies, disktest.Full, disktest.ReadOnly}

// Every operation of a whole publish fails in turn: with an error, because the disk
// is full or can only be read, because the process is killed, or because the power
// goes. Whatever happens: a version that was acknowledged is in the history and on
// the site; the history is one chain; the site is one version that the history has,
// with what others have put there; and the next publish succeeds.
func TestEveryOperationOfPublishFails(t *testing.T) {
	t.Parallel()
	var total atomic.Int64
	t.Run("from", func(t *testing.T) {
		for _, s := range starts(t) {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				states := s.failAll(t)
				t.Logf("%d states", states)
				total.Add(int64(states))
			})
		}
	})
	t.Logf("%d states in all", total.Load())
	if total.Load() < 2400 {
		t.Errorf("only %d states were tried", total.Load())
	}
}

func (s start) failAll(t *testing.T) int {
	t.Helper()
	states := 0
	for _, fate := range fates {
		losses := []disktest.Loss{disktest.Nothing}
		if fate == disktest.Dies {
			losses = append(slices.Clone(disktest.Losses), disktest.Some, disktest.Some)
		}
		for seed, loss := range losses {
			states += s.sweep(t, trial{fate: fate, loss: loss, seed: uint64(seed)})
		}
	}
	return states
}

// A trial is what goes wrong.
type trial struct {
	fate disktest.Fate
	loss disktest.Loss
	seed uint64
	at   int
	op   string
}

// probeStride leaves out most operations of trying a store, which are all alike and
// which package history sweeps.
const probeStride = 31

func (s start) sweep(t *testing.T, c trial) int {
	t.Helper()
	for states := 0; ; states++ {
		c.at++
		if c.op = s.fail(t, c); c.op == "" {
			return states
		}
		if strings.Contains(c.op, "probe-") {
			c.at += probeStride - 1
		}
	}
}

// fail returns the operation that something befell, or nothing if there were not so
// many.
func (s start) fail(t *testing.T, c trial) string {
	t.Helper()
	memory := s.disk.Crash(disktest.Nothing, 0)
	base := head(t, historyIn(t, memory))
	faults := &disktest.Faults{Folder: memory, Fate: c.fate, At: c.at}
	h := open(faults)
	_, err := publish.Publish(h, s.signed(base, s.versions+1), place(faults))
	if len(faults.Done()) < c.at {
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		return ""
	}
	c.op = faults.Done()[c.at-1]
	if c.fate == disktest.Dies {
		memory = memory.Crash(c.loss, c.seed+31*uint64(c.at))
	}
	s.survives(t, fmt.Sprintf("%s: %+v", s.name, c), memory, err)
	return c.op
}

// survives checks what is left, and that it goes on from there.
func (s start) survives(t *testing.T, name string, f disk.Folder, published error) {
	t.Helper()
	h := historyIn(t, f)
	entries, err := h.Entries()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	site := siteVersion(t, name, f)
	switch {
	case len(entries) != s.versions && len(entries) != s.versions+1:
		t.Fatalf("%s: there are %d versions", name, len(entries))
	case site > len(entries):
		t.Fatalf("%s: the site is version %d, and the history has %d", name, site, len(entries))
	case published == nil && (site != s.versions+1 || len(entries) != s.versions+1):
		t.Fatalf("%s: it was acknowledged, and the site is version %d, of %d", name, site, len(entries))
	case s.versions > 0 && site == 0:
		t.Fatalf("%s: the site is gone", name)
	}
	next := len(entries) + 1
	if _, err := publish.Publish(h, s.signed(head(t, h), next), place(f)); err != nil {
		t.Fatalf("%s: the next publish: %v", name, err)
	}
	if got := siteVersion(t, name, f); got != next {
		t.Fatalf("%s: the site is version %d in the end, not %d", name, got, next)
	}
	report, err := h.Verify(history.Options{})
	if err != nil || !report.OK() || report.Entries != next {
		t.Fatalf("%s: in the end: %v, %+v", name, err, report)
	}
}

// siteVersion returns which version the site is, whole, or 0 if there is none yet.
func siteVersion(t *testing.T, name string, f disk.Folder) int {
	t.Helper()
	if _, err := f.Lstat("site"); errors.Is(err, os.ErrNotExist) {
		return 0
	}
	found := map[string][]byte{}
	collect(t, disk.Below(f, "site"), ".", found)
	if theirs, there := found["theirs.txt"]; there && string(theirs) != "theirs" {
		t.Fatalf("%s: theirs is %q", name, theirs)
	}
	delete(found, "theirs.txt")
	delete(found, output.ListName)
	for n := 1; n <= 5; n++ {
		if maps.EqualFunc(found, draft(history.Head{}, n).Files, bytes.Equal) {
			return n
		}
	}
	t.Fatalf("%s: the site is no version: %q", name, found)
	return 0
}

func collect(t *testing.T, f disk.Folder, dir string, into map[string][]byte) {
	t.Helper()
	entries, err := f.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			collect(t, f, name, into)
			continue
		}
		if into[name], err = f.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
}
