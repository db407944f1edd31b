// Package watch notices that what a program has read is no longer what stands
// there.
//
// A [Record] is kept while files are read: of each file and folder that was asked
// for, also of those that are not there, it keeps what was seen of it just before.
// Later looks are compared with that, so that nothing is missed that happens while
// the reading goes on, and nothing is looked at that was not read. Sizes and times
// are compared, on any disk: those of networks and of virtual machines, too, which
// send no notice of a change. What an editor does to save a file, such as to put
// another in its place, is a change like any other.
//
// A [Watcher] waits until what it sees has settled. It has no clock of its own.
package watch

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
)

// A Record is what was read, and how it looked. The nil Record records nothing. It
// may be used from several goroutines.
type Record struct {
	mu    sync.Mutex
	files map[string]stamp
	lists map[string]string // what stands in a folder, by the folder
}

// A stamp is how a file looks from outside.
type stamp struct {
	there bool
	size  int64
	mtime int64 // nanoseconds of the Unix epoch
	mode  fs.FileMode
}

// NewRecord returns a record of nothing.
func NewRecord() *Record {
	return &Record{files: map[string]stamp{}, lists: map[string]string{}}
}

// FS returns the files of a folder of the operating system as they are given, and
// records what is asked of them.
func (r *Record) FS(folder string, files fs.FS) fs.FS {
	if r == nil {
		return files
	}
	return &recorded{record: r, folder: folder, files: files}
}

// Note records a file or folder of the operating system that is about to be read. A
// folder is recorded as one thing: what stands in it is not looked at.
func (r *Record) Note(name string) {
	if r != nil {
		r.note(name, stampOf(os.Stat(name)))
	}
}

// note keeps the first that was seen: what is read twice may have changed between.
func (r *Record) note(name string, s stamp) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, known := r.files[name]; !known {
		r.files[name] = s
	}
}

func (r *Record) noteList(folder, list string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, known := r.lists[folder]; !known {
		r.lists[folder] = list
	}
}

// Include adds what another record is of, as it looks now. Where reading ended before
// anything was read, what was read the last time shows when it is worth another try.
func (r *Record) Include(other *Record) {
	for name := range other.seen().files {
		r.Note(name)
	}
	for name := range other.seen().lists {
		r.noteList(name, listOf(os.ReadDir(name)))
	}
}

// Len is the number of files and folders that a look looks at.
func (r *Record) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.files) + len(r.lists)
}

// A Sight is how everything that was recorded looks at one time.
type Sight struct {
	files map[string]stamp
	lists map[string]string
}

func (s Sight) equal(t Sight) bool {
	return maps.Equal(s.files, t.files) && maps.Equal(s.lists, t.lists)
}

// seen is the sight when it was read.
func (r *Record) seen() Sight {
	r.mu.Lock()
	defer r.mu.Unlock()
	return Sight{files: maps.Clone(r.files), lists: maps.Clone(r.lists)}
}

// Look looks at everything that was recorded, as it is now.
func (r *Record) Look() Sight {
	now := r.seen()
	for name := range now.files {
		now.files[name] = stampOf(os.Stat(name))
	}
	for name := range now.lists {
		now.lists[name] = listOf(os.ReadDir(name))
	}
	return now
}

func stampOf(info fs.FileInfo, err error) stamp {
	switch {
	case err != nil:
		return stamp{}
	case info.IsDir(): // its size and time change with what stands in it, read or not
		return stamp{there: true, mode: info.Mode().Type()}
	}
	return stamp{there: true, size: info.Size(), mtime: info.ModTime().UnixNano(), mode: info.Mode()}
}

// listOf writes down the entries of a folder, but for those that editors leave there
// while they work.
func listOf(entries []fs.DirEntry, err error) string {
	if err != nil {
		return "?"
	}
	var names []string
	for _, e := range entries {
		if name := e.Name(); !passing(name) {
			names = append(names, name+"\x00"+e.Type().String())
		}
	}
	slices.Sort(names)
	return strings.Join(names, "\n")
}

// passing reports whether a name is one of a swap file, a backup or a lock.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp")
}

// recorded are the files of a folder, each use of which is recorded.
type recorded struct {
	record *Record
	folder string
	files  fs.FS
}

func (f *recorded) at(name string) string { return path.Join(f.folder, name) }

// Each use is recorded by a look at the folder of the operating system just before,
// not by what the use led to: what may not be read from here, such as a link that leads
// out of the folder, would look changed at every later look.

func (f *recorded) Open(name string) (fs.File, error) {
	f.record.Note(f.at(name))
	return f.files.Open(name)
}

func (f *recorded) Stat(name string) (fs.FileInfo, error) {
	f.record.Note(f.at(name))
	return fs.Stat(f.files, name)
}

func (f *recorded) ReadDir(name string) ([]fs.DirEntry, error) {
	f.record.noteList(f.at(name), listOf(os.ReadDir(f.at(name))))
	return fs.ReadDir(f.files, name)
}
