package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"html/template"
	"io"
	"strconv"

	"github.com/privity/privity/internal/diag"
)

// A state is what is served at one time. It never changes.
type state struct {
	files  map[string][]byte // by their paths
	paths  []string          // in order
	panel  []byte            // what stands over every page of the site, or nothing
	strip  []byte            // the same where it does not open by itself
	broken bool              // whether no pages can be made of the policy as it is
	id     string            // the same for all that looks the same
}

// next is the state that a build leads to from the one before.
func (s *Server) next(before *state, b Build) *state {
	n := &state{files: map[string][]byte{}, broken: b.Files == nil && (len(b.Found) > 0 || b.Failure != nil)}
	if b.Files == nil && before != nil {
		n.files, n.paths = before.files, before.paths
	}
	for _, f := range b.Files {
		n.files[f.Path] = f.Content
		n.paths = append(n.paths, f.Path)
	}
	n.panel, n.strip = s.panels(n, b)
	n.id = identify(n)
	return n
}

// identify returns a digest of all that can be seen of a state, so that a page is not
// reloaded for a build that came to the same, also not when the server is started
// anew.
func identify(n *state) string {
	digest := sha256.New()
	for _, path := range n.paths {
		part(digest, []byte(path))
		part(digest, n.files[path])
	}
	part(digest, n.panel)
	return hex.EncodeToString(digest.Sum(nil)[:8])
}

// part adds content of any length to a digest in such a way that it can be told from
// what follows.
func part(digest hash.Hash, content []byte) {
	io.WriteString(digest, strconv.Itoa(len(content))+":") //nolint:errcheck // a digest takes everything
	digest.Write(content)
}

// differing counts the files that are in one and not in the other, or are not the
// same.
func differing(before, after map[string][]byte) int {
	n := 0
	for path, content := range after {
		if old, known := before[path]; !known || !bytes.Equal(old, content) {
			n++
		}
	}
	for path := range before {
		if _, kept := after[path]; !kept {
			n++
		}
	}
	return n
}

// panelView is what stands over a page, as its template sees it.
type panelView struct {
	Open     bool // over the page, not only at its foot
	Severity string
	Tally    string // "2 errors, 1 warning"
	State    string // what the page is that stands below
	Failure  *Failure
	Findings template.HTML
}

// panels writes what stands over every page of the site, and over pages of the
// server: nothing where nothing was found.
func (s *Server) panels(n *state, b Build) (panel, strip []byte) {
	if len(b.Found) == 0 && b.Failure == nil {
		return nil, nil
	}
	v := panelView{Open: n.broken, Severity: gravest(b), Tally: tally(b), State: stateOf(n, b), Failure: b.Failure}
	var found bytes.Buffer
	if err := diag.WriteHTML(&found, b.Found, diag.HTMLOptions{Folder: s.options.Folder, Explain: s.explanation}); err != nil {
		panic("serve: findings cannot be written: " + err.Error()) // to memory
	}
	v.Findings = template.HTML(found.String()) //nolint:gosec // package diag has escaped it
	panel = execute("panel", v)
	v.Open, v.State = false, ""
	return panel, execute("panel", v)
}

func gravest(b Build) string {
	if b.Failure != nil {
		return diag.Error.String()
	}
	severity := diag.Note
	for _, d := range b.Found {
		severity = min(severity, d.Severity)
	}
	return severity.String()
}

func tally(b Build) string {
	if b.Failure != nil {
		return "Nothing could be built"
	}
	return b.Found.Tally()
}

// stateOf says what the page is over which the panel stands.
func stateOf(n *state, b Build) string {
	switch {
	case n.broken && len(n.files) > 0:
		return "The page is as it was before these errors"
	case n.broken:
		return ""
	case b.Found.HasErrors():
		return "The page is up to date; build would refuse to write it"
	}
	return "The page is up to date"
}
