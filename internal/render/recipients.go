package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// recipients says who receives data and under which rules. Further particulars
// stand on the page of subprocessors alone.
func (p *page) recipients() part {
	c := part{heading: "Who receives data"}
	if n := len(p.all("subprocessor")) + len(p.shownKeepers()); p.leavesTo(subprocessorsPage, n) {
		c.say(english.Sentence(tree.T("the ", english.Number(n), " recipients are listed on the page"), p.pageLink(subprocessorsPage)))
		c.add(p.sharingRules(true).blocks()...)
		c.add(p.sharingRules(false).blocks()...)
		return c
	}
	c.add(p.sharingRules(true).blocks()...)
	t, silent := p.recipientTable()
	if equal := p.equalRecipients(); len(equal) > 0 {
		c.add(equal...)
	} else {
		c.tabulate(t)
	}
	c.say(silence(silent))
	if t != nil && p.name != subprocessorsPage {
		c.say(p.assured()...)
		c.say(english.Sentence(tree.T("all recipients are listed on the page"), p.pageLink(subprocessorsPage)))
	}
	c.say(p.settable()...)
	c.add(p.recipientAccess().blocks()...)
	c.add(p.sharingRules(false).blocks()...)
	if p.name == subprocessorsPage {
		var details, companies part
		details.define(p.recipientDetails())
		companies.define(p.companies())
		c.under(slug("details"), "More about the recipients", details)
		c.under(slug("companies"), "The companies behind stores and services", companies)
	}
	return c
}

// assured says what is ensured by having recipients handle data, and of which data.
func (p *page) assured() []tree.Text {
	var sentences []tree.Text
	for _, b := range p.all("subprocessor") {
		sentences = append(sentences, p.ensured(b, the(b)))
	}
	return sentences
}

// ensured is what the organization ensures through a recipient.
func (p *page) ensured(b *model.Block, through tree.Text) tree.Text {
	var data []*model.Block
	for _, e := range b.Inside("engagement") {
		data = append(data, e.Refs("data")...)
	}
	us, of := p.self(), prefixed("of ", english.And(forms(data, spoken(data))...))
	return sentenceIf(texts(b, "assurances"),
		tree.T("through ", through, ","), us.Text, tree.T(english.Present(us.Person, "ensure")), texts(b, "assurances"), of)
}

// settable says where data goes that somebody else decides on. The policy's own page
// says it of the flow.
func (p *page) settable() []tree.Text {
	if p.name != subprocessorsPage {
		return nil
	}
	var sentences []tree.Text
	for _, f := range p.all("flow") {
		for _, o := range f.Inside("option") {
			who, to := p.subjects(o, "configured_by"), p.choices(o)
			sentences = append(sentences, sentenceIf(to, or(named(f, "data", the), "data"),
				tree.T(english.Present(dataSubject(f, "data").Person, "go"), " to "), to, tree.T(", as"), who.Text, tree.T(english.Present(who.Person, "choose"))))
		}
	}
	return sentences
}

// recipientAccess are the rules by which recipients alone have access to data. The
// policy's own page has them among all that are about access.
func (p *page) recipientAccess() statements {
	var s statements
	for _, b := range p.accessOfRecipients() {
		s.add("", english.Paragraph(p.accessSentences(b)...))
	}
	return s
}

// accessOfRecipients are the rules about access that the page of subprocessors repeats.
func (p *page) accessOfRecipients() []*model.Block {
	if p.name != subprocessorsPage {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.all("access")), func(b *model.Block) bool {
		who := b.Refs("who")
		return len(who) == 0 || slices.ContainsFunc(who, func(w *model.Block) bool { return w.Kind() != "subprocessor" })
	})
}

// recipientTable has a row for every role in which somebody receives data.
func (p *page) recipientTable() (*tree.Table, []string) {
	g := p.grid([]column{
		{head: "Who"},
		{head: "What for", owed: "what they are engaged for"},
		{head: "Data"},
		{head: "When and where it applies"},
		{head: "Where data is handled", owed: "in which country they handle data"},
		{head: "Kept for"},
	})
	each(&g, p.all("subprocessor"), p.recipientRows)
	each(&g, p.shownKeepers(), p.keeperRow)
	return g.table()
}

// equalRecipients lists recipients of which each row of the table would say the same.
func (p *page) equalRecipients() []tree.Block {
	all := p.all("subprocessor")
	if len(all) < fewest || len(p.shownKeepers()) > 0 {
		return nil
	}
	var first tree.Text
	var facts []model.Fact
	list := &tree.List{}
	for i, b := range all {
		receives := p.onlyReceives(b)
		if i == 0 {
			first = receives
		}
		if len(receives) == 0 || tree.PlainText(receives) != tree.PlainText(first) {
			return nil
		}
		e := b.Inside("engagement")[0]
		facts = append(facts, labelOf(e), e.Fact("purposes"), e.Fact("data"))
		list.Items = append(list.Items, tree.Item{ID: anchor(b), Text: p.recipientCell(b)[0]})
	}
	return []tree.Block{
		&tree.Paragraph{Text: english.Sentence(tree.T("these receive "), tree.Says(first, facts...), tree.T(":"))},
		list,
	}
}

// onlyReceives is the data that a recipient receives, and what for, if that is all that
// the table would say of it.
func (p *page) onlyReceives(b *model.Block) tree.Text {
	roles := b.Inside("engagement")
	if len(roles) != 1 {
		return nil
	}
	e := roles[0]
	if e.Has("label") && e.Has("purposes") || e.Has("form") || e.Has("minimised") || e.Has("open_ended") || len(e.Refs("data")) == 0 {
		return nil
	}
	role := named(e, "purposes", name)
	if e.Has("label") {
		role = name(e)
	}
	more := len(p.roleCell(e)) > 1 || e.Has("automated") || len(p.platforms(e))+len(p.conditions(e)) > 0 ||
		len(p.processedIn(b, e))+len(p.keptThere(b)) > 0
	if more {
		return nil
	}
	return english.Phrase(named(e, "data", spoken(e.Refs("data"))), prefixed("for ", role))
}

// recipientRows are those of a recipient: one for each of its roles.
func (p *page) recipientRows(g *grid, b *model.Block) {
	roles := b.Inside("engagement")
	for _, e := range roles {
		g.row(anchor(b), p.recipientCell(b), p.roleCell(e), p.dataCell(e), cell(p.platforms(e), p.conditions(e)),
			p.processedIn(b, e), p.keptThere(b))
	}
	if len(roles) == 0 {
		g.row(anchor(b), p.recipientCell(b), cell(p.manages(b)), nil, nil, cell(p.whereabouts(b), p.restsOn(b)), p.keptThere(b))
	}
}

// keptThere is how long a recipient keeps data. The policy's own page says it
// where it speaks of periods.
func (p *page) keptThere(b *model.Block) tree.Cell {
	if p.name != subprocessorsPage {
		return nil
	}
	return cell(p.keptFor(b)...)
}

func (p *page) recipientCell(b *model.Block) tree.Cell {
	vendor := b.Ref("vendor")
	switch {
	case vendor == nil:
		return cell(name(b))
	case vendor.Label() == b.Label():
		return cell(tree.Says(name(b), b.Fact("vendor"), labelOf(vendor)))
	}
	return cell(tree.T(name(b), " (", named(b, "vendor", name), ")"))
}

// roleCell is what a recipient is engaged for, and to whom it passes data on.
func (p *page) roleCell(e *model.Block) tree.Cell {
	purposes := named(e, "purposes", name)
	role := purposes
	switch {
	case len(purposes) == 0 && e.Has("label"):
		role = name(e)
	case e.Has("label") && e.Label() != english.CapitalWord(tree.PlainText(purposes)):
		role = tree.T(name(e), ": ", purposes)
	case e.Has("label"):
		role = tree.Says(purposes, labelOf(e))
	}
	lines := []tree.Text{
		commas(role, flag(e, "automated", "automatically", "with people taking part")),
		flag(e, "trains_models", "trains artificial intelligence with the data", "does not train artificial intelligence with the data"),
	}
	for _, s := range e.Inside("shares_with") {
		lines = append(lines, p.onward(s))
	}
	return cell(lines...)
}

func (p *page) onward(b *model.Block) tree.Text {
	to := tree.T(says(b, "form", "passed on to "), named(b, "vendor", vendorName))
	if b.Text("form") == "access" {
		to = english.Phrase(named(b, "vendor", vendorName), says(b, "form", "also has access"))
	}
	return english.Phrase(to,
		prefixed("for ", named(b, "purposes", name)), prefixed("on ", p.platforms(b)), p.conditions(b))
}

func (p *page) dataCell(e *model.Block) tree.Cell {
	data := named(e, "data", name)
	if len(data) > 0 && e.True("open_ended") {
		data = says(e, "open_ended", "such as ", data)
	} else {
		data = english.Phrase(data, flag(e, "open_ended", "data of kinds that are not listed", "and nothing else"))
	}
	return cell(had(e, data), flag(e, "minimised", "no more than is required", "not limited to what is required"))
}

// had is the data of a recipient with how it comes to have that.
func had(e *model.Block, data tree.Text) tree.Text {
	switch {
	case e.Text("form") == "access" && e.True("open_ended") && e.Has("data"):
		return tree.T(says(e, "form", "access to data "), data)
	case e.Text("form") == "access":
		return tree.T(says(e, "form", "access to "), or(data, "data"))
	case e.Has("form"):
		return english.Phrase(data, bracketed(word(e, "form")))
	}
	return data
}

// processedIn is where a recipient processes data in one role, or else in all.
func (p *page) processedIn(b, e *model.Block) tree.Cell {
	if elsewhere(e) {
		return cell(p.whereabouts(e), p.restsOn(b))
	}
	return cell(p.whereabouts(b), p.restsOn(b))
}

// restsOn is what transfers to a recipient rest on (GDPR Art. 13(1)(f)). The page of
// recipients says it among the particulars.
func (p *page) restsOn(b *model.Block) tree.Text {
	if p.name == subprocessorsPage {
		return nil
	}
	return prefixed("transfers rest on ", word(b, "mechanism"))
}

// whereabouts is where something is, or where a recipient processes data.
func (w *writer) whereabouts(b *model.Block) tree.Text {
	regions := joined(b, "regions", w.place, w.speech.And)
	if b.Schema.Attr("countries") == nil {
		return regions
	}
	return semicolons(regions, w.countries(b, "countries"))
}

// manages says which stores a recipient operates.
func (p *page) manages(b *model.Block) tree.Text {
	stores := p.employs[b]
	if len(stores) == 0 {
		return nil
	}
	items := make([]tree.Text, len(stores))
	for i, s := range stores {
		items[i] = tree.Says(the(s), s.Fact("managed_by"))
	}
	return english.Phrase(tree.T("managing"), english.And(items...))
}

// recipientDetails is what the table has no room for.
func (p *page) recipientDetails() []tree.Definition {
	return p.entries(p.all("subprocessor"), title, func(b *model.Block) lines {
		about := p.recipientLines(b)
		engagementNotes(&about, b)
		return about
	})
}

func (p *page) recipientLines(b *model.Block) lines {
	var l lines
	l.add("Who this is", semicolons(word(b, "kind"), word(b, "relation")))
	l.add("Runs on the infrastructure of", named(b, "hosted_by", vendorName))
	if len(b.Inside("engagement")) > 0 {
		l.say(p.manages(b))
	}
	if p.everyRoleElsewhere(b) {
		l.add("Where it processes data otherwise", p.whereabouts(b))
	}
	l.say(p.ensured(b, tree.T("it")))
	l.add("Transfers rest on", word(b, "mechanism"))
	for _, c := range b.Inside("clauses") {
		p.clauseLines(&l, c)
	}
	l.add("Data processing agreement", webLink(b, "agreement"))
	l.add("Engaged since", date(b, "since"))
	return l
}

// clauseLines are the particulars of standard contractual clauses.
func (w *writer) clauseLines(l *lines, b *model.Block) {
	l.add("Modules of the standard clauses", word(b, "modules"))
	l.add("Further processors", commas(word(b, "authorisation"), announced(b)))
	l.add("Law of the clauses", w.country(b, "governing_law"))
	l.add("Courts that decide on them", w.country(b, "forum"))
	l.add("Law of the destination assessed on", date(b, "assessed"))
	l.add("Copy of the clauses", webLink(b, "copy"))
	l.more(b)
}

// announced says how long ahead further processors are announced.
func announced(b *model.Block) tree.Text {
	d, ok := b.Duration("ahead")
	if !ok {
		return nil
	}
	return says(b, "ahead", "announced "+english.Duration(d)+" ahead")
}

// everyRoleElsewhere reports whether each role has places of its own, so that the
// table does not show those of the recipient as a whole.
func (p *page) everyRoleElsewhere(b *model.Block) bool {
	roles := b.Inside("engagement")
	for _, e := range roles {
		if !elsewhere(e) {
			return false
		}
	}
	return len(roles) > 0
}

// elsewhere reports whether a role has places of its own.
func elsewhere(e *model.Block) bool { return e.Has("regions") || e.Has("countries") }

func engagementNotes(l *lines, b *model.Block) {
	for _, e := range b.Inside("engagement") {
		role := named(e, "purposes", name)
		switch {
		case e.Has("label"):
			l.note(name(e), e)
		case len(role) > 0:
			l.note(role, e)
		case e.Has("note"):
			*l = append(*l, tree.Item{Blocks: note(e)})
		}
		for _, s := range e.Inside("shares_with") {
			l.note(named(s, "vendor", name), s)
		}
	}
}

// companies are the particulars of those who provide services and
// infrastructure.
func (p *page) companies() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("vendor") {
		var l lines
		l.add("Data stores", p.behind("vendor", b))
		l.add("Hosts", p.behind("hosted_by", b))
		l.add("Registered name", text(b, "legal_name"))
		l.add("Known as", text(b, "abbreviation"))
		l.add("Belongs to", named(b, "parent", name))
		l.add("Established in", p.country(b, "country"))
		l.add("Formerly", texts(b, "former_names"))
		l.add("Website", webLink(b, "website"))
		l.add("Certified under", word(b, "data_privacy_framework"))
		if len(l) == 0 && !b.Has("note") {
			continue
		}
		entries = append(entries, p.entry(b, title(b), l.blocks(), note(b)))
	}
	return entries
}

// behind names the stores and systems that name a company in an attribute.
func (p *page) behind(attr string, company *model.Block) tree.Text {
	var items []tree.Text
	for _, b := range p.relies[company] {
		if b.Schema.Attr(attr) != nil && b.Ref(attr) == company {
			items = append(items, tree.Says(name(b), b.Fact(attr)))
		}
	}
	return english.And(items...)
}

// isPromised reports whether the policy claims never to do what a rule on sharing
// denies: the same, to the same others, with the same exceptions. The rule then says
// no less.
func (p *page) isPromised(b *model.Block) bool {
	return slices.ContainsFunc(p.model.All("claim"), func(c *model.Block) bool {
		return c.Text("says") == "never" && c.Text("what") == "share" && !c.Has("on") && !c.Has("within") &&
			slices.Equal(c.Texts("with"), b.Texts("recipients")) && slices.Equal(c.Refs("data"), b.Refs("data")) &&
			slices.Equal(c.Refs("when"), b.Refs("when")) && slices.Equal(c.Refs("unless"), b.Refs("unless"))
	})
}
