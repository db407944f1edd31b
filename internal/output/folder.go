package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// A folder is what this package does to the folder that it writes. It is os.Root;
// in tests, one whose operations fail.
type folder interface {
	Lstat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	Mkdir(name string) error
	Create(name string) (file, error) // fails if the name is there
	Rename(from, to string) error
	Remove(name string) error
	SyncDir(name string) error
}

type file interface {
	io.WriteCloser
	Sync() error
}

// rootFolder is a folder that nothing leads out of.
type rootFolder struct{ *os.Root }

func (r rootFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = dir.Close() }()
	return dir.ReadDir(-1)
}

func (r rootFolder) Mkdir(name string) error { return r.Root.Mkdir(name, 0o755) }

func (r rootFolder) Create(name string) (file, error) {
	return r.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// SyncDir makes the names in a folder durable, on systems that know how.
func (r rootFolder) SyncDir(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := r.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = dir.Close() }()
	if err := dir.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
