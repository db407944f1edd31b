package history_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/signature"
)

// A start is a history before something goes wrong with the next version.
type start struct {
	name     string
	versions int
	signer   *signature.Signer
	cutShort bool // the last publish was killed before HEAD followed
	disk     *disktest.Memory
}

func starts(t testing.TB) []start {
	key := newSigner(t, 1)
	list := []start{
		{"no version", 0, nil, false, nil},
		{"no version, signed", 0, key, false, nil},
		{"two versions", 2, nil, false, nil},
		{"two versions, signed", 2, key, false, nil},
		{"an interrupted publish", 2, nil, true, nil},
		{"an interrupted publish, signed", 2, key, true, nil},
	}
	for i := range list {
		list[i].disk = disktest.New()
		list[i].build(t, list[i].disk)
	}
	return list
}

// build makes the history of a start in a folder.
func (s start) build(t testing.TB, f disk.Folder) {
	t.Helper()
	for n := 1; n <= s.versions; n++ {
		if s.cutShort && n == s.versions {
			f = &killedAtHead{f}
		}
		h := history.New(history.NewFolder(f))
		d := s.draft(t, h, n)
		if _, err := h.Append(d); err != nil && !errors.Is(err, errKilled) {
			t.Fatal(err)
		}
	}
}

// draft returns the n-th version, made against what is there.
func (s start) draft(t testing.TB, h *history.History, n int) history.Draft {
	t.Helper()
	d := draft(n)
	d.Signer = s.signer
	var err error
	if d.Base, err = h.Head(); err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	return d
}

var errKilled = errors.New("killed")

// killedAtHead is a folder in which HEAD is never written.
type killedAtHead struct{ disk.Folder }

func (k *killedAtHead) Rename(from, to string) error {
	if to == "HEAD" {
		return errKilled
	}
	return k.Folder.Rename(from, to)
}

var fates = []disktest.Fate{disktest.Fails, disktest.Lies, disktest.Dies, disktest.Full, disktest.ReadOnly}

// Every operation of a publish fails in turn: with an error, because the disk is
// full or can only be read, because the process is killed, or because the power
// goes, and with it some part of what was not synced. Whatever happens: what was
// acknowledged is there, whole; what is there is one chain; and the next publish,
// be it the same again or another, succeeds and leaves everything in order.
func TestEveryOperationOfAppendFails(t *testing.T) {
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

// failAll lets every operation fail in every way and returns how many states
// that were.
func (s start) failAll(t *testing.T) int {
	t.Helper()
	states := 0
	for _, fate := range fates {
		losses := []disktest.Loss{disktest.Nothing}
		if fate == disktest.Dies {
			losses = append(slices.Clone(disktest.Losses), disktest.Tail, disktest.Some, disktest.Some)
		}
		for seed, loss := range losses {
			states += s.sweep(t, fate, loss, uint64(seed))
		}
	}
	return states
}

// probeStride leaves out most operations of trying a store: there are hundreds,
// all alike.
const probeStride = 23

// sweep lets every operation fail and returns how many were tried.
func (s start) sweep(t *testing.T, fate disktest.Fate, loss disktest.Loss, seed uint64) int {
	t.Helper()
	states := 0
	for at := 1; ; {
		op := s.fail(t, fate, loss, seed, at)
		if op == "" {
			return states
		}
		states++
		if at++; strings.Contains(op, "probe-") {
			at += probeStride - 1
		}
	}
}

// fail returns what the operation with that number was, or nothing if there was
// none.
func (s start) fail(t *testing.T, fate disktest.Fate, loss disktest.Loss, seed uint64, at int) string {
	t.Helper()
	memory := s.disk.Crash(disktest.Nothing, 0)
	d := s.draft(t, history.New(history.NewFolder(memory)), s.versions+1)
	faults := &disktest.Faults{Folder: memory, Fate: fate, At: at}
	result, err := history.New(history.NewFolder(faults)).Append(d)
	if len(faults.Done()) < at {
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		return ""
	}
	if fate == disktest.Dies {
		memory = memory.Crash(loss, seed+31*uint64(at))
	}
	struck := faults.Done()[at-1]
	s.survives(t, fmt.Sprintf("%s: fate %d, loss %d, at %d, %q", s.name, fate, loss, at, struck), memory, d, result, err)
	return struck
}

// survives checks what is left after a draft was given, and that it goes on.
func (s start) survives(t *testing.T, name string, f disk.Folder, d history.Draft, result history.Result, err error) {
	t.Helper()
	h := history.New(history.NewFolder(f))
	entries := s.chain(t, name, h)
	there := len(entries)
	switch {
	case there != s.versions && there != s.versions+1:
		t.Fatalf("%s: there are %d versions", name, there)
	case err == nil && (there != s.versions+1 || entries[s.versions].Head() != result.Head):
		t.Fatalf("%s: it was acknowledged and is lost", name)
	}
	next := there + 1
	if len(name)%2 == 0 { // half of the time the same is published again
		again, err := h.Append(d)
		if err != nil || again.Existed != (there == s.versions+1) || again.Head.Size != s.versions+1 {
			t.Fatalf("%s: the same again: %+v, %v", name, again, err)
		}
		next = s.versions + 2
	}
	if _, err := h.Append(s.draft(t, h, next)); err != nil {
		t.Fatalf("%s: the next version: %v", name, err)
	}
	if got := len(s.chain(t, name, h)); got != next {
		t.Fatalf("%s: there are %d versions in the end, not %d", name, got, next)
	}
	verified(t, h, history.Options{})
	if t.Failed() {
		t.Fatalf("%s: is not in order in the end", name)
	}
}

// chain returns the versions that are there, each of which has to be whole.
func (s start) chain(t *testing.T, name string, h *history.History) []*history.Entry {
	t.Helper()
	entries, err := h.Entries()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for i, e := range entries {
		files, err := h.Files(e)
		if err != nil {
			t.Fatalf("%s: version %d: %v", name, i+1, err)
		}
		for _, f := range files {
			if want := draft(i + 1).Files[f.Path]; !bytes.Equal(f.Content, want) {
				t.Fatalf("%s: version %d: %s holds %q, not %q", name, i+1, f.Path, f.Content, want)
			}
		}
	}
	return entries
}
