package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// terms explains words, the people that the policy speaks of, and conditions.
func (p *page) terms() part {
	c := part{heading: "Words and people in this policy"}
	words, people, conditions := p.words(), p.people(), p.conditionTerms()
	switch {
	case len(words)+len(conditions) == 0:
		c.heading = "People in this policy"
	case len(people) == 0:
		c.heading = "Words in this policy"
	}
	c.define(append(words, people...))
	c.define(conditions)
	return c
}

func (p *page) words() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("term") {
		about := p.termLines(b)
		if len(about) == 0 && !b.Has("note") && (!b.Has("abbreviation") || p.isSpeltOut(b)) {
			continue
		}
		term := english.Phrase(title(b), bracketed(text(b, "abbreviation")))
		if len(about) == 0 && b.Has("abbreviation") {
			term = text(b, "abbreviation")
			about.say(tree.T("this stands for"), name(b))
		}
		entries = append(entries, p.entry(b, term, about.blocks(), note(b)))
	}
	return entries
}

// isSpeltOut reports whether the same page spells out an abbreviation where it names a
// protocol.
func (p *page) isSpeltOut(b *model.Block) bool {
	names := func(e *model.Block) bool { return slices.Contains(e.Texts("protocol"), b.Text("abbreviation")) }
	return p.shownAt["security"] != "" && slices.ContainsFunc(p.model.All("encryption"), names)
}

func (p *page) termLines(b *model.Block) lines {
	var l lines
	l.say(prefixed("this means ", text(b, "meaning")))
	l.say(prefixed("the period is ", length(b, "period", english.Period)))
	l.add("A kind of", named(b, "parent", name))
	l.add("Whom it is about", p.objects(b, "subjects"))
	l.add("Source", text(b, "source"))
	l.add("What belongs to it", texts(b, "traits"))
	l.say(flag(b, "open_ended", "this list is not complete", "this list is complete"))
	return l
}

// people says of actors to whom they belong, and what the author writes of them.
// Those of whom other sentences say all that there is need no entry.
func (p *page) people() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("actor") {
		groups := p.memberOf(b)
		if len(groups) == 0 && !b.Has("note") && (!b.Has("plural") || b == p.reader) && p.involved[b] {
			continue
		}
		var about lines
		about.say(groups)
		entries = append(entries, p.entry(b, p.personName(b), about.blocks(), note(b)))
	}
	return entries
}

// personName is an actor's name, with "you" where the policy calls it so.
func (p *page) personName(b *model.Block) tree.Text {
	t := title(b)
	switch {
	case b.Text("plural") == english.Plural(b.Label()):
		t = tree.Says(t, b.Fact("plural"))
	case b.Has("plural"):
		t = tree.T(t, " (plural: ", text(b, "plural"), ")")
	}
	if b == p.reader {
		t = tree.T(t, " (“you”)")
	}
	return t
}

func (p *page) memberOf(b *model.Block) tree.Text {
	groups := p.objects(b, "member_of")
	of := b.Refs("member_of")
	switch {
	case len(of) == 1 && b.Text("membership") == "one":
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), tree.Says(name(of[0]), b.Fact("member_of")))
	case len(of) == 1:
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), groups)
	case len(of) > 1:
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), prefixed("of ", groups))
	case b.Has("membership"):
		return english.Phrase(tree.T("belongs to"), word(b, "membership"), tree.T("the groups"))
	}
	return nil
}
