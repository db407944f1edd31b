package plan

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/gowebpki/jcs"

	"github.com/privity/privity/internal/scalar"
)

// MaxBytes bounds a plan that is read: some 60,000 changes, which is more than
// anybody can approve. One that is made to hurt, of very many very short values,
// takes some 20 times its size in memory.
const MaxBytes = 32 << 20

// A File is a plan as it is kept: with its digest, and the approvals given for it.
type File struct {
	Schema    string     `json:"schema"`
	Digest    string     `json:"digest"` // the SHA-256 of the plan's canonical form
	Plan      *Plan      `json:"plan"`
	Approvals []Approval `json:"approvals,omitempty"`
}

// NewFile returns the file of a plan that nobody has approved yet.
func NewFile(p *Plan) (*File, error) {
	digest, err := p.Digest()
	return &File{Schema: URN, Digest: digest, Plan: p}, err
}

// Digest returns the SHA-256 of the plan's canonical form, in hexadecimal.
func (p *Plan) Digest() (string, error) {
	text, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	canonical, err := jcs.Transform(text)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:]), nil
}

// Encode returns the file, indented, as [Schema] describes it.
func (f *File) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(f)
	return b.Bytes(), err
}

var errNoPlan = errors.New("it is not a plan that privity plan --out wrote")

// Read reads a file that Encode wrote. One that was changed since is an error.
func Read(text []byte) (*File, error) {
	if len(text) > MaxBytes {
		return nil, fmt.Errorf("it is larger than %d MB", MaxBytes>>20)
	}
	if !laidOut(text) {
		return nil, errNoPlan
	}
	var f File
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil || f.Plan == nil || f.Schema != URN {
		return nil, errNoPlan
	}
	again, err := f.Encode()
	if err != nil {
		return nil, err
	}
	digest, err := f.Plan.Digest()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(again, text) || digest != f.Digest {
		return nil, errors.New("it was changed after it was written")
	}
	seen := map[[2]string]bool{}
	for _, a := range f.Approvals {
		who := [2]string{a.Role, a.Key}
		if seen[who] {
			return nil, errors.New("it has an approval twice")
		}
		seen[who] = true
	}
	return &f, nil
}

// laidOut reports whether JSON has no more than a value on a line, indented as Encode
// does it. What is denser than that could be many times as large once it is read and
// written again.
func laidOut(text []byte) bool {
	depth := 0
	for line := range bytes.Lines(text) {
		content := bytes.TrimLeft(line, " ")
		commas, opened, closed := 0, 0, 0
		for i := 0; i < len(content); i++ {
			switch content[i] {
			case '"':
				i += stringEnd(content[i:])
			case ',':
				commas++
			case '{', '[':
				opened++
			case '}', ']':
				closed++
			}
		}
		if closed > opened {
			depth--
		}
		if max(commas, opened, closed) > 1 || len(line)-len(content) != 2*depth {
			return false
		}
		if opened > closed {
			depth++
		}
	}
	return true
}

// stringEnd is where the string ends with which a text begins.
func stringEnd(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i
		case '\\':
			i++
		}
	}
	return len(text)
}

// Approve adds an approval, in the place of one by the same key for the same role.
func (f *File) Approve(a Approval) {
	for i := range f.Approvals {
		if f.Approvals[i].Role == a.Role && f.Approvals[i].Key == a.Key {
			f.Approvals[i] = a
			return
		}
	}
	f.Approvals = append(f.Approvals, a)
}

// ErrStale is a plan that would not be made any more.
var ErrStale = errors.New("the plan is stale")

// Holds reports why a plan is not the one that would be made now, or nil. Now is
// that one, made for the same day.
func (p *Plan) Holds(now *Plan) error {
	switch {
	case !sameBase(p.Base, now.Base):
		return fmt.Errorf("%w: it was made against %s, and the head of the history is %s", ErrStale, headName(p.Base), headName(now.Base))
	case p.Source.Manifest != now.Source.Manifest:
		return fmt.Errorf("%w: the policy has changed since it was made", ErrStale)
	case p.Tool != now.Tool:
		return fmt.Errorf("%w: it was made by %s, and this is %s", ErrStale, p.Tool, now.Tool)
	}
	was, err := p.Digest()
	if err != nil {
		return err
	}
	is, err := now.Digest()
	if err != nil {
		return err
	}
	if was != is {
		return fmt.Errorf("%w: the rules, the commit, or what they say has changed since it was made", ErrStale)
	}
	return nil
}

func sameBase(a, b *Base) bool { return headName(a) == headName(b) }

func headName(b *Base) string {
	if b == nil {
		return "no version"
	}
	const enough = 16 // of the digest, to tell heads apart
	if at := bytes.IndexByte([]byte(b.Head), ':'); at >= 0 && len(b.Head) > at+enough {
		return b.Head[:at+enough]
	}
	return b.Head
}

//go:embed plan.schema.json
var schema []byte

// Schema returns the JSON Schema of a plan's file, in draft 2020-12.
func Schema() []byte { return bytes.Clone(schema) }

// Day returns the day for which a plan was made.
func (f *File) Day() (scalar.Date, error) { return scalar.ParseDate(f.Plan.Day) }
