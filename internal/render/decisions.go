package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// decisions answers "where do I store this?": by the steps of the procedures that
// decide about a data store, and by what the stores hold and the rules say of them.
func (p *page) decisions() part {
	c := part{heading: "What belongs where"}
	decided := p.decisionCases()
	cases, _ := decided.table()
	c.tabulate(cases)
	placed := p.placements()
	belongs, _ := placed.table()
	c.tabulate(belongs)
	return c
}

// decisionCases has a row for each case of a procedure that leads to a data store.
func (p *page) decisionCases() grid {
	g := p.grid([]column{{head: "If"}, {head: "Then"}})
	for _, b := range p.all("procedure") {
		if !decidesStore(b) {
			continue
		}
		for _, s := range b.Inside("step") {
			if s.Has("when") {
				g.row("", cell(p.clauseOf(s)), cell(p.stepTaken(s, english.Phrase(p.unless(s), because(s)))))
			}
		}
	}
	return g
}

// decidesStore reports whether a procedure says in which case data goes where.
func decidesStore(b *model.Block) bool {
	for _, s := range b.Inside("step") {
		for _, t := range s.Refs("target") {
			if s.Has("when") && t.Kind() == "data_store" {
				return true
			}
		}
	}
	return false
}

// clauseOf is when a step is taken, without a conjunction: the head of the column
// has it.
func (p *page) clauseOf(b *model.Block) tree.Text {
	var cases []tree.Text
	for _, c := range p.clauses(b.Refs("when")) {
		cases = append(cases, c.Text())
	}
	return tree.Says(english.Or(cases...), b.Fact("when"))
}

// A placement is what is known of one kind of data in one data store: what holds,
// and by which statement.
type placement struct {
	store     *model.Block // nil for all others
	what, why tree.Cell
}

// placements has a row for each kind of data and each store of which the policy
// says something together.
func (p *page) placements() grid {
	g := p.grid([]column{{head: "Data"}, {head: "Where"}, {head: "What holds"}, {head: "Why"}})
	index := p.indexPlacements()
	for _, c := range p.model.All("category") {
		if !p.shows(c) {
			continue
		}
		for _, at := range together(index.of(p, c)) {
			g.row("", cell(name(c)), cell(p.storeNames(at.stores)), at.what, at.why)
		}
		if len(g.rows) > mostTabled {
			return grid{}
		}
	}
	return g
}

// alike are placements of which the same is said.
type alike struct {
	stores    []*model.Block
	what, why tree.Cell
}

// together joins the placements of which the same is said, in the order of the first
// of each.
func together(list []placement) []alike {
	var groups []alike
	at := map[string]int{}
	for _, l := range list {
		var key strings.Builder
		for _, line := range slices.Concat(l.what, tree.Cell{tree.T("\x00")}, l.why) {
			key.WriteString(tree.PlainText(line))
			key.WriteByte(0)
		}
		i, known := at[key.String()]
		if !known {
			i = len(groups)
			at[key.String()] = i
			groups = append(groups, alike{what: l.what, why: l.why})
		}
		groups[i].stores = append(groups[i].stores, l.store)
	}
	return groups
}

func (p *page) storeNames(stores []*model.Block) tree.Text {
	names := make([]tree.Text, len(stores))
	for i, s := range stores {
		names[i] = tree.T("any other data store")
		if s != nil {
			names[i] = p.storeName(s)
		}
	}
	return english.And(names...)
}

// storeName is a store, or the part of one.
func (p *page) storeName(b *model.Block) tree.Text {
	if b.Kind() == "segment" {
		return english.Phrase(name(b.Parent), tree.T(", in the part"), quoted(b))
	}
	return name(b)
}

// A placementIndex holds what speaks of data in stores, from the data.
type placementIndex struct {
	keepers map[*model.Block][]*model.Block // from a category, the stores and segments that hold it
	rules   map[*model.Block][]*model.Block // from a category, the rules about it that name stores
}

func (p *page) indexPlacements() placementIndex {
	index := placementIndex{map[*model.Block][]*model.Block{}, map[*model.Block][]*model.Block{}}
	for _, s := range p.model.All("data_store") {
		for _, b := range append([]*model.Block{s}, s.Inside("segment")...) {
			for _, c := range b.Refs("holds") {
				index.keepers[c] = append(index.keepers[c], b)
			}
		}
	}
	for _, r := range p.model.All("requirement") {
		if !r.Has("stores") {
			continue
		}
		for _, c := range r.Refs("on") {
			if c.Kind() == "category" {
				index.rules[c] = append(index.rules[c], r)
			}
		}
	}
	return index
}

// of lists the stores of which something is said for a category: those that hold
// it, those that a rule exempts, and those that a rule names.
func (x placementIndex) of(p *page, c *model.Block) []placement {
	l := &placementList{page: p, category: c, at: map[*model.Block]int{}}
	for _, keeper := range x.keepers[c] {
		l.add(keeper, p.keeping(keeper), p.keptBecause(keeper))
	}
	for _, r := range x.rulesFor(c) {
		if slices.Contains(r.Refs("on"), c) {
			l.addRule(r)
		} else {
			l.addWiderRule(r)
		}
	}
	return l.placements
}

// A placementList is what is known of one kind of data while it is put together, store
// by store.
type placementList struct {
	*page
	category   *model.Block
	placements []placement
	at         map[*model.Block]int // the place of a store's placement
}

// add says something of a store, by a statement.
func (l *placementList) add(store *model.Block, what, why tree.Text) {
	i, known := l.at[store]
	if !known {
		i = len(l.placements)
		l.at[store] = i
		l.placements = append(l.placements, placement{store: store})
	}
	at := &l.placements[i]
	at.what = append(at.what, english.Sentence(what))
	if len(why) > 0 {
		at.why = append(at.why, english.Capital(why))
	}
}

// rulesFor are the rules about a category or a wider one.
func (x placementIndex) rulesFor(c *model.Block) []*model.Block {
	rules, seen := append([]*model.Block(nil), x.rules[c]...), map[*model.Block]bool{c: true}
	for queue := c.Refs("parents"); len(queue) > 0; queue = queue[1:] {
		if wider := queue[0]; !seen[wider] {
			seen[wider] = true
			rules = append(rules, x.rules[wider]...)
			queue = append(queue, wider.Refs("parents")...)
		}
	}
	return rules
}

// keeping says that data is kept somewhere, and how binding that is.
func (p *page) keeping(b *model.Block) tree.Text {
	stated := b.Fact("holds")
	if b.Kind() == "segment" && b.Has("strength") {
		return tree.Says(tree.T(p.modal(b), " be kept here"), stated)
	}
	kept := english.Phrase(p.forKept(b))
	if p.isKeptByRule(b) {
		return tree.Says(english.Phrase(tree.T("it"), kept), stated)
	}
	return english.Phrase(tree.Says(tree.T("it is kept here"), stated), prefixed(": ", kept))
}

// isKeptByRule reports whether it is said of all periods of a store how binding they
// are, and so of keeping data there.
func (p *page) isKeptByRule(b *model.Block) bool {
	periods := p.model.About("retention", b)
	loose := func(r *model.Block) bool { return !r.Has("strength") }
	return b.Kind() == "data_store" && len(periods) > 0 && !slices.ContainsFunc(periods, loose)
}

// forKept is how long a store keeps data.
func (p *page) forKept(b *model.Block) tree.Text {
	if b.Kind() == "segment" {
		return nil
	}
	return semicolons(p.ownPeriods(b)...)
}

// ownPeriods are the periods of a store itself.
func (p *page) ownPeriods(b *model.Block) []tree.Text {
	var lines []tree.Text
	for _, r := range p.model.About("retention", b) {
		lines = append(lines, p.keptSince(r)...)
	}
	return lines
}

// keptBecause is what a store is for.
func (p *page) keptBecause(b *model.Block) tree.Text {
	if b.Kind() == "segment" {
		return prefixed("for ", named(b, "purposes", name))
	}
	return texts(b, "uses")
}

// addRule adds what a rule says of the stores that it names. A store that an exception is
// made for, or that the rule names by itself, has a row; those that the rule names and
// of which nothing else is said share one.
func (l *placementList) addRule(r *model.Block) {
	exempt := l.exempt(r)
	for _, e := range l.exceptions[r] {
		for _, store := range e.Refs("for") {
			if exempt[store] == e {
				l.addExempt(r, store, e)
			}
		}
	}
	verdict, why := l.verdict(r, l.category), l.linked(r, "Rule ")
	everywhere, others := len(r.Refs("stores")) == len(l.model.All("data_store")), false
	for _, store := range r.Refs("stores") {
		_, known := l.at[store]
		switch {
		case exempt[store] != nil:
		case known || !everywhere:
			l.add(store, verdict, why)
		default:
			others = true
		}
	}
	if others {
		l.add(nil, verdict, why)
	}
}

// addWiderRule adds what a rule about a wider kind of data says of the stores that hold
// this one.
func (l *placementList) addWiderRule(r *model.Block) {
	exempt := l.exempt(r)
	for _, store := range r.Refs("stores") {
		if _, known := l.at[store]; !known {
			continue
		}
		if e := exempt[store]; e != nil {
			l.addExempt(r, store, e)
		} else {
			l.add(store, l.verdict(r, l.category), l.linked(r, "Rule "))
		}
	}
}

// addExempt says that a rule does not hold for a store, by an exception.
func (l *placementList) addExempt(r, store, exception *model.Block) {
	l.add(store, tree.T("the rule ", quoted(r), " does not hold here"), l.linked(exception, "Exception "))
}

// exempt are the stores that exceptions to a rule are made for, with the first of
// these.
func (p *page) exempt(r *model.Block) map[*model.Block]*model.Block {
	stores := map[*model.Block]*model.Block{}
	for _, e := range p.exceptions[r] {
		for _, store := range e.Refs("for") {
			if kind := store.Kind(); stores[store] == nil && (kind == "data_store" || kind == "segment") {
				stores[store] = e
			}
		}
	}
	return stores
}

// verdict is what a rule says of data in a store, in short.
func (p *page) verdict(b, data *model.Block) tree.Text {
	rule := p.rule(b)
	rule.Effect = b.Text("effect")
	who := p.doer(b)
	if bindsItsStores(b) {
		who = english.Subject{Text: tree.Says(tree.T("it"), b.Fact("who")), Person: english.It}
	}
	facts := []model.Fact{b.Fact("effect"), b.Fact("strength"), b.Fact("stores"), b.Fact("on")}
	if len(b.Texts("actions")) == 0 {
		return tree.Says(tree.T("this "+rule.Predicate(english.It)), facts...)
	}
	object := the(data)
	if !actionsAreBare(b) {
		object = nil
	}
	rule.Fully = b.Text("coverage") == "full"
	return english.Phrase(who.Text, tree.Says(tree.T(rule.Predicate(who.Person, b.Texts("actions")...)), facts...), object, p.conditions(b))
}

// linked names a statement, with a link to where the page tells of it.
func (p *page) linked(b *model.Block, kind string) tree.Text {
	words := quoted(b)
	if p.shownAt["requirements"] != "" && p.limited == nil {
		words = tree.T(tree.Link{Href: "#" + anchor(b), Text: words})
	}
	return tree.T(kind, words)
}
