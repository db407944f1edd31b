package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"

	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/signature"
)

// Namespace is what signatures of approvals are made for.
const Namespace = "privity-approval"

// A Requirement is an approval that a plan needs.
type Requirement struct {
	Role       string   `json:"role"`       // the name of the approval block
	Signatures int      `json:"signatures"` // by so many different keys
	Keys       []string `json:"keys"`       // their fingerprints, SHA256:…
	Because    []string `json:"because"`    // the classes of the changes that ask for it; "first version"
}

// An Approval is a signature that was given.
type Approval struct {
	Role      string `json:"role"`
	Key       string `json:"key"`       // its fingerprint
	Signature string `json:"signature"` // in the armour of ssh-keygen
}

// Statement is the text that is signed to approve the plan with a digest, as
// somebody in a role.
func Statement(role, digest string) []byte {
	return []byte("privity approval\nrole: " + role + "\nplan: " + digest + "\n")
}

const firstVersion = "first version"

// Required returns the approvals that changes need, in the order of the policy. It
// is the version in force that asks for them; a first version asks for its own.
// Whoever is asked to approve something has a say in every change of that.
func Required(before, after *model.Model, changes []diff.Change) []Requirement {
	asks := before
	if before == nil {
		asks = after
	}
	var list []Requirement
	for _, b := range asks.All("approval") {
		r := Requirement{Role: b.Name, Signatures: max(1, int(b.Int("signatures"))), Because: because(b, before == nil, changes)}
		if len(r.Because) == 0 {
			continue
		}
		for _, key := range b.Texts("keys") {
			if k, _, _, _, err := ssh.ParseAuthorizedKey([]byte(key)); err == nil {
				r.Keys = append(r.Keys, ssh.FingerprintSHA256(k))
			}
		}
		list = append(list, r)
	}
	return list
}

func because(b *model.Block, first bool, changes []diff.Change) []string {
	if first {
		return []string{firstVersion}
	}
	var classes []string
	for i := range changes {
		c := &changes[i]
		own := c.Kind == "approval" && (c.Address == b.Address || c.Was == b.Address)
		if (own || concerns(b.Texts("for"), c)) && !slices.Contains(classes, c.Class) {
			classes = append(classes, c.Class)
		}
	}
	return classes
}

// concerns reports whether a change is among those that words stand for.
func concerns(words []string, c *diff.Change) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		kind, all := strings.CutSuffix(word, ".*")
		return word == "any" || word == c.Materiality || word == c.Class || all && strings.HasPrefix(c.Class, kind+".")
	})
}

// Keys returns the keys that sign for a role by the version that asks for it, in
// the form in which signatures are verified against them.
func Keys(before, after *model.Model, role string) (*signature.Allowed, error) {
	asks := before
	if before == nil {
		asks = after
	}
	var lines strings.Builder
	for _, b := range asks.All("approval") {
		if b.Name != role {
			continue
		}
		for _, key := range b.Texts("keys") {
			fmt.Fprintf(&lines, "%s %s\n", role, key)
		}
	}
	return signature.Parse([]byte(lines.String()))
}

// A Standing is how far the approvals of a plan have come.
type Standing struct {
	Valid   []Approval // those that hold
	Missing []Missing
	Flaws   []error // why others do not hold
}

// A Missing is an approval that is not there yet.
type Missing struct {
	Requirement
	Given int // how many of its keys have signed
}

// Standing holds the approvals of a file against those that its plan needs. What the
// plan says of keys can be relied on once it is known to be the one that would be made
// now; see [Plan.Holds].
func (f *File) Standing() Standing {
	var s Standing
	given := map[string]int{}
	for _, a := range f.Approvals {
		if err := f.verify(a); err != nil {
			s.Flaws = append(s.Flaws, fmt.Errorf("the approval of %s does not hold: %w", a.Role, err))
			continue
		}
		s.Valid = append(s.Valid, a)
		given[a.Role]++
	}
	for _, r := range f.Plan.Approvals {
		if n := given[r.Role]; n < r.Signatures {
			s.Missing = append(s.Missing, Missing{r, n})
		}
	}
	return s
}

// verify reports what is wrong with an approval. A file has one at most by a key for a
// role: see [File.Approve] and [Read].
func (f *File) verify(a Approval) error {
	at := slices.IndexFunc(f.Plan.Approvals, func(r Requirement) bool { return r.Role == a.Role })
	if at < 0 {
		return errors.New("the plan does not need it")
	}
	key, err := signature.Signed(Statement(a.Role, f.Digest), []byte(a.Signature), Namespace)
	switch {
	case err != nil:
		return err
	case key != a.Key || !slices.Contains(f.Plan.Approvals[at].Keys, key):
		return fmt.Errorf("the key %s does not sign for it", key)
	}
	return nil
}
