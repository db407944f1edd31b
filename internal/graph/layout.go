package graph

// Distances in pixels.
const (
	margin         = 16.0
	gapNodes       = 14.0  // between two nodes of a group
	gapUnits       = 20.0  // between groups, and nodes of none
	gapTrunk       = 10.0  // beside an edge that passes a column by
	widestGap      = 160.0 // beyond the gaps above, between neighbours in a column
	trunkHeight    = 6.0
	padGroupX      = 12.0
	padGroupY      = 12.0
	padNodeX       = 12.0
	padNodeY       = 9.0
	narrowest      = 64.0 // of the text of a node
	labelGap       = 5.0  // between an edge and the label above it
	arrowLength    = 9.0
	arcReach       = 18.0 // beyond labels, of an edge between neighbours in a column
	arcStep        = 6.0  // more for each node that is passed
	mostArcSteps   = 6
	narrowestStrip = 32.0 // between columns, in which edges curve
	lonePitch      = 10.0 // room for an edge without a label
	mostNodeText   = 4    // lines
	mostFlowText   = 3
	mostHeader     = 3
)

// ends is an edge, its nodes as indices.
type ends struct{ from, to int }

// slot is a stretch of a column: a node, or the trunk of edges that pass it by.
type slot struct {
	node   int // index, or -1 for a trunk
	group  int // index, or -1
	column int
	index  int     // in its column
	y      float64 // of its middle
	height float64
	near   [2][]*slot // what it is joined to in the columns to the left and right
	peers  []*slot    // what it is joined to in its own column
	ports  [2][]*port // where edges meet the node, on either side, from the top
	name   []string
	detail []string
}

const (
	left  = 0
	right = 1
)

// port is a point on the side of a node at which edges leave it, or at which those
// that bring the same thing arrive.
type port struct {
	slot   *slot
	side   int
	in     bool
	dashed bool
	text   string
	lines  []string
	far    float64 // sum of the heights from which its edges come
	edges  int
	y      float64
	arc    bool // its edges come from its own column
}

// route is the way of one edge.
type route struct {
	start, end *port
	trunks     []*slot // in the columns between, from start to end
	reach      float64 // of an arc beyond the labels
}

// column is a vertical strip of slots.
type column struct {
	kind    Kind
	slots   []*slot          // from the top
	x       float64          // left side of its nodes
	width   float64          // of its nodes
	pad     float64          // width of group boxes beyond the nodes
	labels  [2]float64       // room for labels on either side
	arcs    float64          // room for edges between its own nodes, on the right
	headers map[int][]string // the lines that name a group, by group
}

// flank is how far what belongs to the column goes beyond its nodes on a side: group
// boxes, labels, and arcs on the right.
func (c *column) flank(side int) float64 {
	if side == right {
		return c.pad + c.labels[right] + c.arcs
	}
	return c.pad + c.labels[left]
}

// layout is a graph with a place for everything: a layered drawing whose layers are the
// kinds. As lines are level wherever a node, a group or a label can be, and curve only
// between columns, nothing can lie on anything else, whatever the graph. Its fields are filled in the order
// of the functions that newLayout calls.
type layout struct {
	graph         *Graph
	columns       []*column
	nodes         []*slot // by node
	routes        []route // by edge
	room          float64 // the height that all columns share
	widestStrip   float64
	width, height float64
	top           float64 // of the first slot
}

// newLayout takes a graph that is valid and not too large.
func newLayout(g *Graph) *layout {
	l := &layout{graph: g}
	joints := l.joints()
	l.addNodes(rank(g, joints))
	l.addRoutes(joints)
	l.setText()
	l.order()
	l.settle()
	l.spreadPorts()
	l.bendArcs()
	l.setColumns()
	return l
}

func (l *layout) joints() []ends {
	index := l.graph.nodeIndex()
	joints := make([]ends, len(l.graph.Edges))
	for i, e := range l.graph.Edges {
		joints[i] = ends{index[e.From], index[e.To]}
	}
	return joints
}

// addNodes fills the columns, the members of a group next to each other.
func (l *layout) addNodes(r ranking) {
	for _, k := range r.kinds {
		l.columns = append(l.columns, &column{kind: k, headers: map[int][]string{}})
	}
	groups := l.graph.groupIndex()
	l.nodes = make([]*slot, len(l.graph.Nodes))
	add := func(n, group int) {
		s := &slot{node: n, group: group, column: r.column[n]}
		l.nodes[n] = s
		l.columns[s.column].slots = append(l.columns[s.column].slots, s)
	}
	members, loose := l.graph.members()
	for _, n := range loose {
		add(n, -1)
	}
	for _, ns := range members {
		for _, n := range ns {
			add(n, groups[l.graph.Nodes[n].Group])
		}
	}
}
