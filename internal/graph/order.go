package graph

import (
	"cmp"
	"slices"
)

// How often the columns are gone through. Crossings hardly fall after a few rounds.
const (
	orderRounds    = 12
	exchangeRounds = 3
	settleRounds   = 8
)

// order arranges the slots of every column so that few edges cross: column after
// column, forth and back, each slot moves to the mean height of what it is joined to
// in the column just passed, and groups move as one. The best arrangement is kept.
func (l *layout) order() {
	l.setRoom()
	for _, c := range l.columns {
		c.gather()
		l.place(c, func(s *slot) float64 { return s.y })
	}
	best, fewest := l.arrangement(), l.crossings()
	for round := 0; round < orderRounds && fewest > 0; round++ {
		l.sweep(round%2, func(c *column, side int) {
			c.sortByNeighbours(side)
			l.place(c, func(s *slot) float64 { return s.pull(side) })
		})
		l.exchange()
		if n := l.crossings(); n < fewest {
			best, fewest = l.arrangement(), n
		}
	}
	for i, c := range l.columns {
		c.slots = best[i]
		c.seat()
	}
}

// exchange swaps neighbours, both units and the slots within one, wherever that saves
// crossings. Sorting by means alone leaves many that the eye would find.
func (l *layout) exchange() {
	l.number()
	for range exchangeRounds {
		for _, c := range l.columns {
			var all []*slot
			units := c.units()
			for i := range units {
				all = append(all, units[i].slots...)
				units[i].slots = all[len(all)-len(units[i].slots):]
				for j := 1; j < len(units[i].slots); j++ {
					pair := units[i].slots[j-1 : j+1]
					if saves(pair[:1], pair[1:]) {
						pair[0], pair[1] = pair[1], pair[0]
					}
				}
			}
			for i := 1; i < len(units); i++ {
				if saves(units[i-1].slots, units[i].slots) {
					units[i-1], units[i] = units[i], units[i-1]
				}
			}
			c.join(units)
		}
		l.number()
	}
}

// saves reports whether fewer lines would cross with b above a.
func saves(a, b []*slot) bool {
	balance := 0
	for side := range 2 {
		above, below := positions(a, side), positions(b, side)
		balance += greaterPairs(above, below) - greaterPairs(below, above)
	}
	return balance > 0
}

// positions returns where the lines of slots end on a side, in rising order.
func positions(slots []*slot, side int) []int {
	var at []int
	for _, s := range slots {
		for _, n := range s.near[side] {
			at = append(at, n.index)
		}
	}
	slices.Sort(at)
	return at
}

// greaterPairs counts the pairs of an a and a smaller b. Both rise.
func greaterPairs(as, bs []int) int {
	pairs, smaller := 0, 0
	for _, a := range as {
		for smaller < len(bs) && bs[smaller] < a {
			smaller++
		}
		pairs += smaller
	}
	return pairs
}

// number tells every slot its place in its column.
func (l *layout) number() {
	for _, c := range l.columns {
		for i, s := range c.slots {
			s.index = i
		}
	}
}

// sweep goes from the first column rightwards in even rounds, and back in odd ones.
func (l *layout) sweep(direction int, visit func(c *column, side int)) {
	if direction == 0 {
		for _, c := range l.columns {
			visit(c, left)
		}
		return
	}
	for _, c := range slices.Backward(l.columns) {
		visit(c, right)
	}
}

func (l *layout) arrangement() [][]*slot {
	all := make([][]*slot, len(l.columns))
	for i, c := range l.columns {
		all[i] = slices.Clone(c.slots)
	}
	return all
}

// unit is what moves as one: the slots of a group, or one slot of none.
type unit struct {
	slots []*slot
	pull  float64
}

// units returns the slots of c by unit; those of a group must be neighbours.
func (c *column) units() []unit {
	var units []unit
	for i, s := range c.slots {
		if i > 0 && s.group >= 0 && s.group == c.slots[i-1].group {
			last := &units[len(units)-1]
			last.slots = c.slots[i-len(last.slots) : i+1]
			continue
		}
		units = append(units, unit{slots: c.slots[i : i+1]})
	}
	return units
}

// gather sorts the slots of c so that those of a group are neighbours, and trunks,
// which were added last, stand in the middle rather than at the foot.
func (c *column) gather() {
	var trunks, nodes []*slot
	for _, s := range c.slots {
		if s.node < 0 {
			trunks = append(trunks, s)
			continue
		}
		nodes = append(nodes, s)
	}
	slices.SortStableFunc(nodes, func(a, b *slot) int { return cmp.Compare(a.group, b.group) })
	loose := 0
	for loose < len(nodes) && nodes[loose].group < 0 {
		loose++
	}
	c.slots = slices.Concat(nodes[:loose], trunks, nodes[loose:])
}

func (c *column) sortByNeighbours(side int) {
	units := c.units()
	for i := range units {
		u := &units[i]
		u.slots = slices.Clone(u.slots)
		slices.SortStableFunc(u.slots, func(a, b *slot) int { return cmp.Compare(a.pull(side), b.pull(side)) })
		for _, s := range u.slots {
			u.pull += s.pull(side) / float64(len(u.slots))
		}
	}
	slices.SortStableFunc(units, func(a, b unit) int { return cmp.Compare(a.pull, b.pull) })
	c.join(units)
}

// join makes c of units whose slots lie in memory of their own.
func (c *column) join(units []unit) {
	c.slots = c.slots[:0]
	for _, u := range units {
		c.slots = append(c.slots, u.slots...)
	}
}

// pull is the mean height of what s is joined to on a side, or its own if nothing.
// What is joined to its own column alone is drawn there.
func (s *slot) pull(side int) float64 {
	near := s.near[side]
	if s.lone() {
		near = s.peers
	}
	if len(near) == 0 {
		return s.y
	}
	sum := 0.0
	for _, n := range near {
		sum += n.y
	}
	return sum / float64(len(near))
}

// lone reports whether s is joined to no other column.
func (s *slot) lone() bool { return len(s.near[left]) == 0 && len(s.near[right]) == 0 }

// crossings counts the pairs of lines between neighbouring columns that cross.
func (l *layout) crossings() int {
	l.number()
	total := 0
	for i := 0; i+1 < len(l.columns); i++ {
		var far []int
		for _, s := range l.columns[i].slots {
			far = append(far, positions([]*slot{s}, right)...)
		}
		total += inversions(far, len(l.columns[i+1].slots))
	}
	return total
}

// inversions counts the pairs in xs, each in [0,n), of which the first is greater.
func inversions(xs []int, n int) int {
	seen := make([]int, n+1) // a Fenwick tree: how many of xs were at most so great
	total := 0
	for i, x := range xs {
		notGreater := 0
		for j := x + 1; j > 0; j -= j & -j {
			notGreater += seen[j]
		}
		total += i - notGreater
		for j := x + 1; j <= n; j += j & -j {
			seen[j]++
		}
	}
	return total
}
