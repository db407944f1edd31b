package render

import (
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// mostDrawn is how many nodes a picture may have before stores and recipients
// that share a company and a place are drawn as one, and mostShown how many it
// may have at all: nobody reads more.
//
// A flow of more pairs than mostPaired is drawn as a node.
const (
	mostDrawn  = 60
	mostShown  = 160
	mostPaired = 36
)

// DataMap is who holds data and where it goes: people, the organization with its
// systems, the data stores, and those who receive data. In a large map the stores
// and the recipients of one company in one place are one node.
func DataMap(m *model.Model) *graph.Graph {
	_, drawn := newWriter(m).maps()
	return drawn
}

// maps are the map with everything in it, and the one to draw.
func (w *writer) maps() (full, drawn *graph.Graph) {
	full = w.draw(single, true)
	if len(full.Nodes) <= mostDrawn {
		return full, full
	}
	return full, w.draw(collapsed, false)
}

// A drawing is a data map while it is put together.
type drawing struct {
	*writer
	graph    *graph.Graph
	labelled bool
	nodeOf   func(*model.Block) (id, label string)
	nodes    map[*model.Block]string // the ID of the node that a block is drawn as
	at       map[string]int          // from a node's ID, its place in the graph
	counts   map[string]int          // how many blocks a node stands for
	groups   map[string]bool
	edges    map[graph.Edge]bool
}

const hubID = "us"

// draw puts a map together, with labels on the arrows or, where an arrow stands
// for several, without.
func (w *writer) draw(nodeOf func(*model.Block) (id, label string), labelled bool) *graph.Graph {
	d := &drawing{
		writer: w, nodeOf: nodeOf, labelled: labelled,
		graph: &graph.Graph{Title: "Where data goes", Groups: []graph.Group{}, Nodes: []graph.Node{}, Edges: []graph.Edge{}},
		nodes: map[*model.Block]string{}, at: map[string]int{}, counts: map[string]int{},
		groups: map[string]bool{}, edges: map[graph.Edge]bool{},
	}
	hub := "Us"
	if w.us != nil {
		hub = w.us.Label()
	} else if !w.public {
		hub = "The organization"
	}
	d.add(graph.Node{ID: hubID, Label: hub, Kind: graph.System})
	d.flows()
	d.people()
	d.stores()
	d.recipients()
	d.graph.Description = d.describe()
	return d.graph
}

// single draws every block as a node of its own.
func single(b *model.Block) (id, label string) { return anchor(b), b.Label() }

// collapsed draws the stores and recipients of one company in one place as one.
func collapsed(b *model.Block) (id, label string) {
	if b.Kind() != "data_store" && b.Kind() != "subprocessor" {
		return single(b)
	}
	company := "others"
	if v := b.Ref("vendor"); v != nil {
		company = v.Label()
	}
	where := groupOf(b)
	return slug(b.Kind() + "." + company + "." + where), company
}

// node is the ID of the node that a block is drawn as, which is added when it is
// first asked for.
func (d *drawing) node(b *model.Block) string {
	if b == d.us {
		return hubID
	}
	if id, there := d.nodes[b]; there {
		return id
	}
	id, label := d.nodeOf(b)
	d.nodes[b] = id
	if i, there := d.at[id]; there {
		d.counts[id]++
		n := &d.graph.Nodes[i]
		n.Detail, n.Href = english.Count(d.counts[id], b.Schema.Title, b.Schema.Plural), ""
		return id
	}
	d.add(graph.Node{ID: id, Label: english.CapitalWord(label), Detail: detailOf(b), Kind: kindOf(b), Group: groupOf(b), Href: d.anchors[b]})
	return id
}

func (d *drawing) add(n graph.Node) {
	if n.Group != "" && !d.groups[n.Group] {
		d.groups[n.Group] = true
		d.graph.Groups = append(d.graph.Groups, graph.Group{ID: n.Group, Label: n.Group})
	}
	d.at[n.ID], d.counts[n.ID] = len(d.graph.Nodes), 1
	d.graph.Nodes = append(d.graph.Nodes, n)
}

// detailOf is what a store is used for, and whose service a recipient is.
func detailOf(b *model.Block) string {
	switch b.Kind() {
	case "data_store":
		return brief(b.Texts("uses"))
	case "subprocessor":
		if v := b.Ref("vendor"); v != nil && v.Label() != b.Label() {
			return v.Label()
		}
	}
	return ""
}

func (d *drawing) addEdge(e graph.Edge) {
	if !d.labelled {
		e.Label = ""
	}
	if e.From == e.To || d.edges[e] {
		return
	}
	d.edges[e] = true
	d.graph.Edges = append(d.graph.Edges, e)
}

func kindOf(b *model.Block) graph.Kind {
	switch b.Kind() {
	case "actor":
		return graph.Person
	case "data_store":
		return graph.Store
	case "subprocessor", "vendor":
		return graph.Recipient
	case "region":
		return graph.Place
	}
	return graph.System
}

// stores draws what the organization keeps, and who manages it.
func (d *drawing) stores() {
	for _, b := range d.model.All("data_store") {
		id := d.node(b)
		d.addEdge(graph.Edge{From: hubID, To: id, Label: brief(labels(b.Refs("holds")))})
		if manager := b.Ref("managed_by"); manager != nil {
			d.addEdge(graph.Edge{From: id, To: d.node(manager), Label: "managed by"})
		}
	}
}

// recipients draws who receives data. An arrow is dashed where that depends on a
// condition.
func (d *drawing) recipients() {
	for _, b := range d.model.All("subprocessor") {
		id := d.node(b)
		for _, e := range b.Inside("engagement") {
			d.addEdge(graph.Edge{From: hubID, To: id, Label: brief(labels(e.Refs("purposes"))), Dashed: e.Has("when") || e.Has("unless")})
			for _, s := range e.Inside("shares_with") {
				if v := s.Ref("vendor"); v != nil {
					d.addEdge(graph.Edge{From: id, To: d.node(v), Label: "passed on", Dashed: s.Has("when") || s.Has("platforms")})
				}
			}
		}
	}
}

// people draws from whom data is collected.
func (d *drawing) people() {
	for _, c := range d.model.All("category") {
		for _, col := range c.Inside("collection") {
			for _, from := range col.Refs("from") {
				d.addEdge(graph.Edge{From: d.node(from), To: hubID})
			}
		}
	}
	if d.reader != nil {
		d.addEdge(graph.Edge{From: d.node(d.reader), To: hubID})
	}
}

// flows draws what the policy says of how data moves.
func (d *drawing) flows() {
	for _, b := range d.model.All("flow") {
		from, to := b.Refs("from"), b.Refs("to")
		if len(from)*len(to) > mostPaired {
			d.through(b, from, to)
			continue
		}
		for _, f := range from {
			for _, t := range to {
				d.addEdge(graph.Edge{From: d.node(f), To: d.node(t), Label: b.Label(), Dashed: b.Has("unless")})
			}
		}
	}
}

// through draws a flow between many as a node of its own, so that there is one
// arrow for each of them and not one for each pair.
func (d *drawing) through(b *model.Block, from, to []*model.Block) {
	id := d.node(b)
	for _, f := range from {
		d.addEdge(graph.Edge{From: d.node(f), To: id, Dashed: b.Has("unless")})
	}
	for _, t := range to {
		d.addEdge(graph.Edge{From: id, To: d.node(t), Dashed: b.Has("unless")})
	}
}

// groupOf is the place that a block stands in, if it is known: the first of its
// regions, or its only country.
func groupOf(b *model.Block) string {
	if b.Schema.Attr("regions") == nil {
		return ""
	}
	if regions := b.Refs("regions"); len(regions) > 0 {
		return placeLabel(regions[0])
	}
	if b.Kind() == "subprocessor" && len(b.Texts("countries")) == 1 {
		return english.CapitalWord(strings.TrimPrefix(countryName(b.Texts("countries")[0]), "the "))
	}
	return ""
}

func placeLabel(region *model.Block) string {
	company := ""
	if v := region.Ref("vendor"); v != nil {
		company = tree.PlainText(shortVendor(v))
	}
	place := region.Label()
	if code := region.Text("country"); code != "" {
		place = english.CapitalWord(strings.TrimPrefix(countryName(code), "the "))
	}
	return strings.Join(strings.Fields(company+" "+region.Text("code")+" "+place), " ")
}

// brief is as much of a list as a label has room for.
func brief(words []string) string {
	switch {
	case len(words) == 0:
		return ""
	case len(words) > 2:
		return words[0] + " and " + english.Number(len(words)-1) + " more"
	}
	return english.AndWords(words...)
}

func labels(blocks []*model.Block) []string {
	words := make([]string, len(blocks))
	for i, b := range blocks {
		words[i] = b.Label()
	}
	return words
}

func (d *drawing) describe() string {
	return english.CapitalWord(english.Count(len(d.graph.Nodes), "holder of data", "holders of data")) + ", and " +
		english.Count(len(d.graph.Edges), "way that data takes", "ways that data takes") + " between them."
}
