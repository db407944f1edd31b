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
	p, doc := w.beside(dataMapPage)
	full, drawn := w.maps()
	say := w.speech
	var list part
	whole := say.Text("map.whole.table")
	if len(full.graph.Edges) <= mostTabled {
		list.tabulate(full.table())
	} else {
		whole = say.Text("map.whole.files", tree.T(tree.Code(dataMapPage+".mmd")), tree.T(tree.Code("manifest.json")))
	}
	if len(full.graph.Edges) == 0 && list.empty() {
		list.say(say.Text("no_map"))
	}
	return doc, func(others []*tree.Document) {
		p.addSection(doc, "picture", say.Say("heading.picture"), picture(full, drawn, others, whole))
		p.addSection(doc, "table", say.Say("heading.table"), list)
	}
}

// picture is the map as a picture, with what a reader has to know of it: also what
// has the whole of it, as a sentence.
func picture(full, drawn *drawing, others []*tree.Document, whole tree.Text) part {
	var c part
	figure, ok := drawn.figure(others, whole)
	say := drawn.speech
	switch {
	case !ok:
		c.say(say.Text("map.too_large"), whole)
	case len(full.graph.Nodes) > len(drawn.graph.Nodes):
		c.add(figure)
		c.say(say.Text("map.collapsed"), whole)
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
	say := d.speech
	options := graph.Options{Prefix: "drawing", Headings: d.mapHeadings(), Solid: say.Say("map.solid"), Dashed: say.Say("map.dashed")}
	var tooLarge *graph.TooLargeError
	switch err := graph.WriteBoth(&svg, &style, g, options); {
	case errors.As(err, &tooLarge):
		return nil, false
	case err != nil:
		panic("render: the data map is no graph: " + err.Error())
	}
	return &tree.Figure{
		SVG: []byte(svg.String()), Style: style.String(), File: dataMapPage + ".svg", Alt: g.Title + ". " + g.Description + " " + tree.PlainText(whole),
		Caption: d.caption(),
	}, true
}

// caption says what the arrows mean, of dashed ones only where there are any.
func (d *drawing) caption() tree.Text {
	say := d.speech
	caption := say.Text("map.caption")
	if slices.ContainsFunc(d.graph.Edges, func(e graph.Edge) bool { return e.Dashed }) {
		caption = tree.T(caption, " ", say.Text("map.caption.dashed"))
	}
	return caption
}

// mapHeadings name the kinds of what a map shows.
func (w *writer) mapHeadings() map[graph.Kind]string {
	return map[graph.Kind]string{
		graph.Person: w.speech.Say("map.heading.person"), graph.System: w.speech.Say("map.heading.system"),
		graph.Store: w.speech.Say("map.heading.store"), graph.Recipient: w.speech.Say("map.heading.recipient"),
		graph.Place: w.speech.Say("map.heading.place"),
	}
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
	rows := d.grid([]column{
		d.column("column.from"), d.column("column.to"), d.column("column.located"), d.owed("column.carried"), d.column("column.cases"),
	})
	where := make(map[string]tree.Text, len(d.graph.Nodes))
	for _, n := range d.graph.Nodes {
		where[n.ID] = d.whereIs(n.ID)
	}
	for _, e := range d.graph.Edges {
		dashed := ""
		if e.Dashed {
			dashed = d.speech.Say("yes")
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
	return d.whereabouts(b)
}
