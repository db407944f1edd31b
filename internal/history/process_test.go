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
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
)

// TestMain makes the test binary the processes that publish, so that they can be
// killed.
func TestMain(m *testing.M) {
	switch os.Getenv("PRIVITY_TEST_PROCESS") {
	case "killed":
		publishAndDie()
	case "publisher":
		publishMany()
	default:
		os.Exit(m.Run())
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// process starts the test binary as a process of a kind.
func process(t *testing.T, kind string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), "PRIVITY_TEST_PROCESS="+kind)
	return cmd
}

// publishAndDie publishes the version with a number, and is killed by the system
// at an operation. It prints what it has acknowledged.
func publishAndDie() {
	dir, version, at := os.Args[1], number(2), number(3)
	root, err := disk.Open(dir)
	check(err)
	faults := &disktest.Faults{Folder: root, Fate: disktest.Kills, At: at, Kill: func() {
		check(syscall.Kill(os.Getpid(), syscall.SIGKILL))
		select {}
	}}
	h := history.New(history.NewFolder(faults))
	d := draft(version)
	d.Base, err = history.New(history.NewFolder(root)).Head()
	check(err)
	result, err := h.Append(d)
	check(err)
	fmt.Println(result.Head)
}

func number(arg int) int {
	n, err := strconv.Atoi(os.Args[arg])
	check(err)
	return n
}

// kills is how many processes are killed at least.
const kills = 600

// Processes are killed at every operation of a publish, one after the other on
// the same history; each one finds what the one before it has left. Whenever a
// publish is through, the next round begins with another version.
func TestKilledProcesses(t *testing.T) {
	t.Parallel()
	const lanes = 4
	var killed, published atomic.Int64
	t.Run("lane", func(t *testing.T) {
		for lane := range lanes {
			t.Run(strconv.Itoa(lane), func(t *testing.T) {
				t.Parallel()
				k, p := killLane(t, kills/lanes)
				killed.Add(int64(k))
				published.Add(int64(p))
			})
		}
	})
	t.Logf("%d processes were killed, %d versions were published", killed.Load(), published.Load())
	if killed.Load() < kills {
		t.Errorf("only %d processes were killed", killed.Load())
	}
}

func killLane(t *testing.T, least int) (killed, published int) {
	dir := t.TempDir()
	h := open(t, dir)
	publish(t, h, draft(1))
	published = 1
	for at := 1; killed < least; at++ {
		cmd := process(t, "killed", dir, strconv.Itoa(published+1), strconv.Itoa(at))
		out, err := cmd.Output()
		var exit *exec.ExitError
		switch {
		case errors.As(err, &exit) && !exit.Exited():
			killed++
		case err != nil:
			t.Fatalf("at %d: %v: %s", at, err, exit.Stderr)
		}
		acknowledged := strings.TrimSpace(string(out))
		if err == nil {
			at = 0
			published++
		}
		entries, chainErr := h.Entries()
		switch {
		case chainErr != nil:
			t.Fatalf("at %d: %v", at, chainErr)
		case len(entries) < published:
			t.Fatalf("at %d: %d versions were published, and %d are there", at, published, len(entries))
		case acknowledged != "" && entries[published-1].Head().String() != acknowledged:
			t.Fatalf("at %d: what was acknowledged is another", at)
		}
	}
	check := start{name: "killed", versions: published}
	got := check.chain(t, "in the end", h)
	if err := h.Heal(); err != nil {
		t.Error(err)
	}
	if r := verified(t, h, history.Options{}); r.Entries != len(got) {
		t.Errorf("%+v", r)
	}
	return killed, published
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
		cmd := process(t, "publisher", dir, strconv.Itoa(who))
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
