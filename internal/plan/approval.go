package plan

import (
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

// A Missing is an approval that is not there yet.
type Missing struct {
	Requirement
	Given int // how many of its keys have signed
}

// Outstanding holds the approvals of a file against those that it needs, and
// returns what is missing. Signatures that do not hold count for nothing; why is in
// flaws, in the order of the approvals.
func (f *File) Outstanding(before, after *model.Model) (missing []Missing, flaws []error) {
	given := map[string]map[string]bool{}
	for _, a := range f.Approvals {
		keys, err := Keys(before, after, a.Role)
		if err == nil {
			var who signature.Person
			if who, err = signature.Verify(Statement(a.Role, f.Digest), []byte(a.Signature), Namespace, keys); err == nil {
				if given[a.Role] == nil {
					given[a.Role] = map[string]bool{}
				}
				given[a.Role][who.Fingerprint] = true
				continue
			}
		}
		flaws = append(flaws, fmt.Errorf("the approval of %s does not hold: %w", a.Role, err))
	}
	for _, r := range f.Plan.Approvals {
		if n := len(given[r.Role]); n < r.Signatures {
			missing = append(missing, Missing{r, n})
		}
	}
	return missing, flaws
}
