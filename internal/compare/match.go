package compare

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
)

// A matching says which block of the newer version is which of the older.
type matching struct {
	before, after *model.Model
	origin        map[*model.Block]*model.Block // of a block of the newer version
	fate          map[*model.Block]*model.Block // of a block of the older version
	links         map[*model.Block]link         // of blocks of the newer version that are not where they were
	merges        map[*model.Block]*model.Block // further blocks of the older version that are now in one
	followed      map[*model.Block]bool         // moved blocks that led to something
	splits        map[*model.Block]*model.Block // further blocks of the newer version that came from one

	// now leads from an address of the older version to that of the newer, where
	// they differ. All that was merged or split into each other has one address.
	now map[string]string
	// one leads from further parts of what was split to the first.
	one map[string]string
	// likely leads from the address of what is gone to that of what replaced it.
	likely map[string]string
}

// A link says how it is known that a block is the same as one with another
// address.
type link int

const (
	sameAddress link = iota
	announced        // by a moved block
	identified       // by what identifies it: its label, a legal or former name
	alike            // by being much like it, which may mistake another for it
)

// match matches the top-level blocks of two versions. It is linear in their
// number: nothing is compared with everything.
func match(before, after *model.Model) *matching {
	m := &matching{
		followed: map[*model.Block]bool{},
		before:   before, after: after,
		origin: make(map[*model.Block]*model.Block, len(after.Blocks())),
		fate:   make(map[*model.Block]*model.Block, len(before.Blocks())),
		links:  map[*model.Block]link{},
		merges: map[*model.Block]*model.Block{}, splits: map[*model.Block]*model.Block{},
		now: map[string]string{}, one: map[string]string{}, likely: map[string]string{},
	}
	m.byMoves()
	m.byAddress()
	m.byIdentity()
	m.byAddress() // what stands in the things that were identified
	m.byLikeness()
	m.besideLikely()
	return m
}

func (m *matching) join(before, after *model.Block, how link) {
	m.origin[after], m.fate[before] = before, after
	if before.Address == after.Address {
		return
	}
	m.links[after] = how
	if how == alike {
		m.likely[before.Address] = after.Address
	} else {
		m.now[before.Address] = after.Address
	}
}

// byMoves follows the moved blocks of the newer version. One that speaks of
// what the older version does not have was followed before, and says nothing.
func (m *matching) byMoves() {
	moves := slices.Clone(m.after.All("moved"))
	slices.SortFunc(moves, func(x, y *model.Block) int { return strings.Compare(movedFrom(x), movedFrom(y)) })
	for _, b := range moves {
		from := movedFrom(b)
		old := m.before.Lookup(from)
		to := successors(b)
		if old == nil || len(to) == 0 || old.Schema != to[0].Schema || m.isStillThere(from, to) {
			continue
		}
		m.followed[b] = true
		if m.before.Lookup(to[0].Address) != nil && from != to[0].Address && len(to) == 1 {
			m.merge(old, to[0]) // into something that was there
			continue
		}
		m.move(old, to)
	}
}

// isStillThere reports whether there is a block at the address from which one is
// said to have moved, other than those that it led to.
func (m *matching) isStillThere(from string, to []*model.Block) bool {
	there := m.after.Lookup(from)
	return there != nil && !slices.Contains(to, there)
}

func movedFrom(moved *model.Block) string { return moved.Get("from").Value.String() }

// successors are the blocks that a moved block leads to: one, or several where
// something was split.
func successors(moved *model.Block) []*model.Block {
	var to []*model.Block
	if b := moved.Ref("to"); b != nil {
		to = append(to, b)
	}
	return append(to, moved.Refs("also")...)
}

func (m *matching) move(old *model.Block, to []*model.Block) {
	if m.origin[to[0]] != nil {
		m.merge(old, to[0])
		return
	}
	m.join(old, to[0], announced)
	for _, further := range to[1:] {
		if m.origin[further] == nil {
			m.splits[further], m.origin[further] = old, old
			m.one[further.Address] = to[0].Address
		}
	}
}

func (m *matching) merge(old, into *model.Block) {
	if m.fate[old] == nil {
		m.merges[old], m.fate[old] = into, into
		m.now[old.Address] = into.Address
	}
}

// byAddress pairs what has the address that it had, or has it inside something
// that was moved.
func (m *matching) byAddress() {
	for _, b := range m.before.Blocks() {
		if m.fate[b] != nil {
			continue
		}
		a := m.after.Lookup(m.translate(b.Address))
		if a != nil && a.Schema == b.Schema && m.origin[a] == nil {
			m.join(b, a, announced)
		}
	}
}

// besideLikely pairs what was said of a thing with what is said of the one that
// replaced it.
func (m *matching) besideLikely() {
	if len(m.likely) == 0 {
		return
	}
	for _, b := range m.before.Blocks() {
		if m.fate[b] != nil || b.Schema.Spans == "" {
			continue
		}
		a := m.after.Lookup(within(m.likely, b.Address))
		if a != nil && a.Schema == b.Schema && m.origin[a] == nil {
			m.origin[a], m.fate[b] = b, a
			m.likely[b.Address] = a.Address
		}
	}
}

// translate returns the address that something has now, if it is known to have
// been moved or to stand in something that was.
func (m *matching) translate(address string) string { return within(m.now, address) }

// within leads from an address, or the longest start of it that is known.
func within(now map[string]string, address string) string {
	if len(now) == 0 {
		return address
	}
	if to, known := now[address]; known {
		return to
	}
	for end := len(address) - 1; end > 0; end-- {
		if address[end] != '.' {
			continue
		}
		if to, known := now[address[:end]]; known {
			return to + address[end:]
		}
	}
	return address
}

// was is the address by which a block of the older version is compared.
func (m *matching) was(address string) string { return m.unify(m.translate(address)) }

// unify returns the one address by which all parts of what was split are known.
func (m *matching) unify(address string) string {
	if one, isPart := m.one[address]; isPart {
		return one
	}
	return address
}

// unmatched lists what has no counterpart yet, by kind of block.
func (m *matching) unmatched() (gone, come map[string][]*model.Block) {
	gone, come = map[string][]*model.Block{}, map[string][]*model.Block{}
	collect := func(into map[string][]*model.Block, blocks []*model.Block, known map[*model.Block]*model.Block) {
		for _, b := range blocks {
			if known[b] == nil && b.Kind() != "moved" {
				into[b.Kind()] = append(into[b.Kind()], b)
			}
		}
		for _, list := range into {
			slices.SortStableFunc(list, func(x, y *model.Block) int { return strings.Compare(x.Address, y.Address) })
		}
	}
	collect(gone, m.before.Blocks(), m.fate)
	collect(come, m.after.Blocks(), m.origin)
	return gone, come
}

// same reports whether a value of the older version is that of the newer.
func (m *matching) same(before, after model.Value) bool {
	switch b := before.(type) {
	case *model.Ref:
		a, ok := after.(*model.Ref)
		return ok && (b.Address == a.Address || m.was(b.Address) == m.unify(a.Address))
	case model.List:
		a, ok := after.(model.List)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range b {
			if !m.same(b[i], a[i]) {
				return false
			}
		}
		return true
	}
	return before == after
}

// keyBefore and keyAfter are texts that are equal where the values are the same.
func (m *matching) keyBefore(v model.Value) string {
	if r, ok := v.(*model.Ref); ok {
		return m.was(r.Address)
	}
	return v.String()
}

func (m *matching) keyAfter(v model.Value) string {
	if r, ok := v.(*model.Ref); ok {
		return m.unify(r.Address)
	}
	return v.String()
}
