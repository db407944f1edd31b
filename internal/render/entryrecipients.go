package render

import (
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

func (p *page) recipientEntries() (c part) {
	rules := p.cards("transfer")
	sharing := func() {
		c.define(p.withExceptions("transfer", rules))
	}
	if n := len(p.all("subprocessor")) + len(p.shownKeepers()); p.leavesTo(subprocessorsPage, n) {
		c.say(p.speech.Text("listed_on", tree.T(p.speech.Tongue.Number(n)), p.pageLink(subprocessorsPage)))
		sharing()
		return c
	}
	t, owed := p.recipientsTable()
	c.tabulate(t)
	c.say(p.unanswered(owed))
	if t != nil && p.name != subprocessorsPage {
		c.say(p.speech.Text("more_on", p.pageLink(subprocessorsPage)))
	}
	var access []tree.Definition
	for _, b := range p.accessOfRecipients() {
		access = append(access, p.card(b))
	}
	c.define(access)
	sharing()
	if p.name == subprocessorsPage {
		var details, companies part
		details.define(p.recipientCards())
		companies.define(p.companyCards())
		c.under("details", p.speech.Say("heading.details"), details)
		c.under("companies", p.speech.Say("heading.companies"), companies)
	}
	return c
}

// recipientCards are what the table has no room for.
func (p *page) recipientCards() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("subprocessor") {
		card := p.card(b, "vendor", "regions", "countries", "engagement")
		if p.everyRoleElsewhere(b) {
			var l lines
			l.addEntry(p.writer, b, "regions")
			l.addEntry(p.writer, b, "countries")
			card.About = append(card.About, l.list()...)
		}
		for _, e := range b.Inside("engagement") {
			card.About = append(card.About, p.noteOf(e)...)
			for _, s := range e.Inside("shares_with") {
				card.About = append(card.About, p.noteOf(s)...)
			}
		}
		if len(card.About) > 0 {
			entries = append(entries, card)
		}
	}
	return entries
}

// companyCards are the particulars of those who provide services and infrastructure,
// with the stores that are theirs.
func (p *page) companyCards() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("vendor") {
		var l lines
		for _, attr := range []string{"vendor", "hosted_by"} {
			var stores []tree.Text
			for _, s := range p.relies[b] {
				if s.Schema.Attr(attr) != nil && s.Ref(attr) == b {
					stores = append(stores, tree.Says(p.label(s), s.Fact(attr)))
				}
			}
			if t := p.speech.And(stores...); len(t) > 0 {
				l = append(l, tree.Item{Text: p.speech.Entry(p.speech.Plural("data_store"), t)})
			}
		}
		head, told := p.heading(b)
		card := p.entry(b, english.Capital(head), append(l, p.entriesOf(b, told...)...).list(), p.noteOf(b))
		if len(card.About) > 0 {
			entries = append(entries, card)
		}
	}
	return entries
}
