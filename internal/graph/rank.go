package graph

// ranking says in which column each node stands.
type ranking struct {
	column []int  // by node
	kinds  []Kind // by column
}

// widths is how many columns a kind may take. Systems call each other in chains, which
// are worth to be seen; the few edges within another kind are not worth a column.
var widths = [kindCount]int{Person: 1, System: 3, Store: 1, Recipient: 1, Place: 1}

// rank gives every kind columns of its own, left to right, and within a kind puts a
// node to the right of those that lead to it, as far as there are columns. Edges that
// close a cycle are passed over.
func rank(g *Graph, joints []ends) ranking {
	successors := make([][]int, len(g.Nodes))
	for _, e := range joints {
		kind := g.Nodes[e.from].Kind
		if widths[kind] > 1 && kind == g.Nodes[e.to].Kind {
			successors[e.from] = append(successors[e.from], e.to)
		}
	}
	w := walk{successors: successors, state: make([]visit, len(g.Nodes))}
	for n := range g.Nodes {
		w.visit(n)
	}
	depth := w.depths()
	for n, node := range g.Nodes {
		depth[n] = min(depth[n], widths[node.Kind]-1)
	}

	return assign(g.Nodes, depth)
}

// assign turns depths within a kind into columns. A kind without nodes takes none.
func assign(nodes []Node, depth []int) ranking {
	var deepest [kindCount]int
	for i := range deepest {
		deepest[i] = -1
	}
	for n, node := range nodes {
		deepest[node.Kind] = max(deepest[node.Kind], depth[n])
	}
	var r ranking
	var first [kindCount]int
	for k := range kindCount {
		first[k] = len(r.kinds)
		for range deepest[k] + 1 {
			r.kinds = append(r.kinds, k)
		}
	}
	r.column = make([]int, len(nodes))
	for n, node := range nodes {
		r.column[n] = first[node.Kind] + depth[n]
	}
	return r
}

type visit uint8

const (
	unseen visit = iota
	open         // on the path from the root: an edge back to it closes a cycle
	closed
)

// walk is a depth-first search that drops the edges which close cycles.
type walk struct {
	successors [][]int
	state      []visit
	finished   []int
}

func (w *walk) visit(n int) {
	if w.state[n] != unseen {
		return
	}
	w.state[n] = open
	kept := w.successors[n][:0]
	for _, m := range w.successors[n] {
		if w.state[m] == open {
			continue
		}
		kept = append(kept, m)
		w.visit(m)
	}
	w.successors[n] = kept
	w.state[n] = closed
	w.finished = append(w.finished, n)
}

// depths returns the length of the longest chain that leads to each node. The order
// in which nodes were finished, reversed, has every node before its successors.
func (w *walk) depths() []int {
	depth := make([]int, len(w.state))
	for i := len(w.finished) - 1; i >= 0; i-- {
		n := w.finished[i]
		for _, m := range w.successors[n] {
			depth[m] = max(depth[m], depth[n]+1)
		}
	}
	return depth
}
