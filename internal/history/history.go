package history

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"github.com/privity/privity/internal/parallel"
)

// A History is the versions in a store.
type History struct {
	store Store
	known sync.Map // lists of signers that were read, by their digests
}

// New returns the history in a store. Nothing is read yet.
func New(s Store) *History { return &History{store: s} }

// Close releases what the store holds.
func (h *History) Close() error { return h.store.Close() }

// A DamagedError is a file of a history that is not what it should be.
type DamagedError struct {
	File string
	What string // is wrong, continuing "FILE: "
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("the history is damaged: %s: %s", e.File, e.What)
}

// ErrNoVersion is a version that a history does not have.
var ErrNoVersion = errors.New("there is no such version")

// entryForm is what the file of an entry is called.
var entryForm = regexp.MustCompile(`^(\d{6}|[1-9]\d{6,8})\.json$`)

func entryName(seq int) string { return fmt.Sprintf("%s/%06d.json", entriesFolder, seq) }

// maxUnlisted is how many names a folder may leave out when it is listed.
const maxUnlisted = 1000

// count returns the number of the last entry. That all before it are there is
// seen when they are read: a folder that is listed while others write to it may
// leave out names that were there all the time.
func (h *History) count() (int, error) {
	names, err := h.store.List(entriesFolder)
	if err != nil {
		return 0, err
	}
	last := 0
	for _, name := range names {
		if parts := entryForm.FindStringSubmatch(name); parts != nil {
			seq, _ := strconv.Atoi(parts[1]) // nine digits always fit
			last = max(last, seq)
		}
	}
	if last > 2*len(names)+maxUnlisted {
		return 0, &DamagedError{entryName(last), fmt.Sprintf("there are only %d files", len(names))}
	}
	for {
		switch _, err := h.store.Read(entryName(last + 1)); {
		case errors.Is(err, fs.ErrNotExist):
			return last, nil
		case err != nil:
			return 0, err
		}
		last++
	}
}

// entry reads one entry and holds it against what can be said about it without
// the others.
func (h *History) entry(seq int) (*Entry, error) {
	name := entryName(seq)
	content, err := h.store.Read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &DamagedError{name, "it is not there"}
	}
	if err != nil {
		return nil, err
	}
	e, err := decode(content)
	switch {
	case err != nil:
		return nil, &DamagedError{name, err.Error()}
	case e.Seq != seq:
		return nil, &DamagedError{name, fmt.Sprintf("it has the number %d", e.Seq)}
	case seq == 1:
		return e, checkFirst(name, e)
	}
	return e, nil
}

// checkFirst holds a first entry against its lineage, which follows from it.
func checkFirst(name string, e *Entry) error {
	again := *e
	again.withLineage()
	if again.Lineage != e.Lineage || e.Prev != "" {
		return &DamagedError{name, "it does not begin the history that it names"}
	}
	return nil
}

// last returns the last entry, or nil if there is none.
func (h *History) last() (*Entry, error) {
	n, err := h.count()
	if err != nil || n == 0 {
		return nil, err
	}
	return h.entry(n)
}

// Head returns the head of the history as its entries have it. It looks at the
// last one only.
func (h *History) Head() (Head, error) {
	e, err := h.last()
	if err != nil || e == nil {
		return Head{}, err
	}
	return e.Head(), nil
}

// Entries returns all versions, the oldest first, after it has followed the chain
// from the last to the first.
func (h *History) Entries() ([]*Entry, error) {
	n, err := h.count()
	if err != nil {
		return nil, err
	}
	entries, errs := h.read(n)
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	for i := 1; i < n; i++ {
		if err := follows(entries[i-1], entries[i]); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// read reads so many entries, each with its error.
func (h *History) read(n int) ([]*Entry, []error) {
	entries, errs := make([]*Entry, n), make([]error, n)
	parallel.For(n, func(i int) { entries[i], errs[i] = h.entry(i + 1) })
	return entries, errs
}

// follows reports why an entry cannot come after another.
func follows(before, e *Entry) error {
	wrong := func(what string) error { return &DamagedError{entryName(e.Seq), what} }
	switch {
	case e.Prev != before.Head().Entry:
		return wrong("it does not follow the entry before it, of which the digest is another")
	case e.Lineage != before.Lineage:
		return wrong("it belongs to another history")
	case before.Signers != "" && e.Signers == "":
		return wrong("it is not signed, and the one before it is")
	case e.Imported && !before.Imported:
		return wrong("it is imported, and the one before it is not")
	case e.Published < before.Published:
		return wrong("it was published before the one before it")
	}
	return nil
}

// Find returns the version with a number, or the last one of a name. A name that
// is a number is the number.
func Find(entries []*Entry, version string) (*Entry, error) {
	if seq, err := strconv.Atoi(version); err == nil {
		if seq < 1 || seq > len(entries) {
			return nil, fmt.Errorf("%w: %d", ErrNoVersion, seq)
		}
		return entries[seq-1], nil
	}
	for _, e := range slices.Backward(entries) {
		if e.Version == version {
			return e, nil
		}
	}
	return nil, fmt.Errorf("%w: %s", ErrNoVersion, version)
}

// InForce returns the version that was in force on a day (such as 2026-02-01): the
// last of those that were published and effective by then. Where none had been
// published, it is the first that said later that it held on that day.
func InForce(entries []*Entry, day string) (*Entry, error) {
	for _, e := range slices.Backward(entries) {
		if e.Effective <= day && e.Published <= day {
			return e, nil
		}
	}
	for _, e := range entries {
		if e.Effective <= day {
			return e, nil
		}
	}
	return nil, fmt.Errorf("%w: none was in force on %s", ErrNoVersion, day)
}

// Content returns a published file of a version.
func (h *History) Content(e *Entry, name string) ([]byte, error) {
	digest, ok := e.Files[name]
	if !ok {
		return nil, fmt.Errorf("version %s has no file %s: %w", e.Version, name, fs.ErrNotExist)
	}
	return h.blob(digest)
}

// Blob returns what has a digest: a published file, or the signature of an approval.
func (h *History) Blob(digest string) ([]byte, error) { return h.blob(digest) }

// blob reads what has a digest.
func (h *History) blob(digest string) ([]byte, error) {
	name := blobName(digest)
	content, err := h.store.Read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &DamagedError{name, "it is not there"}
	case err != nil:
		return nil, err
	case Digest(content) != digest:
		return nil, &DamagedError{name, "its content is another than when it was published"}
	}
	return content, nil
}

// Files returns all published files of a version, byte for byte, in the order of
// their paths.
func (h *History) Files(e *Entry) ([]File, error) {
	paths := slices.Sorted(maps.Keys(e.Files))
	files, errs := make([]File, len(paths)), make([]error, len(paths))
	parallel.For(len(paths), func(i int) {
		files[i].Path = paths[i]
		files[i].Content, errs[i] = h.Content(e, paths[i])
	})
	return files, errors.Join(errs...)
}

// Last returns the version that was published last, or nil if there is none.
func (h *History) Last() (*Entry, error) { return h.last() }
