package history

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/disk"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/signature"
)

// Options say what Verify looks at.
type Options struct {
	// Fast leaves the content of published files alone: it looks whether they are
	// there.
	Fast bool
	// Since is a head that somebody has noted. The history has to lead up to it.
	Since Head
	// Allowed says who may have signed, on the word of whoever asks and not of the
	// history. Nil if nobody says so.
	Allowed *signature.Allowed
}

// A Report says what Verify found.
type Report struct {
	Head     Head
	Entries  int
	Imported int // of the entries
	Blobs    int // files that versions refer to, each counted once
	Signed   int // entries with a signature
	// Signer has signed the head. It is the zero Person if nobody has.
	Signer signature.Person
	// Problems are what is wrong, by the names of the files.
	Problems []*DamagedError
	// Leftovers are files that nothing refers to, as an interrupted publish leaves
	// them. They do no harm.
	Leftovers []string
	// Beside are files and folders that lie beside HEAD and belong to no history.
	// Nobody vouches for them, and they do no harm to it.
	Beside []string
}

// OK reports whether nothing is wrong.
func (r *Report) OK() bool { return len(r.Problems) == 0 }

// Verify looks at everything that is in the store. Its error is one of the store;
// what is wrong with the history stands in the report.
func (h *History) Verify(o Options) (*Report, error) {
	v := &verification{history: h, options: o, report: &Report{}, wanted: map[string]bool{}}
	steps := []func() error{v.entries, v.signatures, v.covers, v.blobs, v.rest}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	v.since()
	slices.SortFunc(v.report.Problems, func(a, b *DamagedError) int {
		return strings.Compare(a.File+"\x00"+a.What, b.File+"\x00"+b.What)
	})
	slices.Sort(v.report.Leftovers)
	slices.Sort(v.report.Beside)
	return v.report, nil
}

// A verification is one run of Verify.
type verification struct {
	history *History
	options Options
	report  *Report
	chain   []*Entry // nil where one cannot be read
	last    *Entry   // nil if there is none, or if the chain is broken

	mu     sync.Mutex      // guards the report's problems
	wanted map[string]bool // names of files that something refers to
}

func (v *verification) wrong(file, format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.report.Problems = append(v.report.Problems, &DamagedError{file, fmt.Sprintf(format, args...)})
}

// hear takes over what is wrong with the history, and returns any other error.
func (v *verification) hear(err error) error {
	var damaged *DamagedError
	if errors.As(err, &damaged) {
		v.wrong(damaged.File, "%s", damaged.What)
		return nil
	}
	return err
}

// entries reads all entries and follows the chain.
func (v *verification) entries() error {
	n, err := v.history.count()
	if err != nil {
		return v.hear(err)
	}
	chain, errs := v.history.read(n)
	for i, err := range errs {
		if err := v.hear(err); err != nil {
			return err
		}
		v.wanted[entryName(i+1)] = true
		if err != nil {
			chain[i] = nil
		}
	}
	v.chain, v.report.Entries = chain, n
	for i, e := range chain {
		if e == nil || i > 0 && chain[i-1] == nil {
			continue
		}
		if i > 0 {
			if err := v.hear(follows(chain[i-1], e)); err != nil {
				return err
			}
		}
		if e.Imported {
			v.report.Imported++
		}
	}
	if n > 0 && v.report.OK() {
		v.last = chain[n-1]
		v.report.Head = v.last.Head()
	}
	return nil
}

// signatures checks that of every entry that has signers.
func (v *verification) signatures() error {
	errs := make([]error, len(v.chain))
	var signed []int // indices in the chain
	for i, e := range v.chain {
		if e != nil && e.Signers != "" {
			signed = append(signed, i)
			v.wanted[signatureName(e.Head().Entry)] = true
		}
	}
	parallel.For(len(signed), func(i int) { errs[i] = v.signature(signed[i]) })
	v.report.Signed = len(signed)
	for _, err := range errs {
		if err := v.hear(err); err != nil {
			return err
		}
	}
	return nil
}

func (v *verification) signature(i int) error {
	e, before := v.chain[i], (*Entry)(nil)
	if i > 0 {
		before = v.chain[i-1]
	}
	head := e.Head()
	armored, err := v.history.store.Read(signatureName(head.Entry))
	if errors.Is(err, fs.ErrNotExist) {
		return &DamagedError{signatureName(head.Entry), fmt.Sprintf("entry %d is to be signed, and this signature is not there", e.Seq)}
	}
	if err != nil {
		return err
	}
	if err := v.history.checkSignature(e, before, armored); err != nil || v.options.Allowed == nil {
		return err
	}
	if _, err := signature.Verify(head.Text(), armored, Namespace, v.options.Allowed); err != nil {
		return &DamagedError{signatureName(head.Entry), fmt.Sprintf("entry %d was not signed by anybody whom you allow: %v", e.Seq, err)}
	}
	return nil
}

// covers checks that HEAD, its signature and the list of signers are what the last
// entry says.
func (v *verification) covers() error {
	if v.last == nil {
		return nil
	}
	files, err := v.history.covers(v.last)
	if err != nil {
		return v.hear(err)
	}
	stale, err := v.history.stale(files)
	if err != nil {
		return err
	}
	for _, file := range files {
		v.wanted[file.Path] = true
	}
	for _, file := range stale {
		v.wrong(file.Path, "it does not belong to the last entry, which is number %d; if a publish was interrupted, the next one mends it", v.last.Seq)
	}
	if v.last.Signers == "" {
		if v.options.Allowed != nil {
			v.wrong(headSigName, "the history is not signed, and you have said who may sign")
		}
		return nil
	}
	allowed, err := v.history.signers(v.last)
	if err != nil {
		return v.hear(err)
	}
	for _, file := range files {
		if file.Path == headSigName {
			v.report.Signer, _ = signature.Verify(v.last.Head().Text(), file.Content, Namespace, allowed) // checked by covers
		}
	}
	return nil
}

// blobs checks that everything that a version refers to is there, and in a full
// run that it has the content that was published.
func (v *verification) blobs() error {
	used := map[string]bool{}
	for _, e := range v.chain {
		if e == nil {
			continue
		}
		for _, digest := range e.Files {
			used[digest] = true
		}
		for _, a := range e.Approvals {
			used[a.Signature] = true
		}
		if e.Signers != "" {
			used[e.Signers] = true
		}
	}
	digests := slices.Sorted(maps.Keys(used))
	v.report.Blobs = len(digests)
	there, err := v.history.store.List(blobsFolder)
	if err != nil {
		return err
	}
	for _, digest := range digests {
		v.wanted[blobName(digest)] = true
		if _, ok := slices.BinarySearch(there, digest); !ok {
			v.wrong(blobName(digest), "it is not there")
			delete(used, digest)
		}
	}
	if v.options.Fast {
		return nil
	}
	return v.contents(slices.Sorted(maps.Keys(used)))
}

func (v *verification) contents(digests []string) error {
	errs := make([]error, len(digests))
	parallel.For(len(digests), func(i int) { _, errs[i] = v.history.blob(digests[i]) })
	for _, err := range errs {
		if err := v.hear(err); err != nil {
			return err
		}
	}
	return nil
}

// rest looks at what nothing refers to. What an interrupted publish leaves has a
// name that tells; the rest does not belong there.
func (v *verification) rest() error {
	for _, dir := range []string{"", entriesFolder, blobsFolder, signaturesFolder} {
		names, err := v.history.store.List(dir)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := v.surplus(dir, name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *verification) surplus(dir, name string) error {
	file := name
	if dir != "" {
		file = dir + "/" + name
	}
	switch {
	case v.wanted[file]:
	case disk.IsTemp(name), dir == "" && strings.HasPrefix(name, probePrefix), dir == signaturesFolder && digestForm.MatchString(name):
		v.report.Leftovers = append(v.report.Leftovers, file)
	case dir == blobsFolder && digestForm.MatchString(name):
		v.report.Leftovers = append(v.report.Leftovers, file)
		if !v.options.Fast {
			_, err := v.history.blob(name)
			return v.hear(err)
		}
	case dir != "", slices.Contains([]string{headName, headSigName, allowedName}, name):
		v.wrong(file, "it does not belong to the history")
	case !slices.Contains(folders, name) && name != gitFolder:
		v.report.Beside = append(v.report.Beside, file) // what people put there is theirs
	}
	return nil
}

// gitFolder is what a clone of a branch with a history has beside it.
const gitFolder = ".git"

// since checks that the history leads up to a head that somebody has noted.
func (v *verification) since() {
	noted := v.options.Since
	switch {
	case noted.Size == 0:
	case noted.Size > len(v.chain):
		v.wrong(entriesFolder, "the head that you have noted, %s, has %d versions, and there are %d: versions were removed", noted.Short(), noted.Size, len(v.chain))
	case v.chain[noted.Size-1] == nil: // that is told already
	default:
		e := v.chain[noted.Size-1]
		if head := e.Head(); head.Entry != noted.Entry || noted.Lineage != "" && noted.Lineage != head.Lineage {
			v.wrong(entryName(noted.Size), "it is not the entry of the head that you have noted, %s: the history was rewritten", noted.Short())
		}
	}
}
