package graph

import (
	"cmp"
	"slices"
)

// Distances of a list in pixels.
const (
	listWidth    = 360.0
	listMargin   = 8.0
	listIndent   = 40.0 // of what a node's edges lead to
	listRail     = 16.0 // of the line that leads down to that
	listBend     = 9.0  // radius of the turn from there
	listGap      = 12.0
	listSection  = 28.0 // between a node with what it leads to and the next
	listLabelGap = 3.0  // below a label
	mostListText = 5    // lines
)

// list is a graph drawn from top to bottom: every node from which edges lead, and
// indented below it those to which they do. A node to which several lead is drawn once
// for each.
type list struct {
	*canvas
	swatches []listSwatch
	items    []listItem
	legendY  float64
	height   float64
}

// listSwatch shows the shape of a kind, and its name.
type listSwatch struct {
	kind Kind
	x, y float64
}

// listItem is a node in a list, and the arrow to it if it is indented.
type listItem struct {
	node int
	boxed
	flow *listFlow
}

// listFlow is all that one node gives another under the same condition.
type listFlow struct {
	to     int
	dashed bool
	label  string
	lines  []string
}

func newList(c *canvas) *list {
	l := &list{canvas: c, height: listMargin}
	l.addSwatches()
	flows, reached := c.subject.flows()
	for _, n := range c.subject.byKind() {
		if len(flows[n]) == 0 && reached[n] {
			continue
		}
		l.addItem(n, listMargin, nil)
		for i := range flows[n] {
			l.addFlow(&flows[n][i])
		}
		l.height += listSection
	}
	l.legendY = l.height
	for _, e := range c.legend() {
		l.height += float64(len(e.listLines())) * detailFace.leading
	}
	l.height += listMargin
	return l
}

// byKind returns all nodes, people first.
func (g *Graph) byKind() []int {
	nodes := make([]int, len(g.Nodes))
	for i := range nodes {
		nodes[i] = i
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return cmp.Compare(g.Nodes[a].Kind, g.Nodes[b].Kind) })
	return nodes
}

// flows returns what each node gives to which, in the order of kinds and groups, and
// whether anything leads to a node from another.
func (g *Graph) flows() (from [][]listFlow, reached []bool) {
	type pair struct {
		from, to int
		dashed   bool
	}
	nodes, groups := g.nodeIndex(), g.groupIndex()
	groups[""] = -1
	from, reached = make([][]listFlow, len(g.Nodes)), make([]bool, len(g.Nodes))
	at := map[pair]int{}
	said := map[Edge]bool{}
	for _, e := range g.Edges {
		if said[e] {
			continue
		}
		said[e] = true
		p := pair{nodes[e.From], nodes[e.To], e.Dashed}
		reached[p.to] = reached[p.to] || p.from != p.to
		i, there := at[p]
		if !there {
			at[p] = len(from[p.from])
			from[p.from] = append(from[p.from], listFlow{to: p.to, dashed: e.Dashed, label: e.Label})
			continue
		}
		f := &from[p.from][i]
		if f.label != "" && e.Label != "" {
			f.label += ", "
		}
		f.label += e.Label
	}
	for _, flows := range from {
		slices.SortStableFunc(flows, func(a, b listFlow) int {
			x, y := g.Nodes[a.to], g.Nodes[b.to]
			return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(groups[x.Group], groups[y.Group]))
		})
	}
	return from, reached
}

// addSwatches names the kinds that there are, in rows.
func (l *list) addSwatches() {
	var there [kindCount]bool
	for _, n := range l.subject.Nodes {
		there[n.Kind] = true
	}
	x, row := listMargin, swatchHeight+listGap
	for k := range kindCount {
		if !there[k] {
			continue
		}
		width := swatchWidth + swatchGap + headingFace.width(l.options.heading(k))
		if x > listMargin && x+width > listWidth-listMargin {
			x, l.height = listMargin, l.height+row
		}
		l.swatches = append(l.swatches, listSwatch{k, x, l.height})
		x += width + 2*swatchGap
	}
	l.height += row + listGap
}

func (l *list) addFlow(f *listFlow) {
	l.height += listGap
	f.lines = edgeFace.wrap(f.label, listWidth-2*listMargin-listIndent, mostListText)
	if len(f.lines) > 0 {
		l.height += float64(len(f.lines))*edgeFace.leading + listLabelGap
	}
	l.addItem(f.to, listMargin+listIndent, f)
}

// addItem adds the node n, from x to the right edge.
func (l *list) addItem(n int, x float64, f *listFlow) {
	node := l.subject.Nodes[n]
	shape := outlines[node.Kind]
	b := boxed{x: x, top: l.height, width: listWidth - listMargin - x}
	text := b.width - 2*(padNodeX+shape.extraX)
	b.name = nameFace.wrap(node.Label, text, mostListText)
	b.detail = detailFace.wrap(node.Detail, text, mostListText)
	if node.Group != "" {
		group := l.subject.Groups[l.groups[node.Group]]
		b.detail = append(b.detail, detailFace.wrap(group.Label, text, mostListText)...)
	}
	b.height = b.textHeight() + 2*(padNodeY+shape.extraY)
	l.items = append(l.items, listItem{n, b, f})
	l.height += b.height
}

func (e legendEntry) listLines() []string {
	return detailFace.wrap(e.text, listWidth-2*listMargin-legendLine-swatchGap, mostListText)
}

func (l *list) draw() {
	l.open(listWidth, l.height, 0)
	for _, s := range l.swatches {
		l.printf("<path class=\"%s\" d=\"%s\"/>\n", s.kind, outlines[s.kind].path(s.x, s.y, swatchWidth, swatchHeight))
		x := s.x + swatchWidth + swatchGap
		lines := headingFace.wrap(l.options.heading(s.kind), listWidth-listMargin-x, 1)
		l.drawText("heading", headingFace, lines, x, s.y-1, "start")
	}
	source := 0
	for _, item := range l.items {
		if item.flow == nil {
			source = item.node
			continue
		}
		l.drawFlow(source, item)
	}
	l.drawRails()
	drawn := make([]bool, len(l.subject.Nodes))
	for _, item := range l.items {
		id := ""
		if !drawn[item.node] {
			drawn[item.node], id = true, l.nodeID(item.node)
		}
		l.drawBox(item.node, item.boxed, id)
	}
	l.drawListLegend()
	l.close()
}

// drawRails draws the lines down which the arrows of each source come: one for all of
// them, dashed if each is.
func (l *list) drawRails() {
	for i := 0; i < len(l.items); i++ {
		from, class := l.items[i], "flow dashed"
		last := i
		for last+1 < len(l.items) && l.items[last+1].flow != nil {
			last++
			if !l.items[last].flow.dashed {
				class = "flow"
			}
		}
		if to := l.items[last]; last > i {
			l.printf("<path class=\"%s\" d=\"M%s %sV%s\"/>\n", class,
				num(listMargin+listRail), num(from.top+from.height), num(to.top+to.height/2-listBend))
		}
		i = last
	}
}

func (l *list) drawListLegend() {
	y := l.legendY + detailFace.leading/2
	for _, e := range l.legend() {
		l.drawEntry(e, listMargin, y, e.listLines())
		y += float64(len(e.listLines())) * detailFace.leading
	}
}

// drawFlow draws the arrow to an item, and above that what it brings.
func (l *list) drawFlow(source int, item listItem) {
	class := "flow"
	if item.flow.dashed {
		class += " dashed"
	}
	x, y := listMargin+listRail, item.top+item.height/2
	l.printf("<path class=\"%s\" d=\"M%s %sq0 %s %[4]s %[4]sH%[5]s\"><title>%[6]s</title></path>\n", class,
		num(x), num(y-listBend), num(listBend), num(item.x-arrowLength+2),
		escape(l.subject.meaning(source, item.flow.to, item.flow.label)))
	l.drawTip(item.x, y, -1)
	height := float64(len(item.flow.lines))*edgeFace.leading + listLabelGap
	l.drawText("label", edgeFace, item.flow.lines, item.x, item.top-height, "start")
}
