// Package disk holds the few operations on files that everything durable is
// made of.
//
// [Folder] is what a program may do to a folder that it writes: [Root] does it
// on the disk, and package disktest in memory, with operations that fail,
// processes that are killed and power that goes away. What is to survive all of
// that is built from [Replace], which makes a file another one at once, and
// [Claim], of which exactly one of any number of processes succeeds.
//
// # What a crash leaves
//
// A process that is killed leaves what it has done. When power goes, what was
// written to a file and not synced may be lost or half there, and so may the
// names that were made, removed or changed in a folder since it was synced. So a
// file is synced before it gets its name, and the folder afterwards.
package disk

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
)

// A Folder is a folder that nothing leads out of. Names are relative to it, with
// slashes; "." is the folder itself. Its errors satisfy errors.Is with
// [fs.ErrNotExist], [fs.ErrExist] and [fs.ErrPermission] where these apply.
type Folder interface {
	Lstat(name string) (fs.FileInfo, error)
	// ReadDir lists a folder in the order of the names.
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	Readlink(name string) (string, error)
	Mkdir(name string) error
	// Create makes a file that is not there yet.
	Create(name string) (File, error)
	// Link gives a file a second name, and fails if that is taken.
	Link(from, to string) error
	Symlink(target, name string) error
	// Rename gives a file or folder another name, at once. What has that name is
	// replaced, if both are files or links.
	Rename(from, to string) error
	// Exchange gives each of two files or folders the name of the other, at once.
	// Where that cannot be done the error is [errors.ErrUnsupported].
	Exchange(a, b string) error
	Remove(name string) error
	// SyncDir makes the names in a folder durable.
	SyncDir(name string) error
}

// A File is a file that is being written.
type File interface {
	io.WriteCloser
	// Sync makes what was written durable.
	Sync() error
}

// tempPrefix begins the names of files that are not complete yet.
const tempPrefix = ".privity-tmp-"

// IsTemp reports whether a name is that of a file that an interrupted run left
// behind.
func IsTemp(name string) bool { return strings.HasPrefix(path.Base(name), tempPrefix) }

// tempOf returns a name beside another that no other process uses.
func tempOf(name string) string {
	return path.Join(path.Dir(name), tempPrefix+rand.Text()+"-"+path.Base(name))
}

// Replace makes a file the one given, at once: whoever reads it finds the old
// content or the new, whole. The new content is durable when the folder is synced.
func Replace(f Folder, name string, content []byte) error {
	temp := tempOf(name)
	if err := Fill(f, temp, content); err != nil {
		return err
	}
	if err := f.Rename(temp, name); err != nil {
		return errors.Join(err, discard(f, temp))
	}
	return nil
}

// Claim makes a file that is not there yet, at once and durably. Of any number of
// processes that claim a name one succeeds, and to the others it is
// [fs.ErrExist]. After another error the file may be there, whole.
func Claim(f Folder, name string, content []byte) error {
	temp := tempOf(name)
	if err := Fill(f, temp, content); err != nil {
		return err
	}
	err := f.Link(temp, name)
	if gone := discard(f, temp); err == nil {
		err = gone
	}
	if err != nil {
		return err
	}
	return f.SyncDir(path.Dir(name))
}

// Fill makes a file with the content given. Its content is durable when Fill
// returns; its name is when the folder is synced.
func Fill(f Folder, name string, content []byte) error {
	out, err := f.Create(name)
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
		return errors.Join(err, discard(f, name))
	}
	return nil
}

// discard removes a file of ours that is of no use any more.
func discard(f Folder, name string) error {
	if err := f.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
