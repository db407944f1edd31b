package render

import (
	"iter"
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// mostDrawn is how many nodes a picture may have before stores and recipients
// that share a company and a place are drawn as one, and mostShown how many it
// may have at all: nobody reads more. A map of more arrows than mostTabled is left
// to the files that programs read.
//
// A flow of more pairs than mostPaired is drawn as a node.
const (
	mostDrawn  = 60
	mostShown  = 160
	mostTabled = 2000
	mostPaired = 36
)

// DataMap is who holds data and where it goes: people, the organization with its
// systems, the data stores, and those who receive data. In a large map the stores
// and the recipients of one company in one place are one node.
func (p *Publication) DataMap() *graph.Graph {
	_, drawn := p.w.maps()
	return drawn.graph
}

// drawMaps draws the map with everything in it, for the table, and the one to show.
// The first ends where it is too large for both the table and a picture: its size is
// then all that is asked of it.
func (w *writer) drawMaps() (full, drawn *drawing) {
	full = w.drawing(w.single, w.speech.AndWords)
	full.ends = true
	full.draw()
	return full, w.toDraw(len(full.graph.Nodes))
}

// toDraw is the map to draw where the one with everything in it has so many nodes.
func (w *writer) toDraw(nodes int) *drawing {
	d := w.drawing(w.collapsed, unlabelled)
	if nodes <= mostDrawn {
		d = w.drawing(w.single, w.brief)
	}
	d.draw()
	return d
}

// A drawing is a data map while it is put together.
type drawing struct {
	*writer
	graph  *graph.Graph
	label  func(words ...string) string // what an arrow says of several things
	nodeOf func(*model.Block) (id, label string)
	nodes  map[*model.Block]string                // the ID of the node that a block is drawn as
	stands map[string]*stand                      // what the node of an ID stands for
	fed    map[*model.Block]map[*model.Block]bool // from where flows lead, the data that they bring
	groups map[string]bool
	edges  map[graph.Edge]bool
	ends   bool // where nobody would be shown more
}

// A stand is what a node stands for.
type stand struct {
	at    int          // the node's place in the graph
	first *model.Block // nil for the organization
	count int          // of blocks
}

const hubID = "us"

// drawing is a map to be drawn. What an arrow stands for is given in full, in brief, or
// where it stands for several, not at all.
func (w *writer) drawing(nodeOf func(*model.Block) (id, label string), label func(...string) string) *drawing {
	return &drawing{
		writer: w, nodeOf: nodeOf, label: label,
		graph: &graph.Graph{Title: w.speech.Say("map.title"), Groups: []graph.Group{}, Nodes: []graph.Node{}, Edges: []graph.Edge{}},
		nodes: map[*model.Block]string{}, stands: map[string]*stand{},
		fed: map[*model.Block]map[*model.Block]bool{}, groups: map[string]bool{}, edges: map[graph.Edge]bool{},
	}
}

// draw puts the map together.
func (d *drawing) draw() {
	hub := d.speech.Say("map.us")
	if d.us != nil {
		hub = d.mapLabel(d.us)
	} else if !d.public {
		hub = d.speech.Say("map.organization")
	}
	d.add(graph.Node{ID: hubID, Label: hub, Kind: graph.System}, nil)
	d.flows()
	d.people()
	d.stores()
	d.systems()
	d.recipients()
	d.dropHub()
	d.graph.Description = d.describe()
}

// ofKind goes through the blocks of a kind, as long as there is reason to.
func (d *drawing) ofKind(kind string) iter.Seq[*model.Block] {
	return func(yield func(*model.Block) bool) {
		for _, b := range d.model.All(kind) {
			isBeyond := len(d.graph.Edges) > mostTabled && len(d.graph.Nodes) > mostShown
			if d.ends && isBeyond || !yield(b) {
				return
			}
		}
	}
}

// dropHub leaves the organization out of a map in which it is not known to give or
// receive anything.
func (d *drawing) dropHub() {
	for _, e := range d.graph.Edges {
		if e.From == hubID || e.To == hubID {
			return
		}
	}
	d.graph.Nodes = d.graph.Nodes[1:]
}

// single draws every block as a node of its own.
func (w *writer) single(b *model.Block) (id, label string) { return anchor(b), w.mapLabel(b) }

// collapsed draws the stores and recipients of one company in one place as one.
func (w *writer) collapsed(b *model.Block) (id, label string) {
	if b.Kind() != "data_store" && b.Kind() != "subprocessor" {
		return w.single(b)
	}
	if v := b.Ref("vendor"); v != nil {
		return slug(b.Kind() + "." + v.Label() + "." + w.groupOf(b)), w.mapLabel(v)
	}
	return slug(b.Kind() + ".others." + w.groupOf(b)), w.speech.Say("map.others")
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
	if s := d.stands[id]; s != nil {
		s.count++
		d.graph.Nodes[s.at].Detail = d.count(s.count, b)
		return id
	}
	d.add(graph.Node{ID: id, Label: d.typographic(english.CapitalWord(label)), Detail: d.typographic(d.detailOf(b)), Kind: kindOf(b), Group: d.groupOf(b)}, b)
	return id
}

func (d *drawing) add(n graph.Node, b *model.Block) {
	if n.Group != "" && !d.groups[n.Group] {
		d.groups[n.Group] = true
		d.graph.Groups = append(d.graph.Groups, graph.Group{ID: n.Group, Label: n.Group})
	}
	d.stands[n.ID] = &stand{at: len(d.graph.Nodes), first: b, count: 1}
	d.graph.Nodes = append(d.graph.Nodes, n)
}

// detailOf is what a store is used for, who hosts a system, and whose service a
// recipient is.
func (w *writer) detailOf(b *model.Block) string {
	switch b.Kind() {
	case "data_store":
		if companies := keptWith(b); len(companies) > 0 && !b.Has("uses") {
			return w.mapLabel(companies[0])
		}
		var uses []string
		for _, u := range w.model.Wordings(b, "uses", w.speech.Language()) {
			uses = append(uses, w.mapText(u))
		}
		return w.brief(uses...)
	case "system":
		if v := b.Ref("hosted_by"); v != nil {
			return w.mapLabel(v)
		}
	case "subprocessor":
		if v := b.Ref("vendor"); v != nil && v.Label() != b.Label() {
			return w.mapLabel(v)
		}
	}
	return ""
}

// mapText is a text of the author on the map, with a mark if it is in another language
// than the page. A picture has no other way to say so; what is marked is noted for the
// top of the page.
func (w *writer) mapText(wording model.Wording) string {
	if w.speech.IsForeign(wording) {
		w.onMap[wording.Text] = wording.State == model.Stale
	}
	return w.speech.Plain(wording)
}

// mapLabel is the name of a block on the map.
func (w *writer) mapLabel(b *model.Block) string {
	if w.speech.InSentences() {
		return b.Label()
	}
	return w.mapText(w.model.LabelWording(b, w.speech.Language()))
}

// mapLabels is mapLabel of several.
func (w *writer) mapLabels(blocks []*model.Block) []string {
	list := make([]string, len(blocks))
	for i, b := range blocks {
		list[i] = w.mapLabel(b)
	}
	return list
}

// typographic gives a text the quotation marks of the page's language.
func (w *writer) typographic(s string) string { return tree.TypographicIn(w.speech.Language(), s) }

func (d *drawing) addEdge(e graph.Edge) {
	e.Label = d.typographic(e.Label)
	if e.From == e.To || d.edges[e] {
		return
	}
	d.edges[e] = true
	d.graph.Edges = append(d.graph.Edges, e)
}

func kindOf(b *model.Block) graph.Kind {
	switch b.Kind() {
	case "actor":
		if b.Text("kind") == "service" {
			return graph.System
		}
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

// groupOf is the place that a block stands in, if it is known: the first of its
// regions, or its only country.
func (w *writer) groupOf(b *model.Block) string {
	if b.Schema.Attr("regions") == nil {
		return ""
	}
	if regions := b.Refs("regions"); len(regions) > 0 {
		return w.placeLabels[regions[0]]
	}
	if b.Kind() == "subprocessor" && len(b.Texts("countries")) == 1 {
		return w.speech.CountryAlone(b.Texts("countries")[0])
	}
	return ""
}

// placeLabel is a region as the map names it.
func (w *writer) placeLabel(region *model.Block) string {
	company := ""
	if v := region.Ref("vendor"); v != nil {
		company = tree.PlainText(w.shortVendor(v))
	}
	place := w.speech.CountryAlone(region.Text("country"))
	switch {
	case place != "" && region.Has("city") && !region.Has("code"):
		place = region.Text("city") + ", " + place
	case place == "":
		place = w.mapLabel(region)
	}
	return strings.Join(strings.Fields(company+" "+region.Text("code")+" "+place), " ")
}

// unlabelled says nothing, of an arrow that stands for several.
func unlabelled(...string) string { return "" }

// brief is as much of a list as a label has room for.
func (w *writer) brief(list ...string) string {
	switch more := len(list) - 1; {
	case more < 0:
		return ""
	case more > 1 && w.speech.InSentences():
		return list[0] + " and " + english.Number(more) + " more"
	case more > 1:
		return w.speech.Say("map.more", list[0], w.speech.Tongue.Number(more))
	}
	return w.speech.AndWords(list...)
}

// count is a number of blocks of one kind.
func (w *writer) count(n int, b *model.Block) string {
	if w.speech.InSentences() {
		return english.Count(n, b.Schema.Title, b.Schema.Plural)
	}
	return w.speech.Say("entry", w.speech.Plural(b.Kind()), w.speech.Tongue.Number(n))
}

func (d *drawing) describe() string {
	if s := d.speech; !s.InSentences() {
		return s.Say("map.describe", s.Tongue.Number(len(d.graph.Nodes)), s.Tongue.Number(len(d.graph.Edges)))
	}
	return english.CapitalWord(english.Count(len(d.graph.Nodes), "box", "boxes")) + " for those who give, hold or receive data, and " +
		english.Count(len(d.graph.Edges), "arrow", "arrows") + " between them."
}
