package history_test

import (
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/disk/disktest"
	"github.com/privity/privity/internal/history"
	"github.com/privity/privity/internal/signature"
)

// newSigner returns a signer with a key that follows from a number.
func newSigner(t testing.TB, number byte) *signature.Signer {
	t.Helper()
	seed := make([]byte, ed25519.SeedSize)
	seed[0] = number
	block, err := ssh.MarshalPrivateKey(ed25519.NewKeyFromSeed(seed), "")
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

// draft returns the n-th version of a small site.
func draft(n int) history.Draft {
	return history.Draft{
		Policy: "policy.acme", Effective: fmt.Sprintf("2026-%02d-01", n%12+1), Published: "2026-01-01", Tool: "privity 0.1.0",
		Source: history.Source{Commit: strings.Repeat("c", 40), Tree: history.Digest([]byte{byte(n)})},
		Files: map[string][]byte{
			"index.html": fmt.Appendf(nil, "version %d", n), "manifest.json": fmt.Appendf(nil, "{%d}", n), "assets/style.css": []byte("style"),
		},
	}
}

// publish appends a version to what is there.
func publish(t testing.TB, h *history.History, d history.Draft) history.Result {
	t.Helper()
	head, err := h.Head()
	if err != nil {
		t.Fatal(err)
	}
	d.Base = head
	r, err := h.Append(d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// verified fails unless everything is in order.
func verified(t testing.TB, h *history.History, o history.Options) *history.Report {
	t.Helper()
	r, err := h.Verify(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		t.Errorf("%v", p)
	}
	return r
}

func TestPublishedIsThere(t *testing.T) {
	for _, signer := range []*signature.Signer{nil, newSigner(t, 1)} {
		h := history.New(history.NewFolder(disktest.New()))
		for n := 1; n <= 3; n++ {
			d := draft(n)
			d.Signer = signer
			if r := publish(t, h, d); r.Existed || r.Entry.Seq != n {
				t.Fatalf("version %d: %+v", n, r)
			}
		}
		entries, err := h.Entries()
		if err != nil || len(entries) != 3 {
			t.Fatalf("%d entries, %v", len(entries), err)
		}
		for i, e := range entries {
			files, err := h.Files(e)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string][]byte{}
			for _, f := range files {
				got[f.Path] = f.Content
			}
			if diff := cmp.Diff(draft(i+1).Files, got); diff != "" {
				t.Errorf("version %d (-want +got):\n%s", i+1, diff)
			}
		}
		r := verified(t, h, history.Options{})
		if want := 3 * 2; signer != nil && (r.Signed != 3 || r.Signer.Fingerprint != signer.Fingerprint() || r.Blobs != want+2) {
			t.Errorf("%+v", r)
		}
		if len(r.Leftovers) > 0 {
			t.Errorf("left %v", r.Leftovers)
		}
	}
}

func TestStale(t *testing.T) {
	h := history.New(history.NewFolder(disktest.New()))
	first := publish(t, h, draft(1))
	publish(t, h, draft(2))
	d := draft(3)
	d.Base = first.Head
	var stale *history.StaleError
	if _, err := h.Append(d); !errors.As(err, &stale) || stale.Head.Size != 2 {
		t.Errorf("got %v", err)
	}
	d.Base = history.Head{}
	if _, err := h.Append(d); !errors.As(err, &stale) {
		t.Errorf("got %v", err)
	}
}

func TestAgain(t *testing.T) {
	h := history.New(history.NewFolder(disktest.New()))
	for n := 1; n <= 2; n++ {
		d := draft(n)
		head, err := h.Head()
		if err != nil {
			t.Fatal(err)
		}
		d.Base = head
		once, err := h.Append(d)
		if err != nil {
			t.Fatal(err)
		}
		again, err := h.Append(d)
		if err != nil || !again.Existed || again.Head != once.Head {
			t.Errorf("version %d: %+v, %v", n, again, err)
		}
	}
}

func TestKeysChangeInTwoSteps(t *testing.T) {
	old, young, stranger := newSigner(t, 1), newSigner(t, 2), newSigner(t, 3)
	both := allow(t, old, young)
	h := history.New(history.NewFolder(disktest.New()))
	publish(t, h, draft(1))
	steps := []struct {
		name    string
		signer  *signature.Signer
		allowed *signature.Allowed
		want    error
	}{
		{"the first signature", old, nil, nil},
		{"none", nil, nil, history.ErrNeedsKey},
		{"a stranger", stranger, nil, history.ErrNotAllowed},
		{"a stranger with a list", stranger, allow(t, old, stranger), history.ErrNotAllowed},
		{"both at once", young, both, history.ErrNotAllowed},
		{"the new one is added", old, both, nil},
		{"the new one signs, and takes the old one off", young, allow(t, young), nil},
		{"the old one", old, nil, history.ErrNotAllowed},
		{"the new one", young, nil, nil},
	}
	for i, step := range steps {
		d := draft(i + 2)
		d.Signer, d.Allowed = step.signer, step.allowed
		var err error
		if d.Base, err = h.Head(); err != nil {
			t.Fatal(err)
		}
		if _, err := h.Append(d); !errors.Is(err, step.want) || (err == nil) != (step.want == nil) {
			t.Errorf("%s: got %v, want %v", step.name, err, step.want)
		}
	}
	if r := verified(t, h, history.Options{Allowed: both}); r.Signed != 4 || r.Entries != 5 {
		t.Errorf("%+v", r)
	}
	r, err := h.Verify(history.Options{Allowed: allow(t, young)})
	if err != nil || len(r.Problems) != 2 {
		t.Errorf("the list of the auditor has one key, and of the versions that the other has signed got %v, %v", r.Problems, err)
	}
}

// allow returns a list of some signers.
func allow(t *testing.T, signers ...*signature.Signer) *signature.Allowed {
	t.Helper()
	var b strings.Builder
	for i, s := range signers {
		b.Write(signature.Allow(fmt.Sprintf("role-%d", i), history.Namespace, s).Bytes())
	}
	allowed, err := signature.Parse([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return allowed
}

// To publish on top of an entry is to vouch for it, so what is forged or stripped of
// its signature is refused.
func TestNothingFollowsAForgery(t *testing.T) {
	key := newSigner(t, 1)
	forgeries := map[string]func(t *testing.T, f files){
		"no signature": func(t *testing.T, f files) { forgeEntry(t, rand.New(rand.NewPCG(1, 1)), f) },
		"a stranger's": func(t *testing.T, f files) { signForged(t, rand.New(rand.NewPCG(1, 1)), f) },
		"without its signers": func(t *testing.T, f files) {
			e := forge(t, rand.New(rand.NewPCG(1, 1)), f)
			delete(e, "signers")
			f.setEntry(t, f.entries()+1, e)
			f.head(t)
		},
	}
	for name, change := range forgeries {
		f := maps.Clone(original(t))
		change(t, f)
		dir := t.TempDir()
		f.place(t, dir)
		h := open(t, dir)
		d := draft(9)
		d.Signer = key
		d.Base, _ = h.Head()
		var damaged *history.DamagedError
		if _, err := h.Append(d); !errors.As(err, &damaged) {
			t.Errorf("%s: got %v", name, err)
		}
		if err := h.Heal(); !errors.As(err, &damaged) {
			t.Errorf("%s: healed: %v", name, err)
		}
	}
}

func TestImported(t *testing.T) {
	h := history.New(history.NewFolder(disktest.New()))
	past := draft(1)
	past.Imported, past.Published, past.Effective, past.Version = true, "2024-05-01", "2024-06-01", "1.4"
	publish(t, h, past)
	publish(t, h, draft(2))
	past.Published, past.Version = "2026-02-01", "1.5"
	past.Base, _ = h.Head()
	if _, err := h.Append(past); err == nil || !strings.Contains(err.Error(), "imported") {
		t.Errorf("got %v", err)
	}
	early := draft(3)
	early.Published, early.Base = "2025-12-31", past.Base
	if _, err := h.Append(early); err == nil || !strings.Contains(err.Error(), "published before") {
		t.Errorf("got %v", err)
	}
	entries, err := h.Entries()
	if err != nil {
		t.Fatal(err)
	}
	if e, err := history.Find(entries, "1.4"); err != nil || e.Seq != 1 {
		t.Errorf("got %v, %v", e, err)
	}
	for day, want := range map[string]int{"2024-05-31": 0, "2024-06-01": 1, "2026-02-28": 1, "2026-03-01": 2, "2030-01-01": 2} {
		e, err := history.InForce(entries, day)
		if want == 0 != errors.Is(err, history.ErrNoVersion) || want > 0 && e.Seq != want {
			t.Errorf("on %s: got %v, %v", day, e, err)
		}
	}
}

// A version that names a day before its publication is told where nothing else was
// published, and takes the place of no version that people could read then.
func TestInForceBeforePublication(t *testing.T) {
	version := func(seq int, published, effective string) *history.Entry {
		return &history.Entry{Seq: seq, Published: published, Effective: effective}
	}
	entries := []*history.Entry{
		version(1, "2026-03-01", "2025-05-01"), version(2, "2026-04-01", "2025-05-01"), version(3, "2026-05-01", "2026-06-01"),
	}
	for day, want := range map[string]int{
		"2025-04-30": 0, "2025-05-01": 1, "2026-02-28": 1, "2026-03-31": 1, "2026-04-01": 2, "2026-05-31": 2, "2026-06-01": 3,
	} {
		e, err := history.InForce(entries, day)
		if want == 0 != errors.Is(err, history.ErrNoVersion) || want > 0 && (err != nil || e.Seq != want) {
			t.Errorf("on %s: got %v, %v", day, e, err)
		}
	}
}

func TestDraftsThatAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(d *history.Draft){
		"not a day":           func(d *history.Draft) { d.Effective = "2026-02-30" },
		"no files":            func(d *history.Draft) { d.Files = nil },
		"a hidden file":       func(d *history.Draft) { d.Files[".git/config"] = nil },
		"a way out":           func(d *history.Draft) { d.Files["../x"] = nil },
		"capitals":            func(d *history.Draft) { d.Files["Index.html"] = nil },
		"no policy":           func(d *history.Draft) { d.Policy = "" },
		"a line break":        func(d *history.Draft) { d.Version = "1\n2" },
		"half a commit":       func(d *history.Draft) { d.Source.Commit = "c0ffee" },
		"not UTF-8":           func(d *history.Draft) { d.Version = "\xff" },
		"a strange separator": func(d *history.Draft) { d.Version = "1\u20282" },
	} {
		memory := disktest.New()
		h := history.New(history.NewFolder(memory))
		d := draft(1)
		spoil(&d)
		if _, err := h.Append(d); err == nil {
			t.Errorf("%s: was published", name)
		}
		if left, err := memory.ReadDir("."); err != nil || len(left) > 0 {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
	}
}

func TestHeads(t *testing.T) {
	head := history.Head{Lineage: strings.Repeat("a", 32), Size: 4, Entry: strings.Repeat("b", 64)}
	if got, err := history.ParseHead(head.Text()); err != nil || got != head {
		t.Errorf("got %v, %v", got, err)
	}
	noted, err := history.ParseHead([]byte(head.String() + "\n"))
	if err != nil || noted.Size != 4 || noted.Entry != head.Entry {
		t.Errorf("got %v, %v", noted, err)
	}
	for _, text := range []string{"", "4", "4:", "0:" + head.Entry, "-1:" + head.Entry, "4:" + head.Entry + "0", "x/y\n4\n" + head.Entry} {
		if got, err := history.ParseHead([]byte(text)); err == nil {
			t.Errorf("%q is the head %v", text, got)
		}
	}
}
