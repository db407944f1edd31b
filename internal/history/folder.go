package history

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/privity/privity/internal/disk"
)

// folders are those of a history.
var folders = []string{entriesFolder, blobsFolder, signaturesFolder}

// A folder is a store in a folder of a disk.
type folder struct {
	disk disk.Folder
	dir  string // where it is to be made, if disk is nil
}

// NewFolder returns the store in a folder that is there.
func NewFolder(f disk.Folder) Store { return &folder{disk: f} }

// OpenFolder returns the store in a folder of this machine. A folder that is not
// there is a history without versions, and is made when something is written.
func OpenFolder(dir string) (Store, error) {
	root, err := disk.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &folder{dir: dir}, nil
	}
	if err != nil {
		return nil, err
	}
	return &folder{disk: root}, nil
}

func (f *folder) Read(name string) ([]byte, error) {
	if f.disk == nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	info, err := f.disk.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("it is not an ordinary file")}
	}
	if info.Size() > maxBlob {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("it is larger than %d MiB", maxBlob>>20)}
	}
	return f.disk.ReadFile(name)
}

func (f *folder) List(name string) ([]string, error) {
	if f.disk == nil {
		return nil, nil
	}
	entries, err := f.disk.ReadDir(path.Join(".", name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// ready makes the folders of a history, durably.
func (f *folder) ready() error {
	if f.disk == nil {
		if err := os.MkdirAll(f.dir, 0o755); err != nil {
			return err
		}
		root, err := disk.Open(f.dir)
		if err != nil {
			return err
		}
		f.disk = root
	}
	for _, name := range folders {
		if err := f.disk.Mkdir(name); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return f.disk.SyncDir(".")
}

func (f *folder) Keep(files []File) error {
	if err := f.ready(); err != nil {
		return err
	}
	for _, file := range files {
		there, err := f.Read(file.Path)
		if err == nil && bytes.Equal(there, file.Content) {
			continue
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := disk.Replace(f.disk, file.Path, file.Content); err != nil {
			return err
		}
	}
	// Also what was there may owe its name to a process that died before it could
	// make it durable.
	return f.sync(files)
}

// Create makes the names that are there durable first: the new file refers to
// them, and whoever has made them may have died.
func (f *folder) Create(name string, content []byte) error {
	if err := f.ready(); err != nil {
		return err
	}
	if err := f.disk.SyncDir(path.Dir(name)); err != nil {
		return err
	}
	return disk.Claim(f.disk, name, content)
}

func (f *folder) Replace(files []File) error {
	if err := f.ready(); err != nil {
		return err
	}
	for _, file := range files {
		if err := disk.Replace(f.disk, file.Path, file.Content); err != nil {
			return err
		}
	}
	return f.sync(files)
}

// sync makes the names of files durable.
func (f *folder) sync(files []File) error {
	done := map[string]bool{}
	for _, file := range files {
		dir := path.Dir(file.Path)
		if done[dir] {
			continue
		}
		if err := f.disk.SyncDir(dir); err != nil {
			return err
		}
		done[dir] = true
	}
	return nil
}

// Scratch is the folder itself: what holds there need not hold on another disk.
func (f *folder) Scratch() (Store, func([]string) error, error) { return f, f.remove, f.ready() }

// Close closes the folder, if it is one that was opened here.
func (f *folder) Close() error {
	if root, ok := f.disk.(*disk.Root); ok {
		return root.Close()
	}
	return nil
}

func (f *folder) remove(names []string) error {
	var errs []error
	for _, name := range names {
		if err := f.disk.Remove(name); !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
