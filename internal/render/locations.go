package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// locations says where data is kept: the stores, the systems, the places.
func (p *page) locations() part {
	c := part{heading: "Where data is kept"}
	for _, v := range p.all("vendor") {
		if v.Has("data_share") {
			c.say(english.Sentence(says(v, "data_share", english.Word("data_share", v.Text("data_share")), " data"), tree.T("is kept with"), vendorName(v)))
		}
	}
	t, silent := p.storeTable()
	c.tabulate(t)
	c.say(silence(silent))
	c.define(p.storeDetails())
	c.under(slug("systems"), "Systems that handle data", p.systems())
	c.under(slug("regions"), "Places", p.regions())
	c.promote()
	return c
}

func (p *page) storeTable() (*tree.Table, []string) {
	g := p.grid([]column{
		{head: "Data store"},
		{head: "Company"},
		{head: "Used for"},
		{head: "Data in it"},
		{head: "Where", owed: "in which country data is kept"},
		{head: "Kept for", owed: "how long it is kept"},
	})
	stores := p.all("data_store")
	periods := !p.periodsBeside(stores)
	if !periods {
		g.columns[5].owed = "" // the table of periods answers that
	}
	each(&g, stores, func(g *grid, b *model.Block) {
		var kept []tree.Text
		if periods {
			kept = p.keptFor(b)
		}
		g.row(anchor(b), storeCell(b), cell(company(b)), cell(commas(texts(b, "uses"), exampleList(b))),
			p.heldData(b), cell(named(b, "regions", p.place)), cell(kept...))
	})
	return g.table()
}

// periodsBeside reports whether the same section shows the table of periods, and that
// has one for each store.
func (p *page) periodsBeside(stores []*model.Block) bool {
	if !slices.Contains(p.parts, "retention") {
		return false
	}
	for _, s := range stores {
		own := p.model.About("retention", s)
		if len(own) == 0 || slices.ContainsFunc(own, func(r *model.Block) bool { return !p.shows(r) }) {
			return false
		}
	}
	return true
}

// heldData is the data in a store and in its parts.
func (p *page) heldData(b *model.Block) tree.Cell {
	held := []tree.Text{named(b, "holds", name)}
	for _, s := range b.Inside("segment") {
		if s.Has("holds") {
			held = append(held, tree.T(named(s, "holds", name), " (in the part ", quoted(s), ")"))
		}
	}
	return cell(held...)
}

// company is whose a store is, or else on whose infrastructure it runs.
func company(b *model.Block) tree.Text {
	if b.Has("vendor") {
		return named(b, "vendor", vendorName)
	}
	return prefixed("hosted by ", named(b, "hosted_by", vendorName))
}

func storeCell(b *model.Block) tree.Cell {
	technology := english.Phrase(text(b, "technology"), text(b, "edition"))
	return cell(english.Phrase(name(b), bracketed(technology)))
}

// keptFor is how long data is kept in a store or with a recipient, a line for
// each period that the policy gives. A store of which it says nothing keeps what is
// in it as long as the policy says of that data.
func (p *page) keptFor(b *model.Block) []tree.Text {
	var lines []tree.Text
	for _, r := range p.model.About("retention", b) {
		period := p.keptBriefly(r)
		if len(period) > 0 {
			period[0] = english.Phrase(period[0], onlyData(r, b))
		}
		lines = append(lines, period...)
	}
	if len(lines) > 0 || b.Kind() != "data_store" {
		return lines
	}
	held := heldIn(b)
	for _, c := range held {
		for _, r := range p.periodsOf(c) {
			for i, period := range p.keptBriefly(r) {
				if i == 0 && len(held) > 1 {
					period = tree.T(name(c), ": ", period)
				}
				lines = append(lines, period)
			}
		}
	}
	return lines
}

// heldIn is the data in a store and in its parts, each kind once.
func heldIn(store *model.Block) []*model.Block {
	held := slices.Clone(store.Refs("holds"))
	for _, s := range store.Inside("segment") {
		for _, c := range s.Refs("holds") {
			if !slices.Contains(held, c) {
				held = append(held, c)
			}
		}
	}
	return held
}

// periodsOf are the retention periods of data: its own, or else those of the nearest
// kinds of data that it belongs to.
func (w *writer) periodsOf(category *model.Block) []*model.Block {
	seen := map[*model.Block]bool{category: true}
	for level := []*model.Block{category}; len(level) > 0; {
		var periods, next []*model.Block
		for _, c := range level {
			periods = append(periods, w.model.About("retention", c)...)
			for _, wider := range slices.Concat(c.Refs("parents"), w.included[c]) {
				if !seen[wider] {
					seen[wider] = true
					next = append(next, wider)
				}
			}
		}
		if len(periods) > 0 {
			return periods
		}
		level = next
	}
	return nil
}

func (p *page) storeDetails() []tree.Definition {
	return p.entries(p.all("data_store"), title, p.storeLines)
}

func (p *page) storeLines(b *model.Block) lines {
	var l lines
	it := pronoun(b)
	if b.Has("vendor") {
		l.about(it, "run", "on the infrastructure of", named(b, "hosted_by", vendorName))
	}
	l.about(it, "be", "managed by", named(b, "managed_by", name))
	l.about(it, "keep", "data in", named(b, "backend", the))
	l.about(it, "run", "on", word(b, "topology"))
	l.say(flag(b, "failover", "when one server fails, another takes over", "when a server fails, no other takes over"))
	l.add("Functions", texts(b, "functions"))
	l.about(it, "follow", "", texts(b, "standards"))
	l.say(flag(b, "permanent", "data is kept here for good", "data only passes through here"))
	for _, s := range b.Inside("segment") {
		l.say(p.segment(s))
		l.more(s)
	}
	return l
}

// pronoun stands for a block below its name.
func pronoun(b *model.Block) english.Subject {
	if !english.IsProper(b.Label()) && english.Number3(b.Label()) == english.They {
		return english.Subject{Text: tree.T("they"), Person: english.They}
	}
	return english.Subject{Text: tree.T("it"), Person: english.It}
}

// about adds a sentence on a subject: a verb in its base form, and what follows it.
// Where nothing follows there is no sentence.
func (l *lines) about(s english.Subject, verb, words string, core tree.Text) {
	if len(core) > 0 {
		l.say(s.Text, tree.T(english.Present(s.Person, verb)), tree.T(words), core)
	}
}

// segment says what is kept apart in a part of a store, and for what.
func (p *page) segment(b *model.Block) tree.Text {
	holds, purposes := named(b, "holds", name), prefixed("for ", named(b, "purposes", name))
	if modal := p.modal(b); len(modal) > 0 {
		return english.Phrase(or(holds, "data"), purposes, modal, tree.T("be kept in a separate part,"), quoted(b))
	}
	part := "a separate part,"
	if b.Parent.Inside("segment")[0] != b {
		part = "another part,"
	}
	return english.Phrase(tree.T("it has "+part), quoted(b), prefixed(", for ", holds), prefixed(", which is used ", purposes))
}

// isOrBe is the verb of one thing, with its strength or without one: "must be", "is".
func isOrBe(modal tree.Text) tree.Text {
	if len(modal) == 0 {
		return tree.T("is")
	}
	return tree.T(modal, " be")
}

// systems are the programs that handle data.
func (p *page) systems() part {
	var c part
	c.define(p.entries(p.all("system"), title, p.systemLines))
	return c
}

func (p *page) systemLines(b *model.Block) lines {
	var l lines
	it := pronoun(b)
	l.about(it, "be", "", word(b, "kind"))
	l.about(it, "run", "on", p.platforms(b))
	l.about(it, "run", "on the infrastructure of", named(b, "hosted_by", vendorName))
	l.add("Where", named(b, "regions", p.place))
	if !b.Has("implements") && !b.Has("controls") {
		l.say(flag(b, "automated", "it acts automatically", "it does not act automatically"))
	}
	l.say(flag(b, "trains_models", "artificial intelligence is trained with the data", "no artificial intelligence is trained with the data"))
	p.carriesOut(&l, b, it)
	l.add("Data is kept for", semicolons(p.keptFor(b)...))
	return l
}

// carriesOut says which procedures a system carries out and which it controls, and
// whether it does so by itself.
func (p *page) carriesOut(l *lines, b *model.Block, it english.Subject) {
	how := flag(b, "automated", "automatically", "not automatically")
	if list := b.Refs("implements"); len(list) > 0 && slices.Equal(list, b.Refs("controls")) {
		l.about(it, "carry", "out and "+english.Present(it.Person, "control"),
			english.Phrase(tree.Says(named(b, "implements", quoted), b.Fact("controls")), how))
		return
	}
	if b.Has("implements") {
		l.about(it, "carry", "out", english.Phrase(named(b, "implements", quoted), how))
		how = nil
	}
	if b.Has("controls") {
		l.about(it, "control", "", english.Phrase(named(b, "controls", quoted), how))
	}
}

// regions describes the places. One that a table names in full has no entry.
func (p *page) regions() part {
	var c part
	var entries []tree.Definition
	for _, b := range p.all("region") {
		var l lines
		l.add("Code printed in an earlier publication", code(b, "code_as_published"))
		if !b.Has("city") && !b.Has("country") {
			l.add("Jurisdiction", jurisdictionOf(b)) // otherwise part of how the place is called
		}
		if len(l) == 0 && !b.Has("note") {
			continue
		}
		entries = append(entries, p.entry(b, english.Capital(p.place(b)), l.blocks(), note(b)))
	}
	c.define(entries)
	return c
}

// jurisdictionOf is the jurisdiction of a place, unless the place goes by its name.
func jurisdictionOf(b *model.Block) tree.Text {
	if b.Text("jurisdiction") == "EU" && b.Label() == "European Union" {
		return nil
	}
	return text(b, "jurisdiction")
}

// place is a region as a table names it. Many things are in few places, so that the
// words are put together once.
func (w *writer) place(b *model.Block) tree.Text { return w.places[b] }

// placeOf is a region with its city and country where they are known, and with whose
// it is.
func (w *writer) placeOf(b *model.Block) tree.Text {
	where := commas(w.text(b, "city"), w.country(b, "country"))
	if len(where) > 0 {
		where = commas(where, jurisdictionOf(b))
	}
	if b.Has("label") {
		where = w.placeWithLabel(b, where)
	}
	region := english.Phrase(named(b, "vendor", w.shortVendor), code(b, "code"))
	if len(where) == 0 && len(region) == 0 {
		return w.label(b)
	}
	if len(where) == 0 {
		return region
	}
	return english.Phrase(where, bracketed(region))
}

// placeWithLabel puts the author's name of a place first, and leaves out what
// would repeat it.
func (w *writer) placeWithLabel(b *model.Block, where tree.Text) tree.Text {
	label, code := b.Label(), b.Text("country")
	country := strings.TrimPrefix(locale.PlaceInText(code), "the ")
	if label == b.Text("city") || code != "" && (label == country || label == "the "+country) {
		return tree.Says(where, labelOf(b))
	}
	if b.Has("jurisdiction") && len(jurisdictionOf(b)) == 0 {
		return commas(tree.Says(w.label(b), b.Fact("jurisdiction")), where)
	}
	return commas(w.label(b), where)
}

// isCalledShort reports whether a company without a label is named by its short
// form, but for its capitals: aws and AWS.
func isCalledShort(b *model.Block) bool {
	return b.Text("label") == "" && strings.EqualFold(b.Label(), b.Text("abbreviation"))
}

// vendorName is a company with the short form by which it is known.
func vendorName(b *model.Block) tree.Text {
	if isCalledShort(b) {
		return text(b, "abbreviation")
	}
	return english.Phrase(name(b), bracketed(text(b, "abbreviation")))
}

// shortVendor is a company by its short form, where it has one.
func (w *writer) shortVendor(b *model.Block) tree.Text {
	if b.Has("abbreviation") {
		return text(b, "abbreviation")
	}
	return w.speech.Authored(w.model.LabelWording(b, w.speech.Language()))
}
