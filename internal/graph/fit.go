package graph

import "math"

// measure is how wide a picture is drawn: the widths at which the texts of nodes and
// edges are wrapped, and the most of the strips between columns.
type measure struct{ node, flow, strip float64 }

// measures are tried from the widest on, until the picture fits a page. No word is
// broken that is not wider than the widest of them.
var measures = []measure{{170, 116, 64}, {148, 100, 60}, {128, 90, 54}, {108, 80, 44}}

// comfortable is the width to which a picture is to keep, if it can.
const comfortable = 960.0

// setText wraps all texts, and makes columns and nodes as large as these need.
func (l *layout) setText() {
	for _, m := range measures {
		l.widestStrip = m.strip
		for _, c := range l.columns {
			l.setColumn(c, m)
		}
		if l.needed() <= comfortable {
			break
		}
	}
	for _, s := range l.nodes {
		s.height = max(s.textHeight(l.graph.Nodes[s.node].Kind), s.portsHeight(left), s.portsHeight(right))
	}
}

// needed is a width that the picture will not exceed, but for arcs.
func (l *layout) needed() float64 {
	width := 2*margin + float64(max(len(l.columns)-1, 0))*l.widestStrip
	for _, c := range l.columns {
		width += c.flank(left) + c.width + c.flank(right)
	}
	return width
}

// setColumn wraps the texts of c, makes it as wide as the widest of them, and names
// its groups.
func (l *layout) setColumn(c *column, m measure) {
	width := l.wrapWidth(c, m)
	text := narrowest
	c.pad, c.labels = 0, [2]float64{}
	for _, s := range c.slots {
		if s.node < 0 {
			continue
		}
		node := l.graph.Nodes[s.node]
		s.name = nameFace.wrap(node.Label, width, mostNodeText)
		s.detail = detailFace.wrap(node.Detail, width, mostNodeText)
		text = max(text, nameFace.widest(s.name), detailFace.widest(s.detail))
		if s.group >= 0 {
			c.pad = padGroupX
		}
		for side, ports := range s.ports {
			c.labels[side] = max(c.labels[side], wrapLabels(ports, m.flow))
		}
	}
	c.width = math.Ceil(text + 2*(padNodeX+outlines[c.kind].extraX))
	clear(c.headers)
	for _, s := range c.slots {
		if s.group >= 0 && c.headers[s.group] == nil {
			c.headers[s.group] = headingFace.wrap(l.graph.Groups[s.group].Label, c.width, mostHeader)
		}
	}
}

// wrapWidth is where the texts of c are wrapped: at the measure, or where the longest
// word ends, if that is not further than any measure goes.
func (l *layout) wrapWidth(c *column, m measure) float64 {
	width := m.node
	for _, s := range c.slots {
		if s.node < 0 {
			continue
		}
		node := l.graph.Nodes[s.node]
		width = max(width, nameFace.widestWord(node.Label, measures[0].node), detailFace.widestWord(node.Detail, measures[0].node))
	}
	return width
}

// wrapLabels wraps what edges that arrive at a side of a node bring, and returns the
// room that this needs beside the node, the arrow included.
func wrapLabels(ports []*port, width float64) float64 {
	most := 0.0
	for _, p := range ports {
		p.lines = edgeFace.wrap(p.text, max(width, edgeFace.widestWord(p.text, measures[0].flow)), mostFlowText)
		if p.in {
			most = max(most, edgeFace.widest(p.lines)+arrowLength)
		}
	}
	return math.Ceil(most)
}

// pitch is the height that a port needs: its label, and the line below that.
func (p *port) pitch() float64 {
	if len(p.lines) == 0 {
		return lonePitch
	}
	return float64(len(p.lines))*edgeFace.leading + labelGap
}

func (s *slot) portsHeight(side int) float64 {
	sum := 2 * padNodeY
	for _, p := range s.ports[side] {
		sum += p.pitch()
	}
	return sum
}

func (s *slot) textHeight(k Kind) float64 {
	return 2*(padNodeY+outlines[k].extraY) +
		float64(len(s.name))*nameFace.leading + float64(len(s.detail))*detailFace.leading
}
