package history

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/privity/privity/internal/signature"
)

// maxHealing bounds how often HEAD is written while others publish.
const maxHealing = 1000

// Heal makes HEAD, its signature and the list of signers what the last entry
// says, as a publish that was interrupted would have done. What has no valid
// signature is not taken over.
//
// Others may publish meanwhile and have written HEAD before us, so that ours is
// the older one. Therefore whoever has written it looks again, and the last one
// to write leaves it right.
func (h *History) Heal() error {
	for range maxHealing {
		e, err := h.last()
		if err != nil || e == nil {
			return err
		}
		wanted, err := h.covers(e)
		if err != nil {
			return err
		}
		stale, err := h.stale(wanted)
		if err != nil || len(stale) == 0 {
			return err
		}
		if err := h.store.Replace(stale); err != nil {
			return err
		}
	}
	return errors.New("the history changes faster than its head can be written")
}

// covers returns what stands beside the entries when the given one is the last. An
// entry that does not follow from the one before it, or that nobody has signed who
// may, is an error.
func (h *History) covers(e *Entry) ([]File, error) {
	var before *Entry
	if e.Seq > 1 {
		var err error
		if before, err = h.entry(e.Seq - 1); err != nil {
			return nil, err
		}
		if err := follows(before, e); err != nil {
			return nil, err
		}
	}
	head := e.Head()
	files := []File{{headName, head.Text()}}
	allowed, err := h.signers(e)
	if err != nil || allowed == nil {
		return files, err
	}
	armored, err := h.store.Read(signatureName(head.Entry))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &DamagedError{signatureName(head.Entry), "the last entry has no signature; if nobody with a key has published it, remove it"}
	}
	if err != nil {
		return nil, err
	}
	if err := h.checkSignature(e, before, armored); err != nil {
		return nil, err
	}
	return append(files, File{headSigName, armored}, File{allowedName, allowed.Bytes()}), nil
}

// stale returns those of the files that are not there with that content.
func (h *History) stale(wanted []File) ([]File, error) {
	var stale []File
	for _, file := range wanted {
		there, err := h.store.Read(file.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist) || err == nil && !bytes.Equal(there, file.Content):
			stale = append(stale, file)
		case err != nil:
			return nil, err
		}
	}
	return stale, nil
}

// checkSignature holds the signature of the head that ends in an entry against
// the list of that entry and of the one before, if there is one: nobody can put
// themselves on the list.
func (h *History) checkSignature(e, before *Entry, armored []byte) error {
	name := signatureName(e.Head().Entry)
	if !signature.Canonical(armored) {
		return &DamagedError{name, "it is not a signature in the form in which privity writes them"}
	}
	for i, entry := range []*Entry{e, before} {
		if i > 0 && before != nil && before.Signers == e.Signers {
			continue // the same list
		}
		allowed, err := h.signers(entry)
		if err != nil {
			return err
		}
		if allowed == nil {
			continue
		}
		if _, err := signature.Verify(e.Head().Text(), armored, Namespace, allowed); err != nil {
			return &DamagedError{name, fmt.Sprintf("the signature of entry %d: %v", e.Seq, err)}
		}
	}
	return nil
}
