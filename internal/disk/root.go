package disk

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"syscall"
)

// A Root is a folder on the disk. Symbolic links that lead out of it are not
// followed.
type Root struct{ root *os.Root }

// Open opens a folder that is there.
func Open(dir string) (*Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Root{root}, nil
}

// Close closes the folder.
func (r *Root) Close() error { return r.root.Close() }

// Lstat describes a file, a link as a link.
func (r *Root) Lstat(name string) (fs.FileInfo, error) { return r.root.Lstat(name) }

// ReadFile returns the content of a file.
func (r *Root) ReadFile(name string) ([]byte, error) { return r.root.ReadFile(name) }

// Readlink returns where a symbolic link leads.
func (r *Root) Readlink(name string) (string, error) { return r.root.Readlink(name) }

// Mkdir makes a folder that all may read.
func (r *Root) Mkdir(name string) error { return r.root.Mkdir(name, 0o755) }

// Link gives a file a second name.
func (r *Root) Link(from, to string) error { return r.root.Link(from, to) }

// Symlink makes a symbolic link.
func (r *Root) Symlink(target, name string) error { return r.root.Symlink(target, name) }

// Rename gives a file or folder another name.
func (r *Root) Rename(from, to string) error { return r.root.Rename(from, to) }

// Exchange gives each of two files or folders the name of the other. Not every
// system and not every file system can.
func (r *Root) Exchange(a, b string) error {
	in, err := r.root.Open(path.Dir(a))
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := r.root.Open(path.Dir(b))
	if err != nil {
		return err
	}
	defer func() { _ = out.Close() }()
	if err := exchange(in, path.Base(a), out, path.Base(b)); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// Remove removes a file or an empty folder.
func (r *Root) Remove(name string) error { return r.root.Remove(name) }

// Create makes a file that all may read.
func (r *Root) Create(name string) (File, error) {
	return r.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// ReadDir lists a folder in the order of the names.
func (r *Root) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, err := r.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = dir.Close() }()
	entries, err := dir.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// SyncDir makes the names in a folder durable, on systems that know how.
func (r *Root) SyncDir(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := r.root.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = dir.Close() }()
	if err := dir.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
