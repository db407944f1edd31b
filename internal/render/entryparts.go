package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// entryParts are the parts of a page that is made of entries, by the names that the
// schema gives them.
var entryParts = map[string]func(*page) part{
	"about":        (*page).aboutEntries,
	"glance":       (*page).glanceEntries,
	"principles":   (*page).principleEntries,
	"collection":   (*page).collectionEntries,
	"purposes":     (*page).purposeEntries,
	"activities":   shown("activity"),
	"locations":    (*page).locationEntries,
	"decisions":    (*page).decisionEntries,
	"flows":        (*page).flowEntries,
	"recipients":   (*page).recipientEntries,
	"retention":    (*page).retentionEntries,
	"security":     (*page).securityEntries,
	"access":       (*page).accessEntries,
	"requirements": (*page).requirementEntries,
	"exceptions":   (*page).exceptionEntries,
	"procedures":   (*page).procedureEntries,
	"rights":       (*page).rightEntries,
	"contacts":     shown("contact"),
	"terms":        (*page).termEntries,
	"notices":      (*page).noticeEntries,
	"waivers":      shown("waiver", "rule"),
	"dates":        (*page).dateEntries,
}

// part is a part of a page in the language of the page.
func (p *page) part(name string) part {
	if p.speech.InSentences() {
		return parts[name](p)
	}
	c := entryParts[name](p)
	if c.heading == "" {
		c.heading = p.speech.Part(name)
	}
	return c
}

// shown is a part that has a card for each block of some kinds.
func shown(kinds ...string) func(*page) part {
	return func(p *page) (c part) {
		for _, kind := range kinds {
			c.define(p.cards(kind))
		}
		return c
	}
}

// policyDates are the attributes of a policy that the part "dates" shows.
var policyDates = []string{"effective", "updated", "updated_as_published", "page_modified_ago"}

func (p *page) aboutEntries() (c part) {
	if p.policy != nil && p.shows(p.policy) {
		c.add(p.policyEntries().list()...)
		c.add(p.noteOf(p.policy)...)
	}
	c.define(p.furtherCards("organization"))
	return c
}

// policyEntries are what a policy says of itself. Whom a public one addresses needs no
// entry.
func (p *page) policyEntries() lines {
	told := append([]string{"title", "notice"}, policyDates...)
	if !p.public {
		return p.entriesOf(p.policy, told...)
	}
	l := p.entriesOf(p.policy, append(told, "audience")...)
	if len(l) == 0 {
		return p.entriesOf(p.policy, told...)
	}
	l[0].Text = tree.Says(l[0].Text, p.policy.Fact("audience"))
	return l
}

func (p *page) dateEntries() (c part) {
	if p.policy != nil && p.shows(p.policy) {
		var l lines
		for _, attr := range policyDates {
			l.addEntry(p.writer, p.policy, attr)
		}
		c.add(l.list()...)
	}
	c.define(append(p.cards("moved"), p.cards("correction")...))
	return c
}

func (p *page) noticeEntries() (c part) {
	if p.policy == nil || !p.shows(p.policy) {
		return c
	}
	var entries []tree.Definition
	for _, b := range p.policy.Inside("notice") {
		entries = append(entries, p.card(b))
	}
	c.define(entries)
	var more part
	more.define(append(p.cards("calendar"), p.cards("approval")...))
	c.under("calendars", p.speech.Say("heading.calendars"), more)
	return c
}

func (p *page) principleEntries() (c part) {
	var entries []tree.Definition
	for _, b := range p.all("principle") {
		head, told := p.heading(b)
		entries = append(entries, p.entry(b, english.Capital(head),
			p.proseOf(b, "statement"), p.entriesOf(b, append(told, "statement")...).list(), p.noteOf(b)))
	}
	c.define(append(entries, p.cards("claim")...))
	return c
}

// hasBasis reports whether the policy says what makes a purpose lawful.
func hasBasis(b *model.Block) bool {
	return b.Has("legal_basis") || b.Has("statute") || b.Has("interest")
}

// purposeEntries leave out purposes of which only the name is known: what serves them
// names them.
func (p *page) purposeEntries() (c part) {
	c.define(p.furtherCards("purpose"))
	if !slices.ContainsFunc(p.all("purpose"), hasBasis) {
		c.heading = english.CapitalWord(p.speech.Plural("purpose"))
	}
	return c
}

func (p *page) collectionEntries() (c part) {
	t, spoken := p.categoriesTable()
	c.tabulate(t)
	if len(spoken) > 0 {
		c.say(p.speech.Text("further_data", p.speech.And(forms(spoken, p.label)...)))
	}
	var entries []tree.Definition
	for _, b := range p.all("category") {
		card := p.card(b, categoryTold...)
		for _, kind := range []string{"collection", "use"} {
			for _, inner := range b.Inside(kind) {
				card.About = append(card.About, p.noteOf(inner)...)
			}
		}
		if len(card.About) > 0 {
			entries = append(entries, card)
		}
	}
	c.define(entries)
	var trackers part
	trackers.define(p.cards("tracker"))
	c.under("trackers", p.speech.Say("heading.trackers"), trackers)
	return c
}

func (p *page) locationEntries() (c part) {
	var shares lines
	for _, v := range p.all("vendor") {
		if v.Has("data_share") {
			shares = append(shares, tree.Item{Text: p.speech.Pair(p.called(v), p.answer(v, "data_share"))})
		}
	}
	c.add(shares.list()...)
	t, owed := p.storesTable()
	c.tabulate(t)
	c.say(p.unanswered(owed))
	var stores []tree.Definition
	for _, b := range p.all("data_store") {
		if card := p.card(b, storeTold(b)...); len(card.About) > 0 {
			stores = append(stores, card)
		}
	}
	c.define(stores)
	var systems, regions part
	for _, b := range p.all("system") {
		card := p.card(b)
		if kept := p.periodsAt(b); len(kept) > 0 {
			line := tree.Item{Text: p.speech.Entry(p.speech.Say("column.kept"), p.speech.Semicolons(kept...))}
			card.About = append(card.About, &tree.List{Items: []tree.Item{line}})
		}
		if len(card.About) > 0 {
			systems.define([]tree.Definition{card})
		}
	}
	regions.define(p.furtherCards("region"))
	c.under("systems", p.speech.Say("heading.systems"), systems)
	c.under("regions", p.speech.Say("heading.regions"), regions)
	return c
}

// flowEntries has a section for each flow: its entries, and its steps in their order.
func (p *page) flowEntries() (c part) {
	for _, b := range p.all("flow") {
		c.sections = append(c.sections, p.sequence(b))
	}
	return c
}

func (p *page) procedureEntries() (c part) {
	for _, b := range p.all("procedure") {
		c.sections = append(c.sections, p.sequence(b))
	}
	return c
}

// sequence is a block that has steps as a section of its own.
func (p *page) sequence(b *model.Block) *tree.Section {
	head, told := p.heading(b)
	var inner part
	inner.add(p.entriesOf(b, append(told, "step")...).list()...)
	if steps := b.Inside("step"); len(steps) > 0 {
		list := &tree.List{Ordered: true}
		for _, s := range steps {
			list.Items = append(list.Items, p.step(s))
		}
		inner.add(list)
	}
	inner.add(p.noteOf(b)...)
	return &tree.Section{ID: anchor(b), Title: english.Capital(head), Blocks: inner.blocks}
}

// step is a step by its name and what is done, with its entries below it.
func (p *page) step(b *model.Block) tree.Item {
	item := p.inner(b)
	head, _ := p.heading(b)
	item.Text = english.Capital(head)
	return item
}

func (p *page) retentionEntries() (c part) {
	if n := len(p.all("retention")); p.leavesTo(retentionPage, n) {
		c.say(p.speech.Text("listed_on", tree.T(p.speech.Tongue.Number(n)), p.pageLink(retentionPage)))
		return c
	}
	t, _ := p.periodsTable(nil)
	c.tabulate(t)
	c.define(p.periodNotes())
	c.under("backups", p.speech.Say("heading.backups"), p.backupEntries())
	return c
}

// backupEntries leave out the name of backups that is the heading over them.
func (p *page) backupEntries() (c part) {
	cards := p.cards("backup")
	if len(cards) == 1 && tree.PlainText(cards[0].Term) == p.speech.Say("heading.backups") {
		c.add(cards[0].About...)
		return c
	}
	c.define(cards)
	return c
}

// periodNotes are the notes on periods and on their tiers.
func (p *page) periodNotes() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("retention") {
		if !hasNotes(b, "tier") {
			continue
		}
		head, _ := p.heading(b)
		about := p.noteOf(b)
		for _, t := range b.Inside("tier") {
			about = append(about, p.noteOf(t)...)
		}
		entries = append(entries, p.entry(b, english.Capital(head), about))
	}
	return entries
}

// termEntries explain words, the people that the policy speaks of, and conditions.
func (p *page) termEntries() (c part) {
	var entries []tree.Definition
	entries = append(entries, p.furtherCards("term")...)
	for _, b := range p.all("actor") {
		if card := p.card(b); len(card.About) > 0 || !p.involved[b] {
			entries = append(entries, card)
		}
	}
	c.define(entries)
	var conditions []tree.Definition
	for _, b := range p.all("condition") {
		card := p.conditionCard(b)
		if len(card.About) > 0 || !p.conditional[b] {
			conditions = append(conditions, card)
		}
	}
	c.define(conditions)
	return c
}

// conditionCard leaves out of what a condition is made what the head tells.
func (p *page) conditionCard(b *model.Block) tree.Definition {
	if !isPlain(b) && !isShallow(b) {
		return p.card(b)
	}
	return p.card(b, "any_of", "all_of", "not")
}

// glanceEntries count what the policy declares, each count leading to where it is told
// in full.
func (p *page) glanceEntries() (c part) {
	var l lines
	s := p.speech
	count := func(name string, n tree.Text, more tree.Text) {
		if tree.PlainText(n) != "0" {
			l = append(l, tree.Item{Text: s.Entry(name, join(n, bracketed(more)))})
		}
	}
	kinds, optional := p.countCategories()
	count(s.Plural("category"), p.linkTo("collection", s.Tongue.Number(kinds)), p.optionalOf(optional))
	stores := p.model.All("data_store")
	count(s.Plural("data_store"), p.linkTo("locations", s.Tongue.Number(len(stores))), p.storeCountries(stores))
	if known := len(stores) - len(p.withoutPeriod()); len(stores) > 0 {
		of := s.Say("glance.of", s.Tongue.Number(known), s.Tongue.Number(len(stores)))
		l = append(l, tree.Item{Text: s.Entry(s.Say("glance.periods"), link(retentionPage+".html", of))})
	}
	classes := 0
	recipients := p.model.All("subprocessor")
	for _, b := range recipients {
		if b.Text("kind") == "recipient_class" {
			classes++
		}
	}
	count(s.Say("heading.recipients"), link(subprocessorsPage+".html", s.Tongue.Number(len(recipients)-classes)), nil)
	keeping, hosting, _ := p.countKeepers()
	count(s.Say("glance.keepers"), link(subprocessorsPage+".html", s.Tongue.Number(keeping)), nil)
	count(s.Say("glance.hosts"), link(subprocessorsPage+".html", s.Tongue.Number(hosting)), nil)
	count(s.Say("glance.classes"), link(subprocessorsPage+".html", s.Tongue.Number(classes)), nil)
	count(s.Plural("shares_with"), link(subprocessorsPage+".html", s.Tongue.Number(len(p.furtherRecipients()))), nil)
	count(s.Plural("right"), p.linkTo("rights", s.Tongue.Number(len(p.model.All("right")))), nil)
	c.add(l.list()...)
	return c
}

func (p *page) optionalOf(n int) tree.Text {
	if n == 0 {
		return nil
	}
	return p.speech.Text("glance.optional", tree.T(p.speech.Tongue.Number(n)))
}
