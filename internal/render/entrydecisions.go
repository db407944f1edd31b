package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// decisionEntries answer "where do I store this?": by the steps of the procedures that
// decide about a data store, and by the rules that name stores.
func (p *page) decisionEntries() (c part) {
	cases := p.grid([]column{p.column("column.if"), p.column("column.do")})
	for _, b := range p.all("procedure") {
		if !decidesStore(b) {
			continue
		}
		for _, s := range b.Inside("step") {
			if s.Has("when") {
				cases.row("", cell(p.answer(s, "when")), p.summary(s, "when"))
			}
		}
	}
	t, _ := cases.table()
	c.tabulate(t)
	rules := p.storeRules()
	t, _ = rules.table()
	c.tabulate(t)
	return c
}

// storeRules has a row for each rule about what may be kept where.
func (p *page) storeRules() grid {
	g := p.grid([]column{
		p.column("column.data"), p.column("column.stores"), p.column("column.rule"), p.column("column.by"), p.column("column.except"),
	})
	for _, b := range p.all("requirement") {
		if !b.Has("stores") {
			continue
		}
		var except []tree.Text
		for _, e := range p.exceptions[b] {
			except = append(except, p.speech.Pair(p.called(e), p.answer(e, "for")))
		}
		said := []tree.Text{p.answers(b, "effect", "qualifier", "only")}
		said = append(said, p.labelledAll(b, "strength", "actions", "when", "unless")...)
		g.row("", cell(p.answer(b, "on")), cell(p.answer(b, "stores")), cell(said...), cell(p.called(b)), cell(except...))
	}
	return g
}

// exceptionEntries list the exceptions to the rules: to what, for what, when, and what
// then holds.
func (p *page) exceptionEntries() (c part) {
	g := p.grid([]column{
		p.column("column.exception"), p.column("column.exempts"), p.column("column.for"), p.column("column.when"),
		p.column("column.waived"), p.column("column.instead"),
	})
	for _, b := range p.all("exception") {
		head, _ := p.heading(b)
		g.row("", cell(head, p.labelled(b, "only")), cell(p.answer(b, "to")), cell(p.answer(b, "for"), p.labelled(b, "purposes")),
			cell(p.answer(b, "when"), p.labelled(b, "because")), cell(p.answer(b, "waives"), p.answer(b, "waives_also")),
			cell(p.answer(b, "requires"), p.answers(b, "strength", "treatment"), p.answer(b, "minimised")))
	}
	t, _ := g.table()
	c.tabulate(t)
	return c
}

// summary is a block as lines of a cell: what it is called, then its entries.
func (p *page) summary(b *model.Block, told ...string) tree.Cell {
	head, by := p.heading(b)
	all := []tree.Text{head}
	for _, item := range p.entriesOf(b, append(by, told...)...) {
		all = append(all, item.Text)
	}
	return cell(all...)
}
