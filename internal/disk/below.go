package disk

import (
	"io/fs"
	"path"
)

// Below returns the folder with a name in a folder that is open. It need not be there
// yet.
func Below(in Folder, name string) Folder { return below{in, name} }

// below is a folder in a folder that is open.
type below struct {
	in   Folder
	name string
}

var _ Folder = below{}

func (b below) at(name string) string { return path.Join(b.name, name) }

func (b below) Lstat(name string) (fs.FileInfo, error)     { return b.in.Lstat(b.at(name)) }
func (b below) ReadDir(name string) ([]fs.DirEntry, error) { return b.in.ReadDir(b.at(name)) }
func (b below) ReadFile(name string) ([]byte, error)       { return b.in.ReadFile(b.at(name)) }
func (b below) Readlink(name string) (string, error)       { return b.in.Readlink(b.at(name)) }
func (b below) Mkdir(name string) error                    { return b.in.Mkdir(b.at(name)) }
func (b below) Create(name string) (File, error)           { return b.in.Create(b.at(name)) }
func (b below) Link(from, to string) error                 { return b.in.Link(b.at(from), b.at(to)) }

func (b below) Symlink(target, name string) error { return b.in.Symlink(target, b.at(name)) }

func (b below) Rename(from, to string) error { return b.in.Rename(b.at(from), b.at(to)) }

func (b below) Exchange(x, y string) error { return b.in.Exchange(b.at(x), b.at(y)) }
func (b below) Remove(name string) error   { return b.in.Remove(b.at(name)) }
func (b below) SyncDir(name string) error  { return b.in.SyncDir(b.at(name)) }
