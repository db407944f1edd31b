package disktest

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
)

// A Loss says what is lost of what was not synced.
type Loss int

// What may be lost. Real disks lose something between nothing and everything.
const (
	Nothing    Loss = iota // the process was killed, and the power is still there
	Everything             // only what was synced is left
	Names                  // files are whole, but only under the names that are durable
	Contents               // all names are there, of files that hold what was synced
	Tail                   // everything from some moment on
	Some                   // each change of names for itself, and a part of each file
)

// Losses are all of them.
var Losses = []Loss{Nothing, Everything, Names, Contents, Tail, Some}

// SyncDir makes the names in a folder durable.
func (m *Memory) SyncDir(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	folder, err := m.open("sync", name)
	if err != nil {
		return err
	}
	m.pending = slices.DeleteFunc(m.pending, func(s step) bool {
		if !slices.ContainsFunc(s, func(c change) bool { return c.folder == folder }) {
			return false
		}
		s.settle()
		return true
	})
	return nil
}

// settle makes a step durable.
func (s step) settle() {
	for _, c := range s {
		if c.to == nil {
			delete(c.folder.durable, c.name)
		} else {
			c.folder.durable[c.name] = c.to
		}
	}
}

// Crash returns the disk as it is found after power went and came back. The same
// seed loses the same. The disk itself must not be changed any more, and with a
// loss of Nothing can crash again: so a start is made once for many trials.
func (m *Memory) Crash(loss Loss, seed uint64) *Memory {
	m.mu.Lock()
	defer m.mu.Unlock()
	c := &crash{loss, rand.New(rand.NewPCG(seed, 0)), map[*node]*node{}} //nolint:gosec // it has to be the same each time
	for _, s := range c.kept(m.pending) {
		s.settle()
	}
	return &Memory{root: c.rescue(m.root)}
}

// A crash is what happens once.
type crash struct {
	loss   Loss
	random *rand.Rand
	done   map[*node]*node
}

// kept returns the steps that reached the disk.
func (c *crash) kept(pending []step) []step {
	switch c.loss {
	case Nothing, Contents:
		return pending
	case Tail:
		return pending[:c.random.IntN(len(pending)+1)]
	case Some:
		var some []step
		for _, s := range pending {
			if c.random.IntN(2) == 0 {
				some = append(some, s)
			}
		}
		return some
	}
	return nil
}

// rescue returns what is left of a node. A file with two names stays one.
func (c *crash) rescue(n *node) *node {
	if left := c.done[n]; left != nil {
		return left
	}
	left := &node{kind: n.kind}
	c.done[n] = left
	if n.kind != fs.ModeDir {
		left.data = slices.Clone(c.content(n))
		left.synced = len(left.data)
		return left
	}
	left.names, left.durable = map[string]*node{}, map[string]*node{}
	for _, name := range slices.Sorted(maps.Keys(n.durable)) {
		child := c.rescue(n.durable[name])
		left.names[name], left.durable[name] = child, child
	}
	return left
}

// content returns what a file holds after the crash.
func (c *crash) content(n *node) []byte {
	switch c.loss {
	case Nothing, Names:
		return n.data
	case Tail, Some:
		return c.torn(n)
	}
	return n.data[:n.synced]
}

// torn returns a file that was half written: it may have its length, and zeros
// where the content did not arrive.
func (c *crash) torn(n *node) []byte {
	arrived := n.synced + c.random.IntN(len(n.data)-n.synced+1)
	length := arrived + c.random.IntN(len(n.data)-arrived+1)
	return append(slices.Clone(n.data[:arrived]), make([]byte, length-arrived)...)
}
