package graph

// trunkKey names what shares a trunk: the edges that leave a node on one side.
type trunkKey struct {
	from   int
	column int
	dashed bool
}

// portKey names what shares a port: edges that leave a node on one side, or arrive
// there with the same text.
type portKey struct {
	node, side int
	in, dashed bool
	text       string
	arc        bool
}

type router struct {
	layout *layout
	trunks map[trunkKey]*slot
	ports  map[portKey]*port
	joined map[[2]*slot]bool
}

// addRoutes leads every edge through the columns between its ends. Edges of one
// source run together until they part, and those that bring the same thing to the
// same node end in one arrow: the picture has as few lines as it has facts.
func (l *layout) addRoutes(joints []ends) {
	r := router{
		layout: l,
		trunks: map[trunkKey]*slot{},
		ports:  map[portKey]*port{},
		joined: map[[2]*slot]bool{},
	}
	l.routes = make([]route, len(joints))
	for i, e := range joints {
		l.routes[i] = r.route(l.graph.Edges[i], e)
	}
}

func (r *router) route(e Edge, at ends) route {
	from, to := r.layout.nodes[at.from], r.layout.nodes[at.to]
	if from.column == to.column {
		r.joinPeers(from, to)
		return route{
			start: r.port(portKey{node: at.from, side: right, dashed: e.Dashed}),
			end:   r.port(portKey{node: at.to, side: right, in: true, dashed: e.Dashed, text: e.Label, arc: true}),
		}
	}
	leave, arrive, step := right, left, 1
	if from.column > to.column {
		leave, arrive, step = left, right, -1
	}
	way := route{
		start: r.port(portKey{node: at.from, side: leave, dashed: e.Dashed}),
		end:   r.port(portKey{node: at.to, side: arrive, in: true, dashed: e.Dashed, text: e.Label}),
	}
	last := from
	for c := from.column + step; c != to.column; c += step {
		trunk := r.trunk(trunkKey{at.from, c, e.Dashed})
		way.trunks = append(way.trunks, trunk)
		r.join(last, trunk, leave)
		last = trunk
	}
	r.join(last, to, leave)
	return way
}

func (r *router) port(k portKey) *port {
	p := r.ports[k]
	if p == nil {
		s := r.layout.nodes[k.node]
		p = &port{slot: s, side: k.side, in: k.in, dashed: k.dashed, text: k.text, arc: k.arc}
		s.ports[k.side] = append(s.ports[k.side], p)
		r.ports[k] = p
	}
	return p
}

func (r *router) trunk(k trunkKey) *slot {
	t := r.trunks[k]
	if t == nil {
		t = &slot{node: -1, group: -1, column: k.column, height: trunkHeight}
		column := r.layout.columns[k.column]
		column.slots = append(column.slots, t)
		r.trunks[k] = t
	}
	return t
}

// join notes that an edge leads from a to b, which lies on the given side of it.
func (r *router) join(a, b *slot, side int) {
	if r.joined[[2]*slot{a, b}] {
		return
	}
	r.joined[[2]*slot{a, b}] = true
	a.near[side] = append(a.near[side], b)
	b.near[1-side] = append(b.near[1-side], a)
}

func (r *router) joinPeers(a, b *slot) {
	if a == b || r.joined[[2]*slot{a, b}] {
		return
	}
	r.joined[[2]*slot{a, b}] = true
	a.peers = append(a.peers, b)
	b.peers = append(b.peers, a)
}
