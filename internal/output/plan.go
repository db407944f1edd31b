package output

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A plan is what a run will do.
type plan struct {
	temps   []string // to be removed first
	interim File     // the list while files are written
	folders []string // that files need, the outer before the inner
	write   []File   // in the order in which readers may see them
	remove  []string
	list    File // the list in the end
	settled bool // the list is that already
	report  Report
}

func newPlan(s *state, files []File) *plan {
	final := listOf(files)
	p := &plan{
		temps:   s.temps,
		interim: File{ListName, s.list.with(final).encode()},
		list:    File{ListName, final.encode()},
	}
	p.settled = s.there[ListName] == digest(p.list.Content)
	for _, f := range inOrder(files) {
		there, ok := s.there[f.Path]
		if ok && there == digest(f.Content) {
			p.report.Unchanged = append(p.report.Unchanged, f.Path)
			continue
		}
		p.write = append(p.write, f)
		p.folders = append(p.folders, parents(f.Path)...)
		p.report.Written = append(p.report.Written, f.Path)
		if ok && !slices.Contains(s.known[f.Path], there) {
			p.report.Edited = append(p.report.Edited, f.Path)
		}
	}
	slices.SortStableFunc(p.write, func(a, b File) int { return cmp.Compare(rank(a.Path), rank(b.Path)) })
	slices.Sort(p.folders)
	p.folders = slices.Compact(p.folders)
	p.remove, p.report.Kept = s.stale(files)
	p.report.Removed = p.remove
	return p
}

// rank puts what pages load before pages, and the page that leads to all others
// last.
func rank(p string) int {
	switch {
	case p == "index.html":
		return 2
	case strings.HasSuffix(p, ".html"):
		return 1
	}
	return 0
}

// idle reports whether there is nothing to do.
func (p *plan) idle() bool {
	return len(p.temps)+len(p.write)+len(p.remove) == 0 && p.settled
}

func (p *plan) carryOut(f folder) error {
	for _, t := range p.temps {
		if err := f.Remove(t); err != nil {
			return err
		}
	}
	if err := p.writeFiles(f); err != nil {
		return err
	}
	for _, r := range p.remove {
		if err := f.Remove(r); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmpty(f, r)
	}
	if err := put(f, p.list); err != nil {
		return err
	}
	return f.SyncDir(".")
}

func (p *plan) writeFiles(f folder) error {
	if len(p.write) == 0 {
		return nil
	}
	if err := put(f, p.interim); err != nil {
		return err
	}
	if err := f.SyncDir("."); err != nil {
		return err
	}
	touched := []string{"."}
	for _, dir := range p.folders {
		if err := f.Mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		touched = append(touched, dir)
	}
	for _, file := range p.write {
		if err := put(f, file); err != nil {
			return err
		}
	}
	for _, dir := range touched {
		if err := f.SyncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// put makes a file the one given, at once.
func put(f folder, file File) error {
	temp := tempOf(file.Path)
	if err := fill(f, temp, file.Content); err != nil {
		return err
	}
	if err := f.Rename(temp, file.Path); err != nil {
		_ = f.Remove(temp) // the next run removes it, if this does not
		return err
	}
	return nil
}

func fill(f folder, temp string, content []byte) error {
	out, err := f.Create(temp)
	if err != nil {
		return err
	}
	_, err = out.Write(content)
	if err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = f.Remove(temp) // the next run removes it, if this does not
	}
	return err
}

// removeEmpty removes the folders above a removed file that hold nothing any more.
// One that cannot be removed does no harm.
func removeEmpty(f folder, p string) {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		entries, err := f.ReadDir(dir)
		if err != nil || len(entries) > 0 || f.Remove(dir) != nil {
			return
		}
	}
}
