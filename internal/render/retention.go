package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// retention says what is kept how long, from when, and what happens then.
func (p *page) retention() part {
	c := part{heading: "How long data is kept"}
	if n := len(p.all("retention")); p.leavesTo(retentionPage, n) {
		c.say(english.Sentence(tree.T("the ", english.Number(n), " periods, and the backups, are listed on the page"), p.pageLink(retentionPage)))
		return c
	}
	t, _ := p.retentionTable(nil)
	c.tabulate(t)
	c.define(p.retentionNotes())
	c.under(slug("backups"), "Backups", p.backups())
	return c
}

// retentionTable has a row for every period, and one for each thing for which the
// policy gives none and the reader is owed one.
func (p *page) retentionTable(without []*model.Block) (*tree.Table, []string) {
	g := p.grid([]column{
		{head: "What"}, {head: "Kept for", owed: "how long data is kept"}, {head: "Counted from"}, {head: "What happens then"},
	})
	own, others := apart(p.all("retention"))
	row := func(g *grid, b *model.Block) {
		g.row(anchor(b), cell(p.keptThing(b)), p.periodCell(b), cell(p.countedFrom(b)), cell(p.expiry(b)))
	}
	each(&g, own, row)
	for _, b := range without {
		g.row("", cell(name(b)), nil, nil, nil)
	}
	each(&g, others, row)
	return g.table()
}

// apart parts the periods of what the organization keeps itself from those of what
// recipients keep. Both stay in the author's order.
func apart(periods []*model.Block) (own, others []*model.Block) {
	for _, b := range periods {
		subjects := b.Refs("applies_to")
		with := func(s *model.Block) bool { return s.Kind() == "subprocessor" }
		if len(subjects) > 0 && slices.ContainsFunc(subjects, with) {
			others = append(others, b)
		} else {
			own = append(own, b)
		}
	}
	return own, others
}

// keptThing is what a period is about.
func (p *page) keptThing(b *model.Block) tree.Text {
	if b.Has("label") {
		return tree.T(name(b), ": ", p.keptWhere(b))
	}
	return p.keptWhere(b)
}

// keptWhere is the data that a period is about, and what keeps it.
func (p *page) keptWhere(b *model.Block) tree.Text {
	data := named(b, "data", name)
	coverage := bracketed(word(b, "coverage"))
	switch subjects := b.Refs("applies_to"); {
	case len(subjects) > 0 && len(data) > 0:
		return english.Phrase(data, tree.T("in"), p.things(b, "applies_to"), coverage)
	case len(subjects) > 0:
		return english.Phrase(tree.Says(english.And(p.gather(subjects, inTable, allOf)...), b.Fact("applies_to")), coverage)
	}
	return english.Phrase(or(data, "data"), coverage)
}

// inTable is a block's name at the start of a row.
func inTable(b *model.Block) tree.Text {
	if b.Kind() == "segment" || b.Kind() == "backup" {
		return the(b)
	}
	return name(b)
}

// onlyData names the data that a period in a store or with a recipient is limited to,
// where that is not all that is there.
func onlyData(b, keeper *model.Block) tree.Text {
	if there, known := dataAt(keeper); known && slices.Equal(b.Refs("data"), there) {
		return nil
	}
	return bracketed(named(b, "data", name))
}

// dataAt lists the data that is in a store or with a recipient, if that is known in
// full.
func dataAt(keeper *model.Block) (data []*model.Block, known bool) {
	switch keeper.Kind() {
	case "data_store":
		return keeper.Refs("holds"), true
	case "subprocessor":
		for _, e := range keeper.Inside("engagement") {
			if e.True("open_ended") {
				return nil, false
			}
			data = append(data, e.Refs("data")...)
		}
		return data, true
	}
	return nil, false
}

func (p *page) periodCell(b *model.Block) tree.Cell { return cell(p.periods(b, nil)...) }

// keptSince are the periods with what they are counted from, where no column says
// that: a period alone would seem to begin when the data comes in.
func (p *page) keptSince(b *model.Block) []tree.Text {
	start := b.Ref("starts_on")
	counted := start != nil && (isState(start) || len(b.Inside("tier")) > 0 || b.Text("bound") == "indefinite")
	if counted || b.Has("after") && len(b.Inside("tier")) > 0 {
		return append(p.periods(b, nil), prefixed("counted from ", p.countedFrom(b)))
	}
	if start == nil {
		return p.periods(b, p.followed(b, "after", "has ended"))
	}
	lines := p.periods(b, tree.T("after ", tree.Says(p.clause(start).Text(), b.Fact("starts_on"))))
	return append(lines, filled([]tree.Text{p.followed(b, "ends after", "")})...)
}

// followed is the period that comes before one, in words, with a link to where that is
// told.
func (p *page) followed(b *model.Block, before, behind string) tree.Text {
	first := b.Ref("after")
	if first == nil {
		return nil
	}
	what := tree.PlainText(p.keptWhere(first))
	period := tree.T("the period for ", tree.Link{Href: retentionPage + ".html", Text: tree.T(what)})
	return english.Phrase(tree.T(before), period, tree.T(behind))
}

// keptBriefly is keptSince, which leaves several tiers to where the periods are listed.
func (p *page) keptBriefly(b *model.Block) []tree.Text {
	tiers := len(b.Inside("tier"))
	if tiers < 2 {
		lines := p.keptSince(b)
		if b.Has("after") && b.Has("starts_on") {
			return lines[:1]
		}
		return lines
	}
	where := retentionPage + ".html"
	if at := p.shownAt["retention"]; at != "" && !p.leavesTo(retentionPage, len(p.model.All("retention"))) {
		where = "#" + at
	}
	return []tree.Text{tree.T("depends on the case: ", link(where, english.Count(tiers, "period", "periods")))}
}

// isState reports whether a condition is the case for a while, and so has no moment
// after which anything could be counted.
func isState(c *model.Block) bool { return !c.Has("event") }

// periods are the period, those of its tiers, and what they depend on.
func (p *page) periods(b *model.Block, since tree.Text) []tree.Text {
	lines := []tree.Text{p.kept(b, since)}
	for _, t := range b.Inside("tier") {
		lines = append(lines, p.tier(t))
	}
	lines = append(lines,
		prefixed("depends on ", text(b, "varies_by")),
		prefixed("where several periods hold: ", word(b, "prefer")))
	return filled(lines)
}

// kept is the period with its strength, its hedge and its conditions: "under 12
// hours, normally".
func (p *page) kept(b *model.Block, since tree.Text) tree.Text {
	form, long, short := english.Period, "a long time", "not long-term"
	binds := b.Has("strength") && !endsLater(b) // whether the strength is about how long
	if binds {
		form, long, short = english.For, "for a long time", "not for a long time"
	}
	if strength := b.Text("strength"); strength == "must" || strength == "should" {
		form = english.NoLongerThan
	}
	period := length(b, "period", form)
	lasts := flag(b, "long_term", long, short)
	if len(lasts) > 0 && len(period) > 0 && !binds {
		lasts = tree.T(lasts, ": ", period)
	} else {
		lasts = commas(lasts, period)
	}
	t := english.Phrase(lasts, since)
	if binds {
		t = english.Phrase(p.modal(b), tree.T("be kept"), t)
	}
	hedges := commas(word(b, "qualifier"), guarantee(b))
	conditions := english.Phrase(p.provided(b), p.unless(b), p.until(b))
	if len(hedges) > 0 && len(conditions) > 0 {
		return english.Phrase(commas(t, hedges, conditions), because(b))
	}
	return english.Phrase(commas(t, hedges), conditions, because(b))
}

// guarantee says whether a period, or the limit of it, is guaranteed.
func guarantee(b *model.Block) tree.Text {
	what := "a period"
	if bound := b.Text("bound"); bound == "at_most" || bound == "under" {
		what = "a limit"
	}
	return flag(b, "guaranteed", what+" that is guaranteed", what+" that is not guaranteed")
}

func (p *page) tier(b *model.Block) tree.Text {
	head := tree.T(name(b), ":")
	if !b.Has("label") && (b.Has("when") || b.Has("unless")) {
		head = nil // what it holds for says more than the name in the source
	}
	return english.Phrase(head, length(b, "period", english.Period), p.provided(b), p.unless(b))
}

func (p *page) countedFrom(b *model.Block) tree.Text {
	start := tree.Text(nil)
	if c := b.Ref("starts_on"); c != nil {
		start = tree.Says(tree.T("the time when ", p.clause(c).Text()), b.Fact("starts_on"))
	}
	if after := p.earlier(b); len(start) > 0 && len(after) > 0 {
		ends := tree.T("ends")
		if b.Has("strength") {
			ends = tree.T(p.modal(b), " end")
		}
		return tree.T(start, "; the period ", ends, " later than that for ", after)
	}
	return english.Phrase(start, p.endOf(b))
}

// endsLater reports whether a period is counted from an event and lasts longer than
// another one. How binding it is then holds for that.
func endsLater(b *model.Block) bool { return b.Has("after") && b.Has("starts_on") }

// earlier names the period that comes before one: where both are about the same data,
// by what keeps it.
func (p *page) earlier(b *model.Block) tree.Text {
	return named(b, "after", func(first *model.Block) tree.Text {
		if b.Has("data") && slices.Equal(first.Refs("data"), b.Refs("data")) && len(first.Refs("applies_to")) > 0 {
			return p.things(first, "applies_to")
		}
		return p.keptWhere(first)
	})
}

// endOf is the end of the period that has to be over before one begins.
func (p *page) endOf(b *model.Block) tree.Text {
	return prefixed("the end of the period for ", named(b, "after", p.keptWhere))
}

// expiry is what happens when a period ends.
func (p *page) expiry(b *model.Block) tree.Text {
	return english.Phrase(p.addressed(b, "on_expiry"), flag(b, "automatic", "automatically", "not automatically"))
}

func (p *page) retentionNotes() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("retention") {
		if !hasNotes(b, "tier") {
			continue
		}
		var tiers lines
		for _, t := range b.Inside("tier") {
			tiers.note(name(t), t)
		}
		entries = append(entries, p.entry(b, english.Capital(p.keptThing(b)), note(b), tiers.blocks()))
	}
	return entries
}

// backups says what is backed up, how often, and how long the copies are kept.
func (p *page) backups() part {
	var c part
	var s statements
	for _, b := range p.all("backup") {
		blocks := [][]tree.Block{note(b)}
		for _, r := range b.Inside("restore") {
			blocks = append(blocks, note(r))
		}
		s.add(anchor(b), english.Paragraph(p.backupSentences(b)...), blocks...)
	}
	c.add(s.blocks()...)
	return c
}

func (p *page) backupSentences(b *model.Block) []tree.Text {
	regions := named(b, "regions", p.place)
	sentences := []tree.Text{
		headed(b),
		p.backedUp(b),
		copiesKept(b),
		sentenceIf(word(b, "form"), tree.T("each copy is"), word(b, "form")),
		sentenceIf(regions, tree.T("copies are kept in"), regions),
	}
	for _, r := range b.Inside("restore") {
		sentences = append(sentences, p.restored(r), reach(r))
	}
	return sentences
}

func (p *page) backedUp(b *model.Block) tree.Text {
	what := english.Subject{Text: p.things(b, "applies_to"), Person: english.They}
	if b.False("enabled") {
		what.Text = named(b, "applies_to", the) // "all … are not" would say too little
	}
	subjects := b.Refs("applies_to")
	switch {
	case len(subjects) == 0:
		what = english.Subject{Text: tree.T("data"), Person: english.It}
	case len(subjects) == 1:
		what.Person = english.Number3(subjects[0].Label())
	}
	hedge := word(b, "qualifier")
	done := english.Phrase(hedge, flag(b, "enabled", "backed up", "not backed up"))
	if !b.Has("enabled") {
		done = english.Phrase(hedge, tree.T("backed up"))
	}
	return english.Sentence(what.Text, tree.T(english.Be(what.Person)), done, frequency(b))
}

// copiesKept says how copies are kept, and how long. The hedge is about how long.
func copiesKept(b *model.Block) tree.Text {
	kept := length(b, "retained", english.For)
	if len(kept) > 0 {
		kept = english.Phrase(word(b, "qualifier"), tree.T("kept"), kept)
	}
	stored := flag(b, "protected", "stored securely", "not stored securely")
	if b.False("protected") {
		return english.Paragraph(sentenceIf(kept, tree.T("copies are"), kept), english.Sentence(tree.T("copies are"), stored))
	}
	how := english.And(filled([]tree.Text{stored, kept})...)
	return sentenceIf(how, tree.T("copies are"), how)
}

// reach says how far back restoring a copy goes.
func reach(b *model.Block) tree.Text {
	d, ok := b.Duration("reach")
	if !ok {
		return nil
	}
	return english.Sentence(tree.T("what is restored can be up to"), says(b, "reach", english.Duration(d)), tree.T("old"))
}

func (p *page) restored(b *model.Block) tree.Text {
	by := p.subjects(b, "by")
	when := p.conditions(b)
	switch {
	case len(b.Refs("by")) == 0:
		return sentenceIf(when, tree.T("a copy can be restored"), when)
	case len(when) == 0:
		return english.Sentence(by.Text, tree.T("can ask for a copy to be restored"))
	}
	return english.Sentence(tree.T("a copy can be restored"), when, tree.T(", and"), by.Text, tree.T("can ask for it"))
}
