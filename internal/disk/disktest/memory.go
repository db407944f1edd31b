// Package disktest is for tests of what has to survive: a [Memory] that behaves
// like a disk, up to what it may forget when power goes, and [Faults], which
// make the operations of any folder fail, or end the process, one at a time.
package disktest

import (
	"io/fs"
	"path"
	"strings"
	"sync"
	"syscall"

	"github.com/privity/privity/internal/disk"
)

// A Memory is a folder that is kept in memory. It remembers what was synced, so
// that [Memory.Crash] can forget the rest.
type Memory struct {
	mu      sync.Mutex
	root    *node
	pending []step // changes of names since their folders were synced, in order
}

var _ disk.Folder = (*Memory)(nil)

// A node is a file, a link, or a folder.
type node struct {
	kind    fs.FileMode      // 0, fs.ModeDir or fs.ModeSymlink
	data    []byte           // what a file holds, or where a link leads
	synced  int              // as much of data as is durable
	names   map[string]*node // in a folder
	durable map[string]*node // what a folder holds for sure
}

// A step is what one operation changed: all of it becomes durable, or nothing.
type step []change

// A change is one name in one folder that leads to another node, or to none.
type change struct {
	folder *node
	name   string
	to     *node
}

// New returns an empty folder.
func New() *Memory { return &Memory{root: newFolder()} }

func newFolder() *node {
	return &node{kind: fs.ModeDir, names: map[string]*node{}, durable: map[string]*node{}}
}

// maxLinks bounds the links that lead to links.
const maxLinks = 8

// find returns what a path leads to. A link as the last element is itself.
func (m *Memory) find(op, name string) (*node, error) { return m.walk(op, name, maxLinks) }

func (m *Memory) walk(op, name string, links int) (*node, error) {
	at := m.root
	elements := strings.Split(path.Clean(name), "/")
	for i, element := range elements {
		switch {
		case element == ".":
			continue
		case at.kind != fs.ModeDir:
			return nil, wrong(op, name, syscall.ENOTDIR)
		}
		next := at.names[element]
		if next == nil {
			return nil, wrong(op, name, syscall.ENOENT)
		}
		if at = next; at.kind == fs.ModeSymlink && i+1 < len(elements) {
			followed, err := m.follow(op, path.Join(elements[:i+1]...), at, links)
			if err != nil {
				return nil, err
			}
			at = followed
		}
	}
	return at, nil
}

// follow returns what a link with the given name leads to.
func (m *Memory) follow(op, name string, link *node, links int) (*node, error) {
	for at := link; links > 0; links-- {
		if at.kind != fs.ModeSymlink {
			return at, nil
		}
		name = path.Join(path.Dir(name), string(at.data))
		if !fs.ValidPath(name) {
			return nil, wrong(op, name, syscall.EXDEV)
		}
		next, err := m.walk(op, name, links-1)
		if err != nil {
			return nil, err
		}
		at = next
	}
	return nil, wrong(op, name, syscall.ELOOP)
}

// open returns what a path leads to in the end.
func (m *Memory) open(op, name string) (*node, error) {
	at, err := m.find(op, name)
	if err != nil {
		return nil, err
	}
	return m.follow(op, name, at, maxLinks)
}

// parent returns the folder that a name stands in, and the last element.
func (m *Memory) parent(op, name string) (*node, string, error) {
	folder, err := m.open(op, path.Dir(name))
	if err != nil {
		return nil, "", err
	}
	if folder.kind != fs.ModeDir {
		return nil, "", wrong(op, name, syscall.ENOTDIR)
	}
	return folder, path.Base(name), nil
}

func wrong(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }
