package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/privity/privity/internal/disk"
)

// Switch makes the files of a folder those given, as [Write] does, but all at once:
// a reader, or whoever looks after a crash, finds the folder as it was or as it is
// to be. The new folder is made beside the old one, with second names for what
// others have put there, and then the two change places. Where the disk cannot do
// that, Switch does what Write does, and whole is false.
func Switch(dir string, files []File, o Options) (report Report, whole bool, err error) {
	dir = filepath.Clean(dir)
	above, name := filepath.Split(dir)
	if name == "." || name == ".." || name == "" {
		report, err = Write(dir, files, o) // nothing can take the place of where one is
		return report, false, err
	}
	if above == "" {
		above = "."
	}
	if err := os.MkdirAll(above, 0o755); err != nil {
		return Report{}, false, explain(dir, err)
	}
	parent, err := disk.Open(above)
	if err != nil {
		return Report{}, false, explain(dir, err)
	}
	defer func() { _ = parent.Close() }()
	return SwitchIn(parent, name, files, o)
}

// SwitchIn does what Switch does, with a folder in one that is open. Only one
// process at a time may do this.
func SwitchIn(parent disk.Folder, name string, files []File, o Options) (report Report, whole bool, err error) {
	if err := validate(files); err != nil {
		return Report{}, false, err
	}
	s := &switching{parent: parent, name: name, next: "." + name + ".privity-next", files: files}
	info, err := parent.Lstat(name)
	switch {
	case err == nil && !info.IsDir(): // perhaps a link to a folder elsewhere
		return Report{}, false, refuseAt(name, info)
	case err == nil:
		s.there = true
	case !errors.Is(err, fs.ErrNotExist):
		return Report{}, false, explain(name, err)
	}
	report, whole, err = s.run(o)
	if err != nil {
		return Report{}, false, explain(name, err)
	}
	return report, whole, nil
}

// A switching is one switch of a folder for another.
type switching struct {
	parent     disk.Folder
	name, next string
	there      bool
	files      []File
}

func (s *switching) run(o Options) (Report, bool, error) {
	if err := removeAll(s.parent, s.next); err != nil { // of a run that was interrupted
		return Report{}, false, err
	}
	before := &state{}
	if s.there {
		found, err := survey(disk.Below(s.parent, s.name), s.files)
		if err != nil {
			return Report{}, false, err
		}
		if err := found.permit(s.name, s.files, o); err != nil {
			return Report{}, false, err
		}
		before = found
	}
	p := newPlan(before, s.files)
	if s.there && p.idle() {
		return p.report, true, nil
	}
	if err := s.stage(p); err != nil {
		return Report{}, false, errors.Join(err, removeAll(s.parent, s.next))
	}
	err := s.exchange()
	if errors.Is(err, errors.ErrUnsupported) {
		if err := removeAll(s.parent, s.next); err != nil {
			return Report{}, false, err
		}
		report, err := write(disk.Below(s.parent, s.name), s.name, s.files, o)
		return report, false, err
	}
	if err != nil {
		return Report{}, false, errors.Join(err, removeAll(s.parent, s.next))
	}
	return p.report, true, removeAll(s.parent, s.next)
}

// stage makes the folder that is to take the place, durably.
func (s *switching) stage(p *plan) error {
	if err := s.parent.Mkdir(s.next); err != nil {
		return err
	}
	in := disk.Below(s.parent, s.next)
	files := append([]File{p.list}, inOrder(s.files)...)
	folders := foldersOf(files)
	for _, dir := range folders[1:] {
		if err := in.Mkdir(dir); err != nil {
			return err
		}
	}
	for _, file := range files {
		if err := disk.Fill(in, file.Path, file.Content); err != nil {
			return err
		}
	}
	if s.there {
		if err := s.carry(".", s.strangers(p), in); err != nil {
			return err
		}
	}
	return syncAll(in, folders)
}

// strangers are the paths that are not carried over: what is written anew, and what
// is removed.
func (s *switching) strangers(p *plan) map[string]bool {
	ours := map[string]bool{ListName: true}
	for _, f := range s.files {
		ours[f.Path] = true
	}
	for _, r := range p.remove {
		ours[r] = true
	}
	return ours
}

// carry gives what others have put into a folder a second name in the new one.
func (s *switching) carry(dir string, ours map[string]bool, in disk.Folder) error {
	entries, err := s.parent.ReadDir(path.Join(s.name, dir))
	if err != nil {
		return err
	}
	made := false
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if ours[p] || disk.IsTemp(p) {
			continue
		}
		if e.IsDir() {
			if err := s.carry(p, ours, in); err != nil {
				return err
			}
			continue
		}
		if err := s.carryFile(p, e.Type(), in); err != nil {
			return err
		}
		made = true
	}
	if !made {
		return nil
	}
	return in.SyncDir(dir)
}

func (s *switching) carryFile(p string, kind fs.FileMode, in disk.Folder) error {
	for _, dir := range parents(p) {
		if err := in.Mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := in.SyncDir(path.Dir(dir)); err != nil {
			return err
		}
	}
	from := path.Join(s.name, p)
	switch {
	case kind.IsRegular():
		return s.parent.Link(from, path.Join(s.next, p))
	case kind&fs.ModeSymlink != 0:
		target, err := s.parent.Readlink(from)
		if err != nil {
			return err
		}
		return in.Symlink(target, p)
	}
	return refusef("%s is neither a file nor a folder nor a link, and cannot be carried over; move it away", p)
}

// exchange puts the new folder in the place of the old one.
func (s *switching) exchange() error {
	if err := s.parent.SyncDir("."); err != nil {
		return err
	}
	var err error
	if s.there {
		err = s.parent.Exchange(s.next, s.name)
	} else {
		err = s.parent.Rename(s.next, s.name)
	}
	if err != nil {
		return err
	}
	return s.parent.SyncDir(".")
}

// removeAll removes a folder with all that is in it, if it is there.
func removeAll(f disk.Folder, name string) error {
	entries, err := f.ReadDir(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		inner := path.Join(name, e.Name())
		if e.IsDir() {
			err = removeAll(f, inner)
		} else {
			err = f.Remove(inner)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := f.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
