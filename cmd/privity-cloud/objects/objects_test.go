package objects_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/privity/privity/cmd/privity-cloud/objects"
	"github.com/privity/privity/internal/history"
)

// TestMain makes the test binary the processes that publish at the same time.
func TestMain(m *testing.M) {
	if place := os.Getenv("PRIVITY_TEST_PLACE"); place != "" {
		if err := publishMany(place, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func draft(n int) history.Draft {
	return history.Draft{
		Policy: "policy.acme", Effective: "2026-02-01", Published: "2026-01-01", Tool: "privity 0.1.0", Version: fmt.Sprint("v", n),
		Files: map[string][]byte{"index.html": fmt.Appendf(nil, "version %d", n), "empty.csv": nil, "large.html": bytes.Repeat([]byte{'x'}, 100_000)},
	}
}

func open(t *testing.T, place string) *history.History {
	t.Helper()
	store, err := objects.Open(place)
	if err != nil {
		t.Fatal(err)
	}
	h := history.New(store)
	t.Cleanup(func() { _ = h.Close() })
	return h
}

func publish(t *testing.T, h *history.History, n int) {
	t.Helper()
	d := draft(n)
	var err error
	if d.Base, err = h.Head(); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Append(d); err != nil {
		t.Fatal(err)
	}
}

func verified(t *testing.T, h *history.History, versions int) {
	t.Helper()
	r, err := h.Verify(history.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Error(p)
	}
	if r.Entries != versions || len(r.Leftovers) > 0 {
		t.Errorf("there are %d versions, not %d, and %v is left", r.Entries, versions, r.Leftovers)
	}
}

func TestHistoryInABucket(t *testing.T) {
	server := &fakeS3{}
	place := server.serve(t)
	h := open(t, place)
	const versions = 5
	for n := 1; n <= versions; n++ {
		publish(t, h, n)
	}
	verified(t, open(t, place), versions)
	entries, err := h.Entries()
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		for name, want := range draft(i + 1).Files {
			if got, err := h.Content(e, name); err != nil || !bytes.Equal(got, want) {
				t.Errorf("version %d: %s holds %.20q, %v", i+1, name, got, err)
			}
		}
	}
	for key := range server.objects {
		if !strings.HasPrefix(key, "policies/acme/") {
			t.Errorf("%s was written", key)
		}
	}
	server.objects["policies/acme/entries/000002.json"] = []byte("{}\n")
	if r, err := h.Verify(history.Options{}); err != nil || r.OK() {
		t.Errorf("another entry was not found: %v", err)
	}
}

func TestMissing(t *testing.T) {
	server := &fakeS3{}
	store, err := objects.Open(server.serve(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Read("HEAD"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if err := store.Create("x", []byte("1")); err != nil {
		t.Error(err)
	}
	if err := store.Create("x", []byte("2")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
}

// A service that ignores the condition is refused before anything is published.
func TestCarelessServiceIsRefused(t *testing.T) {
	server := &fakeS3{careless: true}
	h := open(t, server.serve(t))
	if _, err := h.Append(draft(1)); !errors.Is(err, history.ErrNotExclusive) {
		t.Errorf("got %v", err)
	}
	for key := range server.objects {
		t.Errorf("%s was left", key)
	}
}

// An answer that is lost after the write makes the client write again, and be
// told that the object is there. It is the same, and so it was published.
func TestLostAnswers(t *testing.T) {
	server := &fakeS3{}
	place := server.serve(t)
	h := open(t, place)
	publish(t, h, 1)
	server.mu.Lock()
	server.loses = map[string]int{"policies/acme/entries/000002.json": 1}
	server.mu.Unlock()
	publish(t, h, 2)
	publish(t, h, 3)
	verified(t, h, 3)
}

// S3 may say that it could not decide which of two writes was first.
func TestUndecidedWrites(t *testing.T) {
	server := &fakeS3{}
	place := server.serve(t)
	h := open(t, place)
	publish(t, h, 1)
	server.mu.Lock()
	server.conflict = map[string]int{"policies/acme/entries/000002.json": 3}
	server.mu.Unlock()
	publish(t, h, 2)
	verified(t, h, 2)
}

const (
	processes = 8
	each      = 5
)

// publishMany publishes versions of a process's own.
func publishMany(place, who string) error {
	store, err := objects.Open(place)
	if err != nil {
		return err
	}
	h := history.New(store)
	for n := 0; n < each; {
		d := draft(n)
		d.Version = who + "." + strconv.Itoa(n)
		if d.Base, err = h.Head(); err != nil {
			return err
		}
		_, err := h.Append(d)
		var stale *history.StaleError
		switch {
		case errors.As(err, &stale):
			continue
		case err != nil:
			return err
		}
		fmt.Println(d.Version)
		n++
	}
	return nil
}

func TestManyPublishAtOnce(t *testing.T) {
	server := &fakeS3{}
	place := server.serve(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	var outputs [processes]bytes.Buffer
	for who := range processes {
		cmd := exec.CommandContext(t.Context(), self, strconv.Itoa(who))
		cmd.Env = append(os.Environ(), "PRIVITY_TEST_PLACE="+place)
		cmd.Stdout, cmd.Stderr = &outputs[who], &outputs[who]
		all.Go(func() {
			if err := cmd.Run(); err != nil {
				t.Errorf("process %d: %v\n%s", who, err, &outputs[who])
			}
		})
	}
	all.Wait()
	acknowledged := 0
	for i := range outputs {
		acknowledged += len(strings.Fields(outputs[i].String()))
	}
	t.Logf("%d processes published %d versions", processes, acknowledged)
	verified(t, open(t, place), processes*each)
}
