package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// storesTable is where data is kept, a row for each store. It tells the attributes
// that storeTold names.
func (p *page) storesTable() (*tree.Table, []string) {
	g := p.grid([]column{
		p.column("column.store"), p.column("column.company"), p.column("column.uses"), p.column("column.holds"),
		p.owed("column.where"), p.owed("column.kept"),
	})
	for _, b := range p.all("data_store") {
		company := p.answer(b, "vendor")
		if len(company) == 0 {
			company = p.labelled(b, "hosted_by")
		}
		technology := join(p.answer(b, "technology"), p.answer(b, "edition"))
		g.row(anchor(b), cell(join(p.label(b), bracketed(technology))), cell(company), cell(p.answer(b, "uses"), p.labelled(b, "examples")),
			cell(p.answer(b, "holds")), cell(p.answer(b, "regions")), cell(p.periodsAt(b)...))
	}
	return g.table()
}

// storeTold are the attributes of a store that its row tells.
func storeTold(b *model.Block) []string {
	told := []string{"technology", "edition", "vendor", "uses", "examples", "holds", "regions"}
	if !b.Has("vendor") {
		told = append(told, "hosted_by")
	}
	return told
}

// labelled is what an attribute says, with its name.
func (w *writer) labelled(b *model.Block, attr string) tree.Text {
	return w.speech.Entry(w.attribute(b, attr), w.answer(b, attr))
}

// labelledAll is labelled of several attributes, those that the block has.
func (w *writer) labelledAll(b *model.Block, attrs ...string) []tree.Text {
	var all []tree.Text
	for _, attr := range attrs {
		if b.Schema.Attr(attr) != nil {
			all = append(all, w.labelled(b, attr))
		}
	}
	return all
}

// periodsAt is how long data is kept in a store or with a recipient, a line for each
// thing that the policy says of it. A store of which it says nothing keeps what is in
// it as long as the policy says of that data.
func (p *page) periodsAt(b *model.Block) []tree.Text {
	var all []tree.Text
	for _, r := range p.model.About("retention", b) {
		period := append(p.periodLines(r), p.labelledAll(r, "starts_on", "after")...)
		period[0] = join(period[0], bracketed(p.answer(r, "data")))
		if stage := p.stage(r); len(stage) > 0 {
			period[0] = p.speech.Pair(stage, period[0])
		}
		all = append(all, period...)
	}
	if len(all) > 0 || b.Kind() != "data_store" {
		return all
	}
	for _, c := range heldIn(b) {
		for _, r := range p.periodsOf(c) {
			period := append(p.periodLines(r), p.labelledAll(r, "starts_on", "after")...)
			period[0] = p.speech.Pair(join(p.label(c), bracketed(p.stage(r))), period[0])
			all = append(all, period...)
		}
	}
	return all
}

// stage is what a period is called beside others of the same thing.
func (w *writer) stage(b *model.Block) tree.Text {
	if !b.Has("label") {
		return nil
	}
	return english.Capital(w.label(b))
}

// periodLines are a period with what qualifies it, a line each, and its tiers.
func (p *page) periodLines(b *model.Block) []tree.Text {
	period := commas(p.bounded(b, "period"), p.answers(b, "long_term", "qualifier", "guaranteed"))
	if len(period) == 0 && len(b.Inside("tier")) == 0 {
		period = tree.T(p.speech.Say("not_stated"))
	}
	all := append([]tree.Text{period}, p.labelledAll(b, "strength", "when", "unless", "until")...)
	for _, t := range b.Inside("tier") {
		conditions := p.speech.Semicolons(p.labelledAll(t, "when", "unless")...)
		head, _ := p.heading(t)
		all = append(all, join(p.speech.Pair(head, p.bounded(t, "period")), bracketed(conditions)))
	}
	return filled(append(all, p.labelledAll(b, "varies_by", "prefer", "because")...))
}

// periodsTable has a row for every period, and one for each thing for which the policy
// gives none and the reader is owed one.
func (p *page) periodsTable(without []*model.Block) (*tree.Table, []string) {
	g := p.grid([]column{p.column("column.what"), p.owed("column.kept"), p.column("column.counted"), p.column("column.then")})
	own, others := apart(p.all("retention"))
	row := func(b *model.Block) {
		what := cell(join(p.answer(b, "applies_to"), bracketed(p.answers(b, "data", "coverage"))), p.stage(b))
		if len(what) == 0 {
			what = cell(tree.T(p.speech.Block("retention")))
		}
		g.row(anchor(b), what, cell(p.periodLines(b)...),
			cell(p.answer(b, "starts_on"), p.labelled(b, "after")), cell(p.answers(b, "on_expiry", "automatic")))
	}
	for _, b := range own {
		row(b)
	}
	for _, b := range without {
		g.row("", cell(p.label(b)), nil, nil, nil)
	}
	for _, b := range others {
		row(b)
	}
	return g.table()
}

// recipientsTable has a row for every role in which somebody receives data.
func (p *page) recipientsTable() (*tree.Table, []string) {
	g := p.grid([]column{
		p.column("column.who"), p.owed("column.why"), p.column("column.data"), p.column("column.applies"),
		p.owed("column.processed"), p.column("column.kept"),
	})
	for _, b := range p.all("subprocessor") {
		roles := b.Inside("engagement")
		for _, e := range roles {
			g.row(anchor(b), cell(p.recipientName(b)), p.engagedFor(e),
				cell(p.answer(e, "data"), p.answer(e, "open_ended"), p.labelled(e, "form"), p.answer(e, "minimised"), p.answer(e, "trains_models")),
				cell(append([]tree.Text{p.answer(e, "platforms")}, p.labelledAll(e, "when", "unless")...)...),
				cell(p.answer(e, "regions"), p.answer(e, "countries"), p.placesUnless(b, e), p.mechanismHere(b)), p.periodsThere(b))
		}
		if len(roles) == 0 {
			g.row(anchor(b), cell(p.recipientName(b)), cell(p.operates(b)), nil, nil, cell(p.whereabouts(b), p.mechanismHere(b)), p.periodsThere(b))
		}
	}
	for _, k := range p.shownKeepers() {
		p.keeperEntry(&g, k)
	}
	return g.table()
}

// placesUnless is where a recipient processes data, unless the role has places of its
// own.
func (p *page) placesUnless(b, role *model.Block) tree.Text {
	if elsewhere(role) {
		return nil
	}
	return p.whereabouts(b)
}

// mechanismHere is what transfers to a recipient rest on (GDPR Art. 13(1)(f)). The page
// of recipients says it among the particulars.
func (p *page) mechanismHere(b *model.Block) tree.Text {
	if p.name == subprocessorsPage {
		return nil
	}
	return p.labelled(b, "mechanism")
}

// periodsThere is how long a recipient keeps data. The policy's own page says it where
// it speaks of periods.
func (p *page) periodsThere(b *model.Block) tree.Cell {
	if p.name != subprocessorsPage {
		return nil
	}
	return cell(p.periodsAt(b)...)
}

// recipientName is a recipient with the company behind it.
func (p *page) recipientName(b *model.Block) tree.Text {
	vendor := b.Ref("vendor")
	switch {
	case vendor == nil:
		return p.label(b)
	case vendor.Label() == b.Label():
		return tree.Says(p.label(b), b.Fact("vendor"), labelOf(vendor))
	}
	return join(p.label(b), bracketed(p.answer(b, "vendor")))
}

// engagedFor is what a recipient is engaged for, and to whom it passes data on.
func (p *page) engagedFor(e *model.Block) tree.Cell {
	all := []tree.Text{p.answer(e, "purposes"), p.answer(e, "automated")}
	if e.Has("label") {
		all = append([]tree.Text{p.label(e)}, all...)
	}
	for _, s := range e.Inside("shares_with") {
		all = append(all, p.speech.Entry(p.speech.Block("shares_with"), p.compact(s)))
	}
	return cell(all...)
}

// operates says which stores a recipient manages.
func (p *page) operates(b *model.Block) tree.Text {
	var stores []tree.Text
	for _, s := range p.employs[b] {
		stores = append(stores, tree.Says(p.label(s), s.Fact("managed_by")))
	}
	if len(stores) == 0 {
		return nil
	}
	return p.speech.Text("manages", p.speech.And(stores...))
}

// categoriesTable is what is collected, how, and what for. Data of which neither is
// told has no row, unless that is so of all.
func (p *page) categoriesTable() (t *tree.Table, spoken []*model.Block) {
	told := func(b *model.Block) bool { return !p.isSilent(b) }
	some := slices.ContainsFunc(p.all("category"), told)
	g := p.grid([]column{p.column("column.category"), p.column("column.collected"), p.column("column.purposes")})
	for _, b := range p.all("category") {
		if some && !told(b) && !b.Has("fields") && !b.Has("examples") && !b.Has("open_ended") {
			spoken = append(spoken, b)
			continue
		}
		var collected []tree.Text
		for _, c := range b.Inside("collection") {
			collected = append(collected, p.answer(c, "requirement"), p.answer(c, "source"))
			collected = append(collected, p.labelled(c, "from"))
			collected = append(collected, p.collectionConditions(c)...)
		}
		what := append([]tree.Text{join(p.label(b), bracketed(p.answer(b, "fields")))}, p.examplesOf(b)...)
		g.row(anchor(b), cell(what...), cell(collected...), cell(p.servesFor(b)...))
	}
	t, _ = g.table()
	return t, spoken
}

// collectionConditions are on what it depends that data is collected or stored, or which of the
// two is meant where nothing is said of that.
func (p *page) collectionConditions(c *model.Block) []tree.Text {
	event, conditions := p.answer(c, "event"), []tree.Text(nil)
	for _, attr := range []string{"when", "unless"} {
		what := join(tree.T(p.attribute(c, attr)), bracketed(event))
		conditions = append(conditions, p.speech.Pair(what, p.answer(c, attr)))
	}
	if len(filled(conditions)) == 0 {
		return []tree.Text{p.labelled(c, "event")}
	}
	return conditions
}

// examplesOf are examples with whether there are others, or that by itself.
func (p *page) examplesOf(b *model.Block) []tree.Text {
	if !b.Has("examples") {
		return []tree.Text{p.labelled(b, "open_ended")}
	}
	return []tree.Text{join(p.labelled(b, "examples"), bracketed(p.answer(b, "open_ended")))}
}

// categoryTold are the attributes and blocks of a category that its row tells.
var categoryTold = []string{"fields", "examples", "open_ended", "purposes", "collection", "use"}

// servesFor is what data is used for: by what it says itself, and by what the purposes
// say.
func (p *page) servesFor(b *model.Block) []tree.Text {
	all := []tree.Text{p.answer(b, "purposes")}
	for _, purpose := range p.serves[b] {
		all = append(all, tree.Says(p.label(purpose), purpose.Fact("data")))
	}
	for _, u := range b.Inside("use") {
		all = append(all, join(p.answer(u, "purpose"), bracketed(p.speech.Semicolons(p.labelledAll(u, "when", "unless")...))))
	}
	return all
}

// column is a column of a table, by its word of the frame.
func (w *writer) column(key string) column {
	return column{head: english.CapitalWord(w.speech.Say(key))}
}

// owed is a column of answers that the reader is owed.
func (w *writer) owed(key string) column {
	return column{head: english.CapitalWord(w.speech.Say(key)), owed: w.speech.Say(key)}
}

// unanswered says to what the policy gives no answer at all.
func (p *page) unanswered(owed []string) tree.Text {
	if len(owed) == 0 {
		return nil
	}
	return p.speech.Text("silent", tree.T(p.speech.AndWords(owed...)))
}
