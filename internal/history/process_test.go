package history_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/privity/privity/internal/history"
)

// TestMain makes the test binary the processes that publish. Package publish kills
// some.
func TestMain(m *testing.M) {
	if os.Getenv("PRIVITY_TEST_PROCESS") != "" {
		publishMany()
		return
	}
	os.Exit(m.Run())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// publisher prepares the test binary as a process that publishes.
func publisher(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), "PRIVITY_TEST_PROCESS=publisher")
	return cmd
}

func open(t testing.TB, dir string) *history.History {
	t.Helper()
	store, err := history.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return history.New(store)
}

// publishers and each are how many publish at the same time, and how often.
const (
	publishers = 16
	each       = 25
)

// publishMany publishes versions of its own, and prints those that it was told
// are published.
func publishMany() {
	dir, who := os.Args[1], os.Args[2]
	store, err := history.OpenFolder(dir)
	check(err)
	h := history.New(store)
	for n := 0; n < each; {
		d := draft(n)
		d.Version = who + "." + strconv.Itoa(n)
		d.Base, err = h.Head()
		check(err)
		result, err := h.Append(d)
		var stale *history.StaleError
		if errors.As(err, &stale) {
			continue // somebody was faster
		}
		check(err)
		fmt.Println(result.Entry.Version, result.Head)
		n++
	}
}

// Sixteen processes publish on one history, which none of them has begun.
func TestManyPublishAtOnce(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "history")
	outputs := make([]bytes.Buffer, publishers)
	var all sync.WaitGroup
	for who := range publishers {
		cmd := publisher(t, dir, strconv.Itoa(who))
		cmd.Stdout, cmd.Stderr = &outputs[who], &outputs[who]
		all.Go(func() {
			if err := cmd.Run(); err != nil {
				t.Errorf("process %d: %v\n%s", who, err, &outputs[who])
			}
		})
	}
	all.Wait()
	h := open(t, dir)
	entries, err := h.Entries()
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, e := range entries {
		there[e.Version+" "+e.Head().String()] = true
	}
	acknowledged := 0
	for who := range outputs {
		for line := range strings.Lines(outputs[who].String()) {
			acknowledged++
			if !there[strings.TrimSpace(line)] {
				t.Errorf("process %d was told of %s, which is lost", who, line)
			}
		}
	}
	t.Logf("%d processes published %d versions; the history has %d", publishers, acknowledged, len(entries))
	if acknowledged != publishers*each || len(entries) != acknowledged {
		t.Errorf("%d were acknowledged, and %d are there; both should be %d", acknowledged, len(entries), publishers*each)
	}
	if r := verified(t, h, history.Options{}); len(r.Leftovers) > publishers*each {
		t.Errorf("%d files are left", len(r.Leftovers))
	}
}
