package history

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/privity/privity/internal/scalar"
)

// Format is the version of the form of entries.
const Format = 1

// maxEntry bounds the bytes of an entry: some 100,000 files.
const maxEntry = 16 << 20

// An Entry is one version that was published. It is written as canonical JSON
// (RFC 8785) with a line break at the end, and read in no other form, so that no
// two readers can understand one entry differently. The fields are in the order
// of their keys. One that was read is not changed.
type Entry struct {
	Approvals []Approval `json:"approvals,omitempty"`
	// Effective is the day from which the version holds, by what it says. It may be
	// before the day on which it was published.
	Effective string `json:"effective"`
	// Files are the digests of the published files, by path.
	Files  map[string]string `json:"files"`
	Format int               `json:"format"`
	// Imported says that the version was published before the history began, and
	// entered later: its dates are what somebody has stated.
	Imported bool `json:"imported,omitempty"`
	// Lineage names the history: the beginning of the digest of its first entry,
	// before that had a lineage.
	Lineage string `json:"lineage"`
	// Plan is the digest of the plan that was carried out, if there was one.
	Plan string `json:"plan,omitempty"`
	// Policy is the address of the policy.
	Policy string `json:"policy"`
	// Prev is the digest of the entry before, and empty in the first one.
	Prev string `json:"prev,omitempty"`
	// Published is the day on which it was published.
	Published string `json:"published"`
	// Seq counts the entries from 1.
	Seq int `json:"seq"`
	// Signers is the digest of the list of those who may sign, if it is signed.
	Signers string `json:"signers,omitempty"`
	Source  Source `json:"source,omitzero"`
	// Tool is what has made the files, such as "privity 0.1.0".
	Tool string `json:"tool"`
	// Version is what people call the version.
	Version string `json:"version"`

	digest string // of its bytes, once it has been read
}

// A Source is what the version was made from.
type Source struct {
	Commit string `json:"commit,omitempty"` // of git, in hexadecimal
	Tree   string `json:"tree,omitempty"`   // the digest of the files of the policy
}

// An Approval is a signature that was given for the plan.
type Approval struct {
	Key       string `json:"key"`       // its fingerprint, SHA256:…
	Role      string `json:"role"`      // what it was given as
	Signature string `json:"signature"` // the digest of the signature, which is a blob
}

// Digest returns the SHA-256 of content in hexadecimal.
func Digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Encode returns the bytes of an entry.
func (e *Entry) Encode() []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e); err != nil {
		panic(err) // texts and numbers always have a form
	}
	return b.Bytes()
}

// decode reads an entry in canonical form.
func decode(content []byte) (*Entry, error) {
	if len(content) > maxEntry {
		return nil, fmt.Errorf("the entry is larger than %d MiB", maxEntry>>20)
	}
	e := &Entry{}
	if err := json.Unmarshal(content, e); err != nil {
		return nil, errors.New("it is not an entry in JSON")
	}
	if e.Format != Format {
		return nil, fmt.Errorf("it has the form %d, and this program reads form %d", e.Format, Format)
	}
	if err := e.check(); err != nil {
		return nil, err
	}
	if !bytes.Equal(e.Encode(), content) {
		return nil, errors.New("it is not in the canonical form in which entries are written")
	}
	e.digest = Digest(content)
	return e, nil
}

var (
	digestForm  = regexp.MustCompile(`^[0-9a-f]{64}$`)
	lineageForm = regexp.MustCompile(`^[0-9a-f]{32}$`)
	commitForm  = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	keyForm     = regexp.MustCompile(`^SHA256:[A-Za-z0-9+/]{43}$`)
	elementForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,119}$`)
)

// check reports what is wrong with an entry for itself.
func (e *Entry) check() error {
	switch {
	case e.Seq < 1:
		return errors.New("its number is not positive")
	case e.Lineage != "" && !lineageForm.MatchString(e.Lineage):
		return errors.New("its lineage is not 32 hexadecimal digits")
	case len(e.Files) == 0:
		return errors.New("it has no files")
	case e.Source.Commit != "" && !commitForm.MatchString(e.Source.Commit):
		return fmt.Errorf("%.80q is not the id of a commit", e.Source.Commit)
	}
	for _, digest := range []string{e.Prev, e.Plan, e.Signers, e.Source.Tree} {
		if digest != "" && !digestForm.MatchString(digest) {
			return fmt.Errorf("%.80q is not a SHA-256 in hexadecimal", digest)
		}
	}
	for _, day := range []string{e.Effective, e.Published} {
		if _, err := scalar.ParseDate(day); err != nil {
			return fmt.Errorf("%.40q is not a day of the calendar, such as 2026-02-01", day)
		}
	}
	for _, text := range []string{e.Policy, e.Version, e.Tool} {
		if err := checkText(text); err != nil {
			return err
		}
	}
	return errors.Join(e.checkFiles(), e.checkApprovals())
}

func (e *Entry) checkFiles() error {
	for _, name := range slices.Sorted(maps.Keys(e.Files)) {
		if !validPath(name) {
			return fmt.Errorf("%.80q is not a path of a published file", name)
		}
		if !digestForm.MatchString(e.Files[name]) {
			return fmt.Errorf("the digest of %s is not a SHA-256 in hexadecimal", name)
		}
	}
	return nil
}

func (e *Entry) checkApprovals() error {
	for _, a := range e.Approvals {
		if !keyForm.MatchString(a.Key) || !digestForm.MatchString(a.Signature) {
			return errors.New("an approval has no key, or no signature")
		}
		if err := checkText(a.Role); err != nil {
			return err
		}
	}
	return nil
}

// maxText bounds what a version or a role is called.
const maxText = 120

// checkText keeps to texts that every writer of JSON writes in the same way: some
// escape U+007F, U+2028 and U+2029, and others do not.
func checkText(text string) error {
	odd := strings.IndexFunc(text, func(r rune) bool {
		return r == utf8.RuneError || r != ' ' && !unicode.IsPrint(r)
	})
	switch {
	case text == "" || strings.TrimSpace(text) != text:
		return fmt.Errorf("%q is no name: it is empty, or has space around it", text)
	case len(text) > maxText:
		return fmt.Errorf("%.40q… has more than %d bytes", text, maxText)
	case odd >= 0:
		return fmt.Errorf("%q holds a character that is not printed", text)
	}
	return nil
}

// validPath reports whether a published file may have a path: lower case, so that
// no two differ by case alone, and nothing hidden.
func validPath(name string) bool {
	for element := range strings.SplitSeq(name, "/") {
		if !elementForm.MatchString(element) || strings.HasSuffix(element, ".") {
			return false
		}
	}
	return path.Clean(name) == name && len(name) <= 400
}

// withLineage gives a first entry the lineage that follows from it.
func (e *Entry) withLineage() {
	e.Lineage, e.digest = "", ""
	e.Lineage = Digest(e.Encode())[:32]
}

// File returns the name of the file that an entry stands in.
func (e *Entry) File() string { return entryName(e.Seq) }

// Head returns the head that ends in an entry.
func (e *Entry) Head() Head {
	if e.digest != "" {
		return Head{e.Lineage, e.Seq, e.digest}
	}
	return Head{e.Lineage, e.Seq, Digest(e.Encode())}
}
