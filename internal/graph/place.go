package graph

import (
	"cmp"
	"math"
	"slices"
)

// distance is how far apart the middles of a and b, just below it, must be.
func (c *column) distance(a, b *slot) float64 {
	half := (a.height + b.height) / 2
	if a.group >= 0 && a.group == b.group {
		return half + gapNodes
	}
	gap := gapUnits
	if a.node < 0 || b.node < 0 {
		gap = gapTrunk
	}
	return half + gap + c.below(a) + c.above(b)
}

// above and below are the room that the box of a group takes beyond its nodes.
func (c *column) above(s *slot) float64 {
	if s.group < 0 {
		return 0
	}
	return padGroupY + float64(len(c.headers[s.group]))*headingFace.leading + padGroupY/2
}

func (c *column) below(s *slot) float64 {
	if s.group < 0 {
		return 0
	}
	return padGroupY
}

// block is a run of slots that push against each other.
type block struct {
	slots  int
	weight float64
	sum    float64 // of weight × wish
}

func (b block) at() float64 { return b.sum / b.weight }

// place sets the heights of c's slots, in their order and at their distances, as near
// as can be (in least squares) to where each wishes to be, and all of them between 0 and
// the room of the picture. With the distances taken off, that is a regression to a
// rising sequence, which joining neighbours that are in each other's way solves in one
// pass; its solution within bounds is the same, cut off at them.
func (l *layout) place(c *column, wish func(*slot) float64) {
	var blocks []block
	offsets := c.offsets()
	for i, s := range c.slots {
		weight := s.weight()
		last := block{1, weight, weight * (wish(s) - offsets[i])}
		for len(blocks) > 0 && blocks[len(blocks)-1].at() > last.at() {
			above := blocks[len(blocks)-1]
			last = block{above.slots + last.slots, above.weight + last.weight, above.sum + last.sum}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, last)
	}
	highest, own := c.reach(), c.height()
	lowest := highest + max(0, l.room-own)
	i := 0
	for _, b := range blocks {
		at := min(max(b.at(), highest), lowest)
		for range b.slots {
			c.slots[i].y = at + offsets[i]
			i++
		}
	}
}

// offsets are how far below the first slot the middle of each is, where all stand as
// close as they may.
func (c *column) offsets() []float64 {
	offsets := make([]float64, len(c.slots))
	for i := 1; i < len(c.slots); i++ {
		offsets[i] = offsets[i-1] + c.distance(c.slots[i-1], c.slots[i])
	}
	return offsets
}

// reach is how far the first slot, with the box around it, goes above its middle.
func (c *column) reach() float64 {
	first := c.slots[0]
	return first.height/2 + c.above(first)
}

// height is what the slots of c need where all stand as close as they may.
func (c *column) height() float64 {
	offsets, last := c.offsets(), c.slots[len(c.slots)-1]
	return c.reach() + offsets[len(offsets)-1] + last.height/2 + c.below(last)
}

// setRoom bounds all heights by those of the column that needs most, in the order that
// the slots have. Without a bound the columns would drive each other apart: where
// several slots wish for the same height they push each other from it, those that they
// are joined to follow, and nothing ever draws them together again.
func (l *layout) setRoom() {
	l.room = 0
	for _, c := range l.columns {
		l.room = max(l.room, c.height())
	}
}

// weight is how much a slot resists to be moved: bends show more than slopes, and
// what is joined to no other column may stand anywhere.
func (s *slot) weight() float64 {
	switch {
	case s.node < 0:
		return 3
	case s.lone():
		return 0.05
	}
	return 1
}

// settle finds the heights for the order that was chosen, drawing every slot to both
// sides, and moves the whole below the margin and headings.
func (l *layout) settle() {
	l.setRoom()
	for round := range settleRounds {
		l.sweep(round%2, func(c *column, side int) {
			l.place(c, func(s *slot) float64 { return s.pull(side) })
		})
	}
	l.sweep(0, func(c *column, _ int) {
		l.place(c, func(s *slot) float64 { return s.pullBoth() })
		c.tighten()
	})
	l.hang()
}

// tighten moves slots that stand far apart towards the middle of their column, for a
// reader who sees a part of the picture at a time.
func (c *column) tighten() {
	excess := make([]float64, len(c.slots)) // taken from the gaps above each slot
	for i := 1; i < len(c.slots); i++ {
		a, b := c.slots[i-1], c.slots[i]
		excess[i] = excess[i-1] + max(0, b.y-a.y-c.distance(a, b)-widestGap)
	}
	for i, s := range c.slots {
		s.y += excess[len(excess)-1]/2 - excess[i]
	}
}

// hang moves the tallest column to the top, and the others together half of their way
// there: the first nodes are to be near their headings, though a long list stands
// beside them, and yet the lines to that list are not to fall too steeply.
func (l *layout) hang() {
	tallest, most := -1, 0.0
	for i, c := range l.columns {
		if height := c.foot() - c.top(); height > most {
			tallest, most = i, height
		}
	}
	if tallest < 0 {
		return
	}
	top := l.columns[tallest].top()
	highest := math.Inf(1)
	for i, c := range l.columns {
		if i != tallest {
			highest = min(highest, c.top())
		}
	}
	for i, c := range l.columns {
		up := min(highest, (highest+top)/2)
		if i == tallest {
			up = top
		}
		for _, s := range c.slots {
			s.y = math.Ceil(s.y - up)
		}
	}
}

// top and foot are the ends of what c holds, of which there must be something.
func (c *column) top() float64 { return c.slots[0].y - c.reach() }

func (c *column) foot() float64 {
	last := c.slots[len(c.slots)-1]
	return last.y + last.height/2 + c.below(last)
}

func (s *slot) pullBoth() float64 {
	switch {
	case len(s.near[left]) == 0:
		return s.pull(right)
	case len(s.near[right]) == 0:
		return s.pull(left)
	}
	return (s.pull(left) + s.pull(right)) / 2
}

// spreadPorts puts the ports of every side of a node in the order in which their
// edges come, each with room for its label, about the middle of the side.
func (l *layout) spreadPorts() {
	for _, r := range l.routes {
		r.start.from(r.next(r.start))
		r.end.from(r.next(r.end))
	}
	for _, s := range l.nodes {
		for _, ports := range s.ports {
			slices.SortStableFunc(ports, func(a, b *port) int { return cmp.Compare(a.origin(), b.origin()) })
			s.spread(ports)
		}
	}
}

// next returns the height of what the edge meets first when it leaves the port.
func (r route) next(p *port) float64 {
	switch {
	case len(r.trunks) == 0 && p == r.start:
		return r.end.slot.y
	case len(r.trunks) == 0:
		return r.start.slot.y
	case p == r.start:
		return r.trunks[0].y
	}
	return r.trunks[len(r.trunks)-1].y
}

func (p *port) from(y float64) {
	p.far += y
	p.edges++
}

func (p *port) origin() float64 { return p.far / float64(p.edges) }

func (s *slot) spread(ports []*port) {
	if len(ports) == 0 {
		return
	}
	y, sum := 0.0, 0.0
	for _, p := range ports {
		y += p.pitch()
		p.y = y
		if len(p.lines) == 0 {
			p.y -= lonePitch / 2
		}
		sum += p.y
	}
	// The lines, not their labels, are centred, as far as the side has room.
	shift := s.y - sum/float64(len(ports))
	shift = max(shift, s.y-s.height/2+padNodeY/2)
	shift = min(shift, s.y+s.height/2-padNodeY/2-y)
	for _, p := range ports {
		p.y = math.Round(p.y + shift)
	}
}

// bendArcs leads edges between nodes of one column around those that lie between: the
// more of them, the further out, so that an arc within another does not cross it.
func (l *layout) bendArcs() {
	l.number()
	for i := range l.routes {
		r := &l.routes[i]
		if !r.end.arc {
			continue
		}
		passed := max(r.start.slot.index-r.end.slot.index, r.end.slot.index-r.start.slot.index) - 1
		r.reach = arcReach + arcStep*float64(min(max(passed, 0), mostArcSteps))
		c := l.columns[r.end.slot.column]
		c.arcs = max(c.arcs, r.reach)
	}
}

// setColumns sets the columns side by side. Between two of them lie, from left to
// right, the labels of edges that arrive from the right, a strip where edges curve,
// and the labels of those that arrive from the left.
func (l *layout) setColumns() {
	x, foot := margin, 0.0
	for i, c := range l.columns {
		if i > 0 {
			x += l.strip(i)
		}
		x += c.flank(left)
		c.x = x
		x += c.width + c.flank(right)
		foot = max(foot, c.foot())
	}
	l.width, l.height = x+margin, foot
}

// strip is the width of the part before column i in which edges curve: the more they
// rise or fall, the wider.
func (l *layout) strip(i int) float64 {
	steepest := 0.0
	for _, s := range l.columns[i].slots {
		for _, n := range s.near[left] {
			steepest = max(steepest, math.Abs(s.y-n.y))
		}
	}
	return math.Round(min(narrowestStrip+steepest/8, l.widestStrip))
}
