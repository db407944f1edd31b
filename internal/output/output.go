// Package output writes a site into a folder that may hold other things too.
//
// # Whose files
//
// The folder is never cleaned. A list of what was written, [ListName], stands in
// it with the digest of every file. Only a file on that list is removed, when it is
// no longer produced and still has the content that was written; only a file on
// that list is replaced. A folder that holds anything but has no list is refused
// unless [Options.Adopt] is set, and then files that are produced replace what
// stands in their place. Everything goes through [os.Root], and a symbolic link in
// the folder is refused, not followed.
//
// # What a reader may see
//
// A file is written beside its final name, flushed to the disk, and renamed: it is
// the old one or the new one, never a part of it. First the list is written with
// the old and the new content of every file, then files that pages load, then
// pages, index.html as the last; then what is no longer produced is removed, and
// the list is written without it. So whoever reads while a build is at work, or
// after a crash, may find new pages next to old ones, but no link from a new page
// to a page that is not there yet, except between new pages. After a crash the
// list knows every file that was written, and the next run completes it.
//
// That is what [Write] does. [Switch] makes the whole folder another one at once,
// where the disk can do that.
//
// One run at a time: of two in the same folder, either may fail, and then leaves
// whole files behind.
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/privity/privity/internal/disk"
)

// A File is a file to be written.
type File struct {
	Path    string // below the folder, with slashes
	Content []byte
}

// Options are the choices of Write.
type Options struct {
	// Adopt allows a folder that was not written by this package, and the
	// replacement of files in it that have the names of files to be written.
	Adopt bool
}

// A Report says what Write did, in the order of the paths.
type Report struct {
	Written   []string // were new, or had other content
	Unchanged []string // had the content already, and were left alone
	Removed   []string // are no longer produced
	Kept      []string // are no longer produced, but were changed by somebody since
	Edited    []string // of Written: somebody's changes to them were replaced
}

// A Change is how a file differs from what would be written.
type Change string

// The changes that Check finds.
const (
	Missing Change = "missing" // it would be written
	Changed Change = "changed" // it would be replaced
	Stale   Change = "stale"   // it would be removed
)

// A Difference is one file that differs.
type Difference struct {
	Path   string
	Change Change
}

// Write makes the files of a folder those given, and creates the folder if it is
// not there. Its errors say what to do; nothing is written if files or folder are
// refused.
func Write(dir string, files []File, o Options) (Report, error) {
	if err := validate(files); err != nil {
		return Report{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Report{}, explain(dir, err)
	}
	root, err := disk.Open(dir)
	if err != nil {
		return Report{}, explain(dir, err)
	}
	defer func() { _ = root.Close() }()
	return write(root, dir, files, o)
}

// Check compares a folder with files and writes nothing. A file that is not on the
// folder's list and would not be written is not looked at.
func Check(dir string, files []File) ([]Difference, error) {
	if err := validate(files); err != nil {
		return nil, err
	}
	root, err := disk.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return compare(&state{}, files), nil
	}
	if err != nil {
		return nil, explain(dir, err)
	}
	defer func() { _ = root.Close() }()
	s, err := survey(root, files)
	if err != nil {
		return nil, explain(dir, err)
	}
	return compare(s, files), nil
}

func compare(s *state, files []File) []Difference {
	var found []Difference
	for _, f := range append(slices.Clone(files), File{ListName, listOf(files).encode()}) {
		there, ok := s.there[f.Path]
		switch {
		case !ok:
			found = append(found, Difference{f.Path, Missing})
		case there != digest(f.Content):
			found = append(found, Difference{f.Path, Changed})
		}
	}
	remove, _ := s.stale(files)
	for _, p := range remove {
		found = append(found, Difference{p, Stale})
	}
	slices.SortFunc(found, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return found
}

// write does what Write does, in a folder that is open.
func write(f disk.Folder, dir string, files []File, o Options) (Report, error) {
	s, err := survey(f, files)
	if err != nil {
		return Report{}, explain(dir, err)
	}
	if err := s.permit(dir, files, o); err != nil {
		return Report{}, err
	}
	p := newPlan(s, files)
	if p.idle() {
		return p.report, nil
	}
	if err := p.carryOut(f); err != nil {
		return Report{}, explain(dir, err)
	}
	return p.report, nil
}

// ErrForeign is what Write refuses without Options.Adopt: a folder, or a file in
// it, that it did not write.
var ErrForeign = errors.New("not written by this tool")

// permit refuses a folder that belongs to somebody else.
func (s *state) permit(dir string, files []File, o Options) error {
	if o.Adopt {
		return nil
	}
	if !s.listed && s.occupied {
		return fmt.Errorf("the folder %s holds files that were %w; choose an empty folder, or allow it to be adopted", dir, ErrForeign)
	}
	for _, f := range inOrder(files) {
		there, ok := s.there[f.Path]
		if ok && len(s.known[f.Path]) == 0 && there != digest(f.Content) {
			return fmt.Errorf("the file %s was %w and would be replaced; move it away, or allow the folder to be adopted", path.Join(dir, f.Path), ErrForeign)
		}
	}
	return nil
}

// inOrder returns files by their paths.
func inOrder(files []File) []File {
	sorted := slices.Clone(files)
	slices.SortFunc(sorted, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return sorted
}

// explain says what an operation on the folder needs to succeed.
func explain(dir string, err error) error {
	var refusal *refusal
	switch {
	case errors.As(err, &refusal):
		return fmt.Errorf("in the folder %s: %w", dir, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("the folder %s cannot be written: %w; check its permissions", dir, err)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("the folder %s is being written by another run: %w; wait for it, and run this again", dir, err)
	}
	return fmt.Errorf("the folder %s was not written completely: %w; mend the cause, and run this again", dir, err)
}

// A refusal is something in the folder that will not be touched.
type refusal struct{ message string }

func (r *refusal) Error() string { return r.message }

func refusef(format string, args ...any) error { return &refusal{fmt.Sprintf(format, args...)} }
