package history_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/privity/privity/internal/history"
)

// repository returns a new bare repository.
func repository(t testing.TB) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	dir := filepath.Join(t.TempDir(), "history.git")
	gitIn(t, ".", "init", "--quiet", "--bare", dir)
	return dir
}

func gitIn(t testing.TB, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func openGit(t testing.TB, repository string) *history.History {
	t.Helper()
	store, err := history.OpenGit(repository, "")
	if err != nil {
		t.Fatal(err)
	}
	h := history.New(store)
	t.Cleanup(func() {
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

func TestGit(t *testing.T) {
	t.Parallel()
	dir := repository(t)
	h := openGit(t, dir)
	key := newSigner(t, 1)
	for n := 1; n <= 3; n++ {
		d := draft(n)
		d.Signer = key
		publish(t, h, d)
	}
	other := openGit(t, dir)
	if r := verified(t, other, history.Options{}); r.Entries != 3 || r.Signed != 3 {
		t.Errorf("%+v", r)
	}
	(start{name: "git", versions: 3}).chain(t, "from another clone", other)
	if branches := gitIn(t, dir, "branch", "--format=%(refname:short)"); branches != history.DefaultBranch {
		t.Errorf("the branches are %q", branches)
	}
	if n := gitIn(t, dir, "rev-list", "--count", history.DefaultBranch); n != "6" {
		t.Errorf("there are %s commits; each version takes two", n)
	}
	if who := gitIn(t, dir, "log", "--format=%an %ae %cn %ce", "-1", history.DefaultBranch); who != "privity privity@localhost privity privity@localhost" {
		t.Errorf("the commits say %q", who)
	}
	// What somebody does with git is found like all else.
	work := filepath.Join(t.TempDir(), "work")
	gitIn(t, ".", "clone", "--quiet", "--branch", history.DefaultBranch, dir, work)
	if err := os.WriteFile(filepath.Join(work, "entries/000002.json"), []byte("{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	gitIn(t, work, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-am", "x")
	gitIn(t, work, "push", "--quiet")
	if r, err := other.Verify(history.Options{}); err != nil || r.OK() {
		t.Errorf("another entry was not found: %v", err)
	}
}

// Clones that know the same head publish at once: one of them succeeds.
func TestGitIsExclusive(t *testing.T) {
	t.Parallel()
	dir := repository(t)
	publish(t, openGit(t, dir), draft(1))
	const clones, rounds = 4, 3
	acknowledged := 0
	histories := make([]*history.History, clones)
	for i := range histories {
		histories[i] = openGit(t, dir)
	}
	for round := range rounds {
		var all sync.WaitGroup
		var errs [clones]error
		var drafts [clones]history.Draft
		for i, h := range histories {
			drafts[i] = draft(2 + round)
			drafts[i].Version = strings.Repeat("x", i+1)
			var err error
			if drafts[i].Base, err = h.Head(); err != nil {
				t.Fatal(err)
			}
		}
		for i, h := range histories {
			all.Go(func() { _, errs[i] = h.Append(drafts[i]) })
		}
		all.Wait()
		for _, err := range errs {
			var stale *history.StaleError
			switch {
			case err == nil:
				acknowledged++
			case !errors.As(err, &stale):
				t.Error(err)
			}
		}
	}
	r := verified(t, openGit(t, dir), history.Options{})
	if acknowledged != rounds || r.Entries != 1+rounds {
		t.Errorf("%d were acknowledged, and %d are there, in %d rounds", acknowledged, r.Entries, rounds)
	}
}

// A repository that lets nobody push says so, and no version is lost in it.
func TestGitThatRefuses(t *testing.T) {
	t.Parallel()
	dir := repository(t)
	h := openGit(t, dir)
	publish(t, h, draft(1))
	hook := []byte("#!/bin/sh\nexit 1\n")
	if err := os.WriteFile(filepath.Join(dir, "hooks", "pre-receive"), hook, 0o700); err != nil {
		t.Fatal(err)
	}
	d := draft(2)
	d.Base, _ = h.Head()
	if _, err := h.Append(d); err == nil || !strings.Contains(err.Error(), "refuses") {
		t.Errorf("got %v", err)
	}
	if head, err := h.Head(); err != nil || head.Size != 1 {
		t.Errorf("got %v, %v", head, err)
	}
}

func TestOpenPlaces(t *testing.T) {
	dir := repository(t)
	for _, place := range []string{"git:" + dir, "git:" + dir + "#elsewhere", filepath.Join(dir, "not-there")} {
		store, err := history.Open(place, nil)
		if err != nil {
			t.Errorf("%s: %v", place, err)
			continue
		}
		publish(t, history.New(store), draft(1))
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
	if branches := gitIn(t, dir, "branch", "--format=%(refname:short)"); branches != "elsewhere\n"+history.DefaultBranch {
		t.Errorf("the branches are %q", branches)
	}
	for place, want := range map[string]string{
		"s3://bucket": "privity-cloud", "ftp://host": "not kept in ftp", "git:": "not a repository",
		"git:--upload-pack=x": "not a repository", "git:" + dir + "#-x": "not a name for a branch",
		"git:" + dir + "#a..b": "not a name for a branch", "git:" + dir + "#a/": "not a name for a branch",
	} {
		if _, err := history.Open(place, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", place, err, want)
		}
	}
	store, err := history.Open("git:"+filepath.Join(dir, "nothing"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := history.New(store).Head(); err == nil {
		t.Error("a repository that is not there has a head")
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	for _, transport := range []string{"ext::true", "fd::999"} { // the one runs a program, the other waits for one
		store, err := history.Open("git:"+transport, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := history.New(store).Head(); err == nil || !strings.Contains(err.Error(), "not allowed") {
			t.Errorf("%s: got %v", transport, err)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A store in which two can create one file is refused.
func TestProbe(t *testing.T) {
	dir := t.TempDir()
	careless := &carelessStore{Store: mustFolder(t, dir), files: map[string][]byte{}, looking: map[string]chan struct{}{}}
	if err := history.Probe(careless); !errors.Is(err, history.ErrNotExclusive) {
		t.Errorf("got %v", err)
	}
	if _, err := history.New(careless).Append(draft(1)); !errors.Is(err, history.ErrNotExclusive) {
		t.Errorf("got %v", err)
	}
	if err := history.Probe(mustFolder(t, dir)); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("left %v, %v", left, err)
	}
}

func mustFolder(t testing.TB, dir string) history.Store {
	t.Helper()
	s, err := history.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A carelessStore looks whether a file is there, and writes it then: so do stores
// that say they create exclusively. The first to look waits here for a second.
type carelessStore struct {
	history.Store
	mu      sync.Mutex
	files   map[string][]byte
	looking map[string]chan struct{}
}

func (c *carelessStore) Scratch() (history.Store, func([]string) error, error) {
	return c, func([]string) error { return nil }, nil
}

func (c *carelessStore) Read(name string) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if content, ok := c.files[name]; ok {
		return bytes.Clone(content), nil
	}
	return nil, os.ErrNotExist
}

func (c *carelessStore) Create(name string, content []byte) error {
	if _, err := c.Read(name); err == nil {
		return os.ErrExist
	}
	c.mu.Lock()
	second, waits := c.looking[name]
	switch {
	case !waits:
		second = make(chan struct{})
		c.looking[name] = second
	case second != nil:
		close(second)
		c.looking[name] = nil
	}
	c.mu.Unlock()
	if !waits {
		<-second
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[name] = content
	return nil
}
