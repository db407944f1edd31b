package disktest

import (
	"io/fs"
	"strings"
	"sync"
	"syscall"

	"github.com/privity/privity/internal/disk"
)

// A Fate is what befalls operations.
type Fate int

// The fates. All begin at one operation; some last.
const (
	Fails    Fate = iota // the operation fails, and those after it do not
	Lies                 // the operation is done, and reported as failed
	Dies                 // the process is gone: nothing is done from there on
	Full                 // from there on nothing can be added
	ReadOnly             // from there on nothing can be changed
	Kills                // Faults.Kill is called, which does not return
)

// Faults is a folder in which something befalls an operation. A write that
// something befalls first writes half.
type Faults struct {
	disk.Folder
	Fate Fate
	At   int    // the operation, counted from 1; with 0 there is none
	Kill func() // for Kills

	mu   sync.Mutex
	done []string
}

// Done lists the operations so far, as in "link entries/000001.json".
func (f *Faults) Done() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.done
}

// errors of the fates.
var fateErrors = map[Fate]error{
	Fails: syscall.EIO, Lies: syscall.EIO, Dies: syscall.EIO, Full: syscall.ENOSPC, ReadOnly: syscall.EROFS,
}

// growing and changing are the operations that need space, and those that need
// a disk that can be written.
const (
	growing  = " create write sync mkdir link symlink "
	changing = growing + "rename exchange remove "
)

// befalls counts the next operation, and returns how many something has befallen
// with it: none if it is 0.
func (f *Faults) befalls(op, name string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.done = append(f.done, op+" "+name)
	nth := len(f.done) - f.At + 1
	if f.At == 0 || nth < 1 {
		return 0
	}
	struck := nth == 1
	switch f.Fate {
	case Dies:
		struck = true
	case Full:
		struck = strings.Contains(growing, " "+op+" ")
	case ReadOnly:
		struck = strings.Contains(changing, " "+op+" ")
	}
	if !struck {
		return 0
	}
	return nth
}

// try does an operation, or what befalls it instead.
func (f *Faults) try(op, name string, do func() error) error {
	if f.befalls(op, name) == 0 {
		return do()
	}
	if f.Fate == Lies {
		if err := do(); err != nil {
			return err
		}
	}
	return f.strike(op, name)
}

// strike ends the process, or returns the error of what befell an operation.
func (f *Faults) strike(op, name string) error {
	if f.Fate == Kills {
		f.Kill()
	}
	return &fs.PathError{Op: op, Path: name, Err: fateErrors[f.Fate]}
}

// Lstat describes a file.
func (f *Faults) Lstat(name string) (info fs.FileInfo, err error) {
	err = f.try("lstat", name, func() error { info, err = f.Folder.Lstat(name); return err })
	return info, err
}

// ReadDir lists a folder.
func (f *Faults) ReadDir(name string) (entries []fs.DirEntry, err error) {
	err = f.try("readdir", name, func() error { entries, err = f.Folder.ReadDir(name); return err })
	return entries, err
}

// ReadFile returns the content of a file.
func (f *Faults) ReadFile(name string) (content []byte, err error) {
	err = f.try("read", name, func() error { content, err = f.Folder.ReadFile(name); return err })
	return content, err
}

// Readlink returns where a symbolic link leads.
func (f *Faults) Readlink(name string) (target string, err error) {
	err = f.try("readlink", name, func() error { target, err = f.Folder.Readlink(name); return err })
	return target, err
}

// Mkdir makes a folder.
func (f *Faults) Mkdir(name string) error {
	return f.try("mkdir", name, func() error { return f.Folder.Mkdir(name) })
}

// Link gives a file a second name.
func (f *Faults) Link(from, to string) error {
	return f.try("link", to, func() error { return f.Folder.Link(from, to) })
}

// Symlink makes a symbolic link.
func (f *Faults) Symlink(target, name string) error {
	return f.try("symlink", name, func() error { return f.Folder.Symlink(target, name) })
}

// Rename gives a file or folder another name.
func (f *Faults) Rename(from, to string) error {
	return f.try("rename", to, func() error { return f.Folder.Rename(from, to) })
}

// Exchange gives each of two files or folders the name of the other.
func (f *Faults) Exchange(a, b string) error {
	return f.try("exchange", b, func() error { return f.Folder.Exchange(a, b) })
}

// Remove removes a file or an empty folder.
func (f *Faults) Remove(name string) error {
	return f.try("remove", name, func() error { return f.Folder.Remove(name) })
}

// SyncDir makes the names in a folder durable.
func (f *Faults) SyncDir(name string) error {
	return f.try("syncdir", name, func() error { return f.Folder.SyncDir(name) })
}

// Create makes a file.
func (f *Faults) Create(name string) (out disk.File, err error) {
	err = f.try("create", name, func() error { out, err = f.Folder.Create(name); return err })
	if err != nil && out != nil {
		_ = out.Close() // it was made all the same
	}
	return &faultyFile{out, f, name}, err
}

type faultyFile struct {
	disk.File
	in   *Faults
	name string
}

func (f *faultyFile) Write(content []byte) (int, error) {
	nth := f.in.befalls("write", f.name)
	part := 0
	switch {
	case nth == 0:
		return f.File.Write(content)
	case f.in.Fate == Lies:
		part = len(content)
	case nth == 1 && f.in.Fate != ReadOnly:
		part = len(content) / 2
	}
	n, err := f.File.Write(content[:part])
	if err != nil {
		return n, err
	}
	return n, f.in.strike("write", f.name)
}

func (f *faultyFile) Sync() error { return f.in.try("sync", f.name, f.File.Sync) }

func (f *faultyFile) Close() error {
	err := f.in.try("close", f.name, func() error { return nil })
	if closed := f.File.Close(); err == nil {
		err = closed
	}
	return err
}
