package render

import (
	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// stores draws what the organization keeps, and who manages it. Where a flow says
// how data comes into a store, there is no other arrow into it.
func (d *drawing) stores() {
	for b := range d.ofKind("data_store") {
		id := d.node(b)
		if _, fed := d.fed[b]; !fed {
			d.addEdge(graph.Edge{From: hubID, To: id, Label: d.label(d.mapLabels(heldIn(b))...)})
		}
		if manager := b.Ref("managed_by"); manager != nil {
			d.addEdge(graph.Edge{From: id, To: d.node(manager), Label: d.label(d.speech.Say("map.managed"))})
		}
	}
}

// systems draws the systems that others host. Where a flow says how data comes into
// one, there is no other arrow into it.
func (d *drawing) systems() {
	for b := range d.ofKind("system") {
		if _, fed := d.fed[b]; !fed && b.Has("hosted_by") {
			d.addEdge(graph.Edge{From: hubID, To: d.node(b)})
		}
	}
}

// recipients draws who receives data. An arrow is dashed where that depends on a
// condition.
func (d *drawing) recipients() {
	for b := range d.ofKind("subprocessor") {
		id := d.node(b)
		for _, e := range b.Inside("engagement") {
			if !d.isFed(b, e.Refs("data")) {
				d.addEdge(graph.Edge{From: hubID, To: id, Label: d.role(e), Dashed: e.Has("when") || e.Has("unless")})
			}
			for _, s := range e.Inside("shares_with") {
				if v := s.Ref("vendor"); v != nil {
					d.addEdge(graph.Edge{From: id, To: d.node(v), Label: d.label(d.onwardLabel(s)), Dashed: s.Has("when") || s.Has("platforms")})
				}
			}
		}
	}
}

// onwardLabel says how somebody comes to have data from a recipient.
func (w *writer) onwardLabel(s *model.Block) string {
	if s.Text("form") == "access" {
		return w.speech.Say("map.access")
	}
	return w.speech.Say("map.passed")
}

// isFed reports whether flows are said to bring all of some data to a recipient.
func (d *drawing) isFed(b *model.Block, data []*model.Block) bool {
	for _, c := range data {
		if !d.fed[b][c] {
			return false
		}
	}
	return len(data) > 0
}

// role is the data that somebody receives, if it is little, or else what they are
// engaged for, or the name of the role.
func (d *drawing) role(e *model.Block) string {
	data := e.Refs("data")
	switch {
	case len(data) > 0 && (len(data) <= mostOnArrow || !e.Has("purposes")):
		return d.label(d.mapLabels(data)...)
	case e.Has("purposes"):
		return d.label(d.mapLabels(e.Refs("purposes"))...)
	case e.Has("label"):
		return d.label(d.mapLabel(e))
	}
	return ""
}

// mostOnArrow is how many kinds of data an arrow names, where it could name a purpose.
const mostOnArrow = 2

// people draws from whom data is collected: from those who are named, and else from
// the reader, whom the data is about.
func (d *drawing) people() {
	var sources []*model.Block
	data := map[*model.Block][]string{}
	give := func(from *model.Block, c *model.Block) {
		if data[from] == nil {
			sources = append(sources, from)
		}
		data[from] = append(data[from], d.mapLabel(c))
	}
	for c := range d.ofKind("category") {
		for _, col := range c.Inside("collection") {
			for _, from := range col.Refs("from") {
				give(from, c)
			}
			if d.aboutReader() && len(col.Refs("from")) == 0 && isOwnSource(col.Text("source")) {
				give(d.reader, c)
			}
		}
	}
	for _, from := range sources {
		d.addEdge(graph.Edge{From: d.node(from), To: hubID, Label: d.label(data[from]...)})
	}
}

// isOwnSource reports whether data of a source (schema enum "source") comes from
// those whom it is about. Where no source is stated, that is what collecting means.
func isOwnSource(source string) bool {
	return source != "derived" && source != "third_party" && source != "public_source"
}

// flows draws what the policy says of how data moves.
func (d *drawing) flows() {
	for b := range d.ofKind("flow") {
		from, to := b.Refs("from"), b.Refs("to")
		if len(from) > 0 {
			d.feed(b, to)
		}
		if len(from)*len(to) > mostPaired {
			d.through(b, from, to)
			continue
		}
		led, skipped := ledTo(b), skippable(b)
		for _, f := range from {
			for _, t := range to {
				if led[t] {
					continue
				}
				d.addEdge(graph.Edge{From: d.node(f), To: d.node(t), Label: d.flowLabel(b), Dashed: b.Has("unless") || skipped[t]})
			}
			d.choices(b, d.node(f))
		}
		d.steps(b, from)
	}
}

// flowLabel is the data that moves, if it is little, or else what the flow is called.
func (d *drawing) flowLabel(b *model.Block) string {
	if data := b.Refs("data"); len(data) > 0 && len(data) <= mostOnArrow {
		return d.label(d.mapLabels(data)...)
	}
	return d.label(d.mapLabel(b))
}

// choices draws where a flow can be set to lead.
func (d *drawing) choices(b *model.Block, from string) {
	for _, o := range b.Inside("option") {
		for _, t := range o.Refs("to") {
			d.addEdge(graph.Edge{From: from, To: d.node(t), Label: d.flowLabel(b), Dashed: true})
		}
	}
}

// skippable is what a flow can be set not to lead through.
func skippable(b *model.Block) map[*model.Block]bool {
	skipped := map[*model.Block]bool{}
	for _, o := range b.Inside("option") {
		for _, t := range o.Refs("skips") {
			skipped[t] = true
		}
	}
	return skipped
}

// feed notes what a flow brings where.
func (d *drawing) feed(b *model.Block, to []*model.Block) {
	for _, t := range to {
		if d.fed[t] == nil {
			d.fed[t] = map[*model.Block]bool{}
		}
		if len(to) > mostPaired {
			continue // what then goes where is not known
		}
		for _, c := range b.Refs("data") {
			d.fed[t][c] = true
		}
	}
}

// ledTo is where the steps of a flow bring data from elsewhere than where it begins.
func ledTo(b *model.Block) map[*model.Block]bool {
	led := map[*model.Block]bool{}
	for _, s := range b.Inside("step") {
		for _, t := range s.Refs("target") {
			led[t] = led[t] || len(s.Refs("from")) == 1
		}
	}
	return led
}

// steps draws where the steps of a flow send data besides where the flow ends, and
// from where, if they say so.
func (d *drawing) steps(b *model.Block, from []*model.Block) {
	if len(from) != 1 {
		return
	}
	ends, skipped := map[*model.Block]bool{}, skippable(b)
	for _, t := range b.Refs("to") {
		ends[t] = true
	}
	for _, s := range b.Inside("step") {
		source, own := from[0], len(s.Refs("from")) == 1
		if own {
			source = s.Refs("from")[0]
		}
		for _, t := range s.Refs("target") {
			if t.Kind() == "actor" || ends[t] && !own || english.Toward(s.Text("action")) == "from" {
				continue
			}
			d.addEdge(graph.Edge{From: d.node(source), To: d.node(t), Label: d.flowLabel(b), Dashed: b.Has("unless") || s.Has("when") || s.Has("unless") || skipped[t]})
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
	d.choices(b, id)
}
