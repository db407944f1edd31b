package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// conditions states on what a statement depends: "when", "unless", "until" and
// "because", of which a block has those that make sense for it.
func (w *writer) conditions(b *model.Block) tree.Text {
	when, reason := w.when(b), because(b)
	if isAim(b) {
		when, reason = english.Phrase(reason, when), nil
	}
	return english.Phrase(when, w.unless(b), w.until(b), reason)
}

// isAim reports whether the reason for a statement is what it is for, which stands
// beside what is done: "contact the team for help when …".
func isAim(b *model.Block) bool {
	return b.Schema.Attr("because") != nil && strings.HasPrefix(b.Text("because"), "for ")
}

func (w *writer) when(b *model.Block) tree.Text {
	return w.dependent(b, "when", english.When)
}

// provided is when, of a length of time: it holds if, and not while, something is
// the case. So does what holds for some of the data.
func (w *writer) provided(b *model.Block) tree.Text {
	some := b.Kind() == "tier"
	if !some && !slices.ContainsFunc(b.Refs("when"), isState) {
		return w.when(b)
	}
	return w.dependent(b, "when", english.If)
}

func (w *writer) unless(b *model.Block) tree.Text {
	return w.dependent(b, "unless", english.Unless)
}

func (w *writer) until(b *model.Block) tree.Text {
	return w.dependent(b, "until", english.Until)
}

func (w *writer) dependent(b *model.Block, attr string, form func(...english.Clause) tree.Text) tree.Text {
	if b.Schema.Attr(attr) == nil || len(b.Refs(attr)) == 0 {
		return nil
	}
	return tree.Says(form(w.clauses(b.Refs(attr))...), b.Fact(attr))
}

// because gives the reason, set off by a comma.
func because(b *model.Block) tree.Text {
	if b.Schema.Attr("because") == nil || !b.Has("because") {
		return nil
	}
	reason := english.Because(b.Text("because"))
	if isAim(b) {
		return says(b, "because", reason)
	}
	return tree.T(", ", says(b, "because", reason))
}

func (w *writer) clauses(conditions []*model.Block) []english.Clause {
	list := make([]english.Clause, len(conditions))
	for i, c := range conditions {
		list[i] = w.clause(c)
	}
	return list
}

// clause is a condition as part of a sentence. One that is made of others is
// spelt out where these are plain; a deeper one is named, and explained among
// the terms.
func (w *writer) clause(c *model.Block) english.Clause {
	switch {
	case isPlain(c):
		return w.circumstantial(plainClause(c), c)
	case isShallow(c):
		return w.composite(c)
	}
	return english.Named(name(c))
}

// composite spells out a condition that is made of others.
func (w *writer) composite(c *model.Block) english.Clause {
	var parts []english.Clause
	if alternatives := w.clauses(c.Refs("any_of")); len(alternatives) > 0 {
		parts = append(parts, english.AnyOf(alternatives...).Stating(c.Fact("any_of")))
	}
	if together := w.clauses(c.Refs("all_of")); len(together) > 0 {
		parts = append(parts, english.AllOf(together...).Stating(c.Fact("all_of")))
	}
	if not := c.Ref("not"); not != nil {
		parts = append(parts, english.Not(w.clause(not)).Stating(c.Fact("not")))
	}
	if c.Has("event") || c.Has("state") {
		parts = append(parts, plainClause(c))
	}
	return w.circumstantial(english.AllOf(parts...), c)
}

// plainClause is a condition in the author's own words. One without any is
// known by its name.
func plainClause(c *model.Block) english.Clause {
	switch {
	case c.Has("event") && c.Has("state"):
		return english.AllOf(
			english.Event(c.Text("event"), c.Fact("event")), english.State(c.Text("state"), c.Fact("state")))
	case c.Has("event"):
		return english.Event(c.Text("event"), c.Fact("event"))
	case c.Has("state"):
		return english.State(c.Text("state"), c.Fact("state"))
	}
	return english.Named(name(c))
}

func isPlain(c *model.Block) bool {
	return !c.Has("any_of") && !c.Has("all_of") && !c.Has("not")
}

// isShallow reports whether a condition is made of plain ones, or of their
// opposites.
func isShallow(c *model.Block) bool {
	if not := c.Ref("not"); not != nil && !isPlain(not) {
		return false
	}
	for _, attr := range []string{"any_of", "all_of"} {
		for _, part := range c.Refs(attr) {
			not := part.Ref("not")
			opposite := not != nil && isPlain(not) && !part.Has("any_of") && !part.Has("all_of")
			if !isPlain(part) && !opposite {
				return false
			}
		}
	}
	return true
}

// circumstantial adds by whom a condition is brought about, and why. Who is named
// in the author's own words is not named again.
func (w *writer) circumstantial(clause english.Clause, c *model.Block) english.Clause {
	if mayHappen(c) {
		clause = clause.Stating(c.Fact("strength"))
	}
	if c.Has("because") {
		clause = clause.With(tree.T(", ", says(c, "because", english.Because(c.Text("because")))))
	}
	if !c.Has("by") {
		return clause
	}
	stated := []model.Fact{c.Fact("by")}
	words := strings.ToLower(c.Text("event") + " " + c.Text("state"))
	for _, actor := range c.Refs("by") {
		called := strings.ToLower(actor.Label())
		if actor == w.reader && english.Mentions(words, "you") {
			called = "you"
		}
		if !strings.Contains(words, called) {
			return clause.With(bracketed(says(c, "by", "by ", w.subjects(c, "by").Object())))
		}
		stated = append(stated, labelOf(actor))
	}
	return clause.Stating(stated...)
}

// mayHappen reports whether a condition is one that may come about, as a sentence
// that depends on it says by itself.
func mayHappen(c *model.Block) bool { return c.Text("strength") == "may" }

// conditionTerms explains the conditions of which sentences give no more than
// the name, and what sentences leave out of the others.
func (p *page) conditionTerms() []tree.Definition {
	var entries []tree.Definition
	for _, c := range p.all("condition") {
		var about lines
		if !isPlain(c) && (!isShallow(c) || !p.conditional[c]) {
			about.say(tree.T("This applies"), english.When(p.composite(c)))
		}
		if !mayHappen(c) || !p.conditional[c] {
			about.say(strengthOf(c, "This must happen", "This should happen", "This may happen"))
		}
		if len(about) == 0 && !c.Has("note") && p.conditional[c] {
			continue
		}
		term := english.Capital(english.Phrase(name(c)))
		if isPlain(c) {
			term = english.Capital(plainClause(c).Text())
		}
		entries = append(entries, p.entry(c, term, about.blocks(), note(c)))
	}
	return entries
}
