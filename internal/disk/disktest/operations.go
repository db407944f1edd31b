package disktest

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"syscall"
	"time"

	"github.com/privity/privity/internal/disk"
)

// enter puts a name into a folder, or takes it out if to is nil.
func (m *Memory) enter(changes ...change) {
	for _, c := range changes {
		if c.to == nil {
			delete(c.folder.names, c.name)
		} else {
			c.folder.names[c.name] = c.to
		}
	}
	m.pending = append(m.pending, changes)
}

// add puts a new name into a folder.
func (m *Memory) add(op, name string, to *node) error {
	folder, base, err := m.parent(op, name)
	if err != nil {
		return err
	}
	if folder.names[base] != nil {
		return wrong(op, name, syscall.EEXIST)
	}
	m.enter(change{folder, base, to})
	return nil
}

// Mkdir makes a folder.
func (m *Memory) Mkdir(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.add("mkdir", name, newFolder())
}

// Symlink makes a symbolic link.
func (m *Memory) Symlink(target, name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.add("symlink", name, &node{kind: fs.ModeSymlink, data: []byte(target), synced: len(target)})
}

// Create makes a file.
func (m *Memory) Create(name string) (disk.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := &node{}
	return &file{m, n}, m.add("create", name, n)
}

// Link gives a file a second name.
func (m *Memory) Link(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.find("link", from)
	if err != nil {
		return err
	}
	if n.kind == fs.ModeDir {
		return wrong("link", from, syscall.EPERM)
	}
	return m.add("link", to, n)
}

// Rename gives a file or folder another name.
func (m *Memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	out, old, err := m.parent("rename", from)
	if err != nil {
		return err
	}
	in, name, err := m.parent("rename", to)
	if err != nil {
		return err
	}
	moved, replaced := out.names[old], in.names[name]
	switch {
	case moved == nil:
		return wrong("rename", from, syscall.ENOENT)
	case moved == replaced:
		return nil
	case moved.holds(in):
		return wrong("rename", to, syscall.EINVAL)
	case replaced != nil && replaced.kind == fs.ModeDir:
		return wrong("rename", to, syscall.EEXIST)
	case replaced != nil && moved.kind == fs.ModeDir:
		return wrong("rename", to, syscall.ENOTDIR)
	}
	m.enter(change{out, old, nil}, change{in, name, moved})
	return nil
}

// Exchange gives each of two files or folders the name of the other.
func (m *Memory) Exchange(a, b string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	in, first, err := m.parent("exchange", a)
	if err != nil {
		return err
	}
	out, second, err := m.parent("exchange", b)
	if err != nil {
		return err
	}
	x, y := in.names[first], out.names[second]
	switch {
	case x == nil:
		return wrong("exchange", a, syscall.ENOENT)
	case y == nil:
		return wrong("exchange", b, syscall.ENOENT)
	case x == y:
		return nil
	case x.holds(out) || y.holds(in):
		return wrong("exchange", b, syscall.EINVAL)
	}
	m.enter(change{in, first, y}, change{out, second, x})
	return nil
}

// holds reports whether a node is another, or holds it.
func (n *node) holds(other *node) bool {
	if n == other {
		return true
	}
	for _, child := range n.names {
		if child.holds(other) {
			return true
		}
	}
	return false
}

// Remove removes a file or an empty folder.
func (m *Memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	folder, base, err := m.parent("remove", name)
	if err != nil {
		return err
	}
	switch n := folder.names[base]; {
	case n == nil:
		return wrong("remove", name, syscall.ENOENT)
	case len(n.names) > 0:
		return wrong("remove", name, syscall.ENOTEMPTY)
	}
	m.enter(change{folder, base, nil})
	return nil
}

// Lstat describes a file, a link as a link.
func (m *Memory) Lstat(name string) (fs.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.find("lstat", name)
	if err != nil {
		return nil, err
	}
	return info{path.Base(name), n.kind, int64(len(n.data))}, nil
}

// ReadFile returns the content of a file.
func (m *Memory) ReadFile(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.open("read", name)
	if err != nil {
		return nil, err
	}
	if n.kind == fs.ModeDir {
		return nil, wrong("read", name, syscall.EISDIR)
	}
	return bytes.Clone(n.data), nil
}

// Readlink returns where a symbolic link leads.
func (m *Memory) Readlink(name string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.find("readlink", name)
	if err != nil {
		return "", err
	}
	if n.kind != fs.ModeSymlink {
		return "", wrong("readlink", name, syscall.EINVAL)
	}
	return string(n.data), nil
}

// ReadDir lists a folder in the order of the names.
func (m *Memory) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, err := m.open("readdir", name)
	if err != nil {
		return nil, err
	}
	if n.kind != fs.ModeDir {
		return nil, wrong("readdir", name, syscall.ENOTDIR)
	}
	var entries []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(n.names)) {
		child := n.names[name]
		entries = append(entries, fs.FileInfoToDirEntry(info{name, child.kind, int64(len(child.data))}))
	}
	return entries, nil
}

// A file is one that is being written.
type file struct {
	in *Memory
	*node
}

func (f *file) Write(content []byte) (int, error) {
	f.in.mu.Lock()
	defer f.in.mu.Unlock()
	f.data = append(f.data, content...)
	return len(content), nil
}

func (f *file) Sync() error {
	f.in.mu.Lock()
	defer f.in.mu.Unlock()
	f.synced = len(f.data)
	return nil
}

func (f *file) Close() error { return nil }

// info describes a node. It was never touched: nothing here has a clock.
type info struct {
	name string
	kind fs.FileMode
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.kind | 0o644 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.kind == fs.ModeDir }
func (i info) Sys() any           { return nil }
