package output

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/privity/privity/internal/disk"
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

func (p *plan) carryOut(f disk.Folder) error {
	for _, t := range p.temps {
		if err := f.Remove(t); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := p.writeFiles(f); err != nil {
		return err
	}
	if err := p.removeFiles(f); err != nil {
		return err
	}
	if err := disk.Replace(f, p.list.Path, p.list.Content); err != nil {
		return err
	}
	return f.SyncDir(".")
}

// removeFiles removes what is no longer produced, for good: what comes back after
// the list has forgotten it would be a stranger's.
func (p *plan) removeFiles(f disk.Folder) error {
	var removed []File
	for _, r := range p.remove {
		if err := f.Remove(r); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmpty(f, r)
		removed = append(removed, File{Path: r})
	}
	return syncAll(f, foldersOf(removed))
}

func (p *plan) writeFiles(f disk.Folder) error {
	if len(p.write) == 0 {
		return nil
	}
	if err := disk.Replace(f, p.interim.Path, p.interim.Content); err != nil {
		return err
	}
	if err := f.SyncDir("."); err != nil {
		return err
	}
	for _, dir := range p.folders {
		if err := f.Mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	for _, rank := range p.ranks() {
		for _, file := range rank {
			if err := disk.Replace(f, file.Path, file.Content); err != nil {
				return err
			}
		}
		// What comes next leads to these files, so their names are durable first.
		if err := syncAll(f, foldersOf(rank)); err != nil {
			return err
		}
	}
	return nil
}

// ranks divides the files to be written into those that may be seen at the same
// time.
func (p *plan) ranks() [][]File {
	var ranks [][]File
	for i, file := range p.write {
		if i == 0 || rank(file.Path) != rank(p.write[i-1].Path) {
			ranks = append(ranks, nil)
		}
		ranks[len(ranks)-1] = append(ranks[len(ranks)-1], file)
	}
	return ranks
}

// foldersOf lists the folders above files, the outer before the inner.
func foldersOf(files []File) []string {
	folders := []string{"."}
	for _, file := range files {
		folders = append(folders, parents(file.Path)...)
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// syncAll makes the names in folders durable, of those that are still there.
func syncAll(f disk.Folder, folders []string) error {
	for _, dir := range folders {
		if err := f.SyncDir(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// removeEmpty removes the folders above a removed file that hold nothing any more.
// One that cannot be removed does no harm.
func removeEmpty(f disk.Folder, p string) {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		entries, err := f.ReadDir(dir)
		if err != nil || len(entries) > 0 || f.Remove(dir) != nil {
			return
		}
	}
}
