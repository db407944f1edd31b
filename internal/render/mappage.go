package render

import (
	"errors"
	"slices"
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/render/tree"
)

// dataMap is the page of the map: the map as a table, and what puts the picture
// before it once the pages are written that the picture leads to.
func (w *writer) dataMap() (doc *tree.Document, illustrate func(others []*tree.Document)) {
	p, doc := w.beside(dataMapPage, "this page shows who holds data and where it goes")
	full, drawn := w.maps()
	var list part
	whole := tree.T("The table below has")
	if len(full.graph.Edges) <= mostTabled {
		list.tabulate(full.table())
	} else {
		whole = tree.T("The files ", tree.Code(dataMapPage+".mmd"), " and ", tree.Code("manifest.json"), " of this site have")
	}
	if len(full.graph.Edges) == 0 && list.empty() {
		list.say(tree.T("This policy names no store, system or recipient."))
	}
	return doc, func(others []*tree.Document) {
		p.addSection(doc, "picture", "The map", picture(full, drawn, others, whole))
		p.addSection(doc, "table", "The map as a table", list)
	}
}

// picture is the map as a picture, with what a reader has to know of it: also what
// has the whole of it, as the beginning of a sentence.
func picture(full, drawn *drawing, others []*tree.Document, whole tree.Text) part {
	var c part
	figure, ok := drawn.figure(others, whole)
	switch {
	case !ok:
		c.say(tree.T("There is too much here for a picture. ", whole, " all of it."))
	case len(full.graph.Nodes) > len(drawn.graph.Nodes):
		c.add(figure)
		c.say(tree.T("Stores and recipients of one company in one place are drawn as one. ", whole, " each of them."))
	default:
		c.add(figure)
	}
	return c
}

// leading is the graph with a link from every node that stands for one block to where
// the pages tell of it: to that of recipients, or else to the first that does.
func (d *drawing) leading(pages []*tree.Document) *graph.Graph {
	places := map[string]string{}
	for _, doc := range pages {
		for _, id := range tree.Fragments(doc) {
			if places[id] == "" || doc.Name == subprocessorsPage {
				places[id] = doc.Name + ".html#" + id
			}
		}
	}
	g := *d.graph
	g.Nodes = slices.Clone(g.Nodes)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if s := d.stands[n.ID]; s.first != nil && s.count == 1 {
			n.Href = places[anchor(s.first)]
		}
	}
	return &g
}

// figure is the picture of a map, unless it is too large for one. It leads to pages,
// and tells those who cannot see it what else has the whole of it.
func (d *drawing) figure(pages []*tree.Document, whole tree.Text) (*tree.Figure, bool) {
	if len(d.graph.Nodes) > mostShown {
		return nil, false
	}
	g := d.leading(pages)
	var svg, style strings.Builder
	options := graph.Options{Prefix: "drawing", Solid: "data goes there", Dashed: "only in certain cases"}
	var tooLarge *graph.TooLargeError
	switch err := graph.WriteBoth(&svg, &style, g, options); {
	case errors.As(err, &tooLarge):
		return nil, false
	case err != nil:
		panic("render: the data map is no graph: " + err.Error())
	}
	return &tree.Figure{
		SVG: []byte(svg.String()), Style: style.String(), File: dataMapPage + ".svg", Alt: g.Title + ". " + g.Description + " " + tree.PlainText(whole) + " all of it.",
		Caption: tree.T("An arrow leads from who gives data to who receives it. A dashed one holds in certain cases only."),
	}, true
}

// table is a map for those who cannot see it.
func (d *drawing) table() *tree.Table {
	labels := make(map[string]string, len(d.graph.Nodes))
	for _, n := range d.graph.Nodes {
		labels[n.ID] = n.Label
		if n.Detail != "" {
			labels[n.ID] += " (" + n.Detail + ")"
		}
	}
	rows := grid{columns: []column{
		{head: "From"}, {head: "To"}, {head: "Where that is"}, {head: "Data or purpose", owed: "what for"}, {head: "Only in certain cases"},
	}}
	where := make(map[string]tree.Text, len(d.graph.Nodes))
	for _, n := range d.graph.Nodes {
		where[n.ID] = d.whereIs(n.ID)
	}
	for _, e := range d.graph.Edges {
		dashed := ""
		if e.Dashed {
			dashed = "yes"
		}
		rows.row("", cell(tree.T(labels[e.From])), cell(tree.T(labels[e.To])), cell(where[e.To]), cell(tree.T(e.Label)), cell(tree.T(dashed)))
	}
	t, _ := rows.table()
	return t
}

// whereIs is where the block that a node stands for is, in full.
func (d *drawing) whereIs(id string) tree.Text {
	b := d.stands[id].first
	if b == nil || b.Schema.Attr("regions") == nil {
		return nil
	}
	if b.Schema.Attr("countries") == nil {
		return named(b, "regions", d.place)
	}
	return d.whereabouts(b)
}
