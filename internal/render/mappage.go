package render

import (
	"errors"
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/render/tree"
)

// dataMap is the page of the map: a picture, and the same as a table.
func (w *writer) dataMap() *tree.Document {
	p, doc := w.beside(dataMapPage, "this page shows who holds data and where it goes")
	full, drawn := w.maps()
	var picture, list part
	figure, ok := draw(drawn)
	switch {
	case !ok:
		picture.say(tree.T("There is too much here for a picture. The table below has all of it."))
	case len(full.graph.Nodes) > len(drawn.Nodes):
		picture.add(figure)
		picture.say(tree.T("Stores and recipients of one company in one place are drawn as one. The table below has each of them."))
	default:
		picture.add(figure)
	}
	list.tabulate(full.table())
	if list.empty() {
		list.say(tree.T("This policy names no store, system or recipient."))
	}
	p.addSection(doc, "picture", "The map", picture)
	p.addSection(doc, "table", "The map as a table", list)
	return doc
}

// draw is the picture of a graph, unless it is too large for one.
func draw(g *graph.Graph) (*tree.Figure, bool) {
	if len(g.Nodes) > mostShown {
		return nil, false
	}
	var svg strings.Builder
	options := graph.Options{Prefix: "drawing", Solid: "data goes there", Dashed: "only in certain cases"}
	var tooLarge *graph.TooLargeError
	switch err := graph.WriteBoth(&svg, g, options); {
	case errors.As(err, &tooLarge):
		return nil, false
	case err != nil:
		panic("render: the data map is no graph: " + err.Error())
	}
	return &tree.Figure{
		SVG: []byte(svg.String()), File: dataMapPage + ".svg", Alt: g.Title + ". " + g.Description + " The table below says the same.",
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
	for _, e := range d.graph.Edges {
		dashed := ""
		if e.Dashed {
			dashed = "yes"
		}
		rows.row("", cell(tree.T(labels[e.From])), cell(tree.T(labels[e.To])), cell(d.whereIs(e.To)), cell(tree.T(e.Label)), cell(tree.T(dashed)))
	}
	t, _ := rows.table()
	return t
}

// whereIs is where the block that a node stands for is, in full.
func (d *drawing) whereIs(id string) tree.Text {
	b := d.blocks[id]
	if b == nil || b.Schema.Attr("regions") == nil {
		return nil
	}
	if b.Schema.Attr("countries") == nil {
		return named(b, "regions", d.place)
	}
	return d.whereabouts(b)
}
