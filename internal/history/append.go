package history

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"

	"github.com/privity/privity/internal/signature"
)

// publisher is what the only signer of a history is called, unless somebody has
// written a list of signers.
const publisher = "publisher"

// A Draft is a version that is to be published.
type Draft struct {
	// Base is the head that the version was made against.
	Base Head

	Policy    string // the address of the policy
	Version   string // what people call it; its number if it is empty
	Effective string // a day, such as 2026-02-01
	Published string // a day
	Files     map[string][]byte
	Source    Source
	Tool      string
	Plan      string // the digest of the plan; may be empty
	Approvals []GivenApproval
	Imported  bool

	// Signer signs the new head. A history that is signed once needs one always.
	Signer *signature.Signer
	// Allowed says who may sign from now on; nil if that does not change.
	Allowed *signature.Allowed
}

// A GivenApproval is an approval with its signature.
type GivenApproval struct {
	Role, Key string
	Signature []byte
}

// A Result is what became of a draft.
type Result struct {
	Entry *Entry
	Head  Head
	// Existed says that the same version was the last one already: an earlier run
	// had published it, and was interrupted before it could say so.
	Existed bool
}

// A StaleError is a draft that was made against a head that is not the latest any
// more.
type StaleError struct{ Base, Head Head }

func (e *StaleError) Error() string {
	if e.Base.Size == 0 {
		return fmt.Sprintf("another version was published meanwhile: the head is %s, and there was none", e.Head.Short())
	}
	return fmt.Sprintf("another version was published meanwhile: the head is %s, and was %s", e.Head.Short(), e.Base.Short())
}

// What a signed history asks for.
var (
	ErrNeedsKey   = errors.New("the history is signed, and no key was given to sign the new version with")
	ErrNotAllowed = errors.New("the key is not among those who may sign this history")
)

// Append publishes a version. When it returns without an error, the version is
// there for good. After an error it may be there too, if the last step was
// interrupted; the same draft can be given again, and is not published twice.
//
// It looks at the last entry and its signature. Whether all those before it follow
// from each other is seen by [History.Entries].
func (h *History) Append(d Draft) (Result, error) {
	before, err := h.last()
	if err != nil {
		return Result{}, err
	}
	if before != nil && d.again(before) {
		return Result{before, before.Head(), true}, h.Heal()
	}
	if now := headOf(before); now.Size != d.Base.Size || now.Entry != d.Base.Entry {
		return Result{}, &StaleError{d.Base, now}
	}
	if before != nil { // to publish on top of it is to vouch for it
		if _, err := h.covers(before); err != nil {
			return Result{}, err
		}
	}
	e, kept, err := h.prepare(d, before)
	if err != nil {
		return Result{}, err
	}
	if before == nil {
		if err := Probe(h.store); err != nil {
			return Result{}, err
		}
	}
	if err := h.store.Keep(kept); err != nil {
		return Result{}, err
	}
	existed, err := h.commit(d, e)
	if err != nil {
		return Result{}, err
	}
	return Result{e, e.Head(), existed}, h.Heal()
}

// commit creates the entry. Where that fails because it is there already, it may
// be that the store has done it and was asked twice.
func (h *History) commit(d Draft, e *Entry) (existed bool, err error) {
	err = h.store.Create(entryName(e.Seq), e.Encode())
	if !errors.Is(err, fs.ErrExist) {
		return false, err
	}
	there, readErr := h.store.Read(entryName(e.Seq))
	switch {
	case readErr != nil:
		return false, readErr
	case bytes.Equal(there, e.Encode()):
		return true, nil
	}
	now, headErr := h.Head()
	return false, errors.Join(headErr, &StaleError{d.Base, now})
}

func headOf(e *Entry) Head {
	if e == nil {
		return Head{}
	}
	return e.Head()
}

// entry returns the entry of a draft that comes after another, or first.
func (d *Draft) entry(before *Entry, signers string) *Entry {
	e := &Entry{
		Effective: d.Effective, Files: map[string]string{}, Format: Format, Imported: d.Imported, Plan: d.Plan,
		Policy: d.Policy, Published: d.Published, Seq: 1, Signers: signers, Source: d.Source, Tool: d.Tool, Version: d.Version,
	}
	for name, content := range d.Files {
		e.Files[name] = Digest(content)
	}
	for _, a := range d.Approvals {
		e.Approvals = append(e.Approvals, Approval{a.Key, a.Role, Digest(a.Signature)})
	}
	if before != nil {
		e.Seq, e.Prev, e.Lineage = before.Seq+1, before.Head().Entry, before.Lineage
	}
	if e.Version == "" {
		e.Version = strconv.Itoa(e.Seq)
	}
	if before == nil {
		e.withLineage()
	}
	return e
}

// again reports whether a draft is the version that was published last.
func (d *Draft) again(last *Entry) bool {
	signers := last.Signers
	if d.Allowed != nil {
		signers = Digest(d.Allowed.Bytes())
	}
	e := d.entry(nil, signers)
	e.Seq, e.Prev, e.Lineage = last.Seq, last.Prev, last.Lineage
	if d.Version == "" {
		e.Version = strconv.Itoa(last.Seq)
	}
	return bytes.Equal(e.Encode(), last.Encode())
}

// prepare returns the entry of a draft, and the files that have to be there
// before it.
func (h *History) prepare(d Draft, before *Entry) (*Entry, []File, error) {
	allowed, err := h.allowed(d, before)
	if err != nil {
		return nil, nil, err
	}
	var kept []File
	keep := func(content []byte) string {
		digest := Digest(content)
		kept = append(kept, File{blobName(digest), content})
		return digest
	}
	signers := ""
	if allowed != nil {
		signers = keep(allowed.Bytes())
	}
	e := d.entry(before, signers)
	if err := e.check(); err != nil {
		return nil, nil, fmt.Errorf("the version cannot be published: %w", err)
	}
	if before != nil {
		var wrong *DamagedError
		if err := follows(before, e); errors.As(err, &wrong) {
			return nil, nil, fmt.Errorf("the version cannot be published: %s", wrong.What)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.Files)) {
		keep(d.Files[name])
	}
	for _, a := range d.Approvals {
		keep(a.Signature)
	}
	if allowed == nil {
		return e, kept, nil
	}
	signed, err := d.Signer.Sign(e.Head().Text(), Namespace)
	return e, append(kept, File{signatureName(e.Head().Entry), signed}), err
}

// allowed returns who may sign from the draft on: nobody, if the history is not
// signed.
func (h *History) allowed(d Draft, before *Entry) (*signature.Allowed, error) {
	earlier, err := h.signers(before)
	if err != nil {
		return nil, err
	}
	now := earlier
	switch {
	case d.Signer == nil && (earlier != nil || d.Allowed != nil):
		return nil, ErrNeedsKey
	case d.Allowed != nil:
		now = d.Allowed
	case earlier == nil && d.Signer != nil:
		now = signature.Allow(publisher, Namespace, d.Signer)
	}
	for _, list := range []*signature.Allowed{earlier, now} {
		if list != nil && !list.Allows(d.Signer, Namespace) {
			return nil, fmt.Errorf("%w: %s", ErrNotAllowed, d.Signer.Fingerprint())
		}
	}
	return now, nil
}

// signers returns the list of those who may sign after an entry, or nil if it is
// not signed.
func (h *History) signers(e *Entry) (*signature.Allowed, error) {
	if e == nil || e.Signers == "" {
		return nil, nil //nolint:nilnil // nobody signs, which is no error
	}
	if known, ok := h.known.Load(e.Signers); ok {
		return known.(*signature.Allowed), nil //nolint:forcetypeassert // nothing else is stored
	}
	content, err := h.blob(e.Signers)
	if err != nil {
		return nil, err
	}
	allowed, err := signature.Parse(content)
	if err != nil {
		return nil, &DamagedError{blobName(e.Signers), err.Error()}
	}
	h.known.Store(e.Signers, allowed)
	return allowed, nil
}
