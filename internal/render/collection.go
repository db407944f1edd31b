package render

import (
	"slices"
	"strconv"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// collection says what is collected, how, and what for: the essentials in a
// table, the rest below it.
func (p *page) collection() part {
	c := part{heading: "What we collect and why"}
	if !p.public {
		c.heading = "What data there is, and why"
	}
	var silent []*model.Block
	g := p.grid([]column{{head: "Data"}, {head: "How it is collected"}, {head: "What for"}})
	for _, b := range p.all("category") {
		switch {
		case !p.isElement(b):
		case !p.isSilent(b):
			g.row(anchor(b), cell(p.element(b)), cell(p.collected(b)), p.usedFor(b))
		case len(p.characteristics(b)) == 0 && !b.Has("note") && !p.isIncluded(b):
			silent = append(silent, b)
		}
	}
	t, _ := g.table()
	c.tabulate(t)
	c.say(p.aboutWhom()...)
	details := p.categoryDetails()
	if t != nil || len(details) == 0 {
		c.add(p.mentioned(silent, t != nil)...)
		silent = nil
	}
	if c.empty() && len(silent) == 0 {
		c.heading = "More about the data"
	}
	c.define(details)
	c.add(p.mentioned(silent, true)...)
	c.under(slug("trackers"), "Cookies and the like", p.trackers())
	return c
}

// isElement reports whether a category belongs into the table: it says how it is
// collected or used, or it is no mere heading of others.
func (p *page) isElement(b *model.Block) bool { return !p.groups[b] || !p.isSilent(b) }

// isSilent reports whether the policy says neither how data is collected nor what
// it is used for, but perhaps for what somebody receives it.
func (p *page) isSilent(b *model.Block) bool {
	return !b.Has("purposes") && len(p.serves[b]) == 0 && len(b.Inside("collection")) == 0 && len(b.Inside("use")) == 0
}

// isIncluded reports whether a category of which only the name is known is named
// among those that a wider one consists of.
func (p *page) isIncluded(b *model.Block) bool {
	return len(p.included[b]) > 0 && p.limited == nil && !b.Has("fields") && !b.Has("examples") && len(p.engaged[b]) == 0
}

// mentioned names the data that other parts of the policy speak of, and for what
// recipients are said to receive it.
func (p *page) mentioned(blocks []*model.Block, further bool) []tree.Block {
	if len(blocks) == 0 {
		return nil
	}
	also := ""
	if further {
		also = "also "
	}
	head := "this policy " + also + "speaks of the following data:"
	var s statements
	var plain []tree.Text
	for _, b := range blocks {
		if uses := p.received(b, ""); len(uses) > 0 {
			s.add("", english.Sentence(p.element(b), tree.T(", which"), english.And(uses...)))
		} else {
			plain = append(plain, p.element(b))
		}
	}
	rest := english.And(plain...)
	if len(s) == 0 {
		return []tree.Block{&tree.Paragraph{Text: english.Sentence(tree.T(head), rest)}}
	}
	s.add("", english.Sentence(rest))
	return append([]tree.Block{&tree.Paragraph{Text: english.Sentence(tree.T(head))}}, s.blocks()...)
}

// received is who receives data for what, those for the same together, as a clause
// that follows "which" or as a sentence about it. Who merely receives it stands
// among the recipients.
func (p *page) received(b *model.Block, it string) []tree.Text {
	type group struct {
		looks bool // whether they have access to the data where it is
		what  tree.Text
		who   []english.Subject
	}
	var groups []*group
	at := map[string]*group{}
	for _, e := range p.engaged[b] {
		what := p.conditions(e)
		if len(e.Refs("purposes")) <= mostPaired {
			what = english.Phrase(prefixed("for ", named(e, "purposes", name)), what)
		}
		if len(what) == 0 {
			continue
		}
		looks := e.Text("form") == "access"
		key := strconv.FormatBool(looks) + tree.PlainText(what)
		if at[key] == nil {
			at[key] = &group{looks: looks, what: what}
			groups = append(groups, at[key])
		}
		at[key].who = append(at[key].who, p.subject(e.Parent))
	}
	uses := make([]tree.Text, len(groups))
	for i, g := range groups {
		who := english.Subjects(g.who...)
		verb := english.Present(who.Person, "receive")
		if g.looks {
			verb = "can see"
		}
		uses[i] = english.Phrase(who.Text, tree.T(verb), tree.T(it), g.what)
	}
	return uses
}

// aboutWhom says whom data is about, together for all that is about the same
// people.
func (p *page) aboutWhom() []tree.Text {
	type group struct {
		whom tree.Text
		data []tree.Text
	}
	var groups []*group
	at := map[string]*group{}
	for _, b := range p.all("category") {
		whom := p.objects(b, "subjects")
		if len(whom) == 0 {
			continue
		}
		key := tree.PlainText(whom)
		if at[key] == nil {
			at[key] = &group{whom: whom}
			groups = append(groups, at[key])
		}
		at[key].data = append(at[key].data, tree.Says(name(b), b.Fact("subjects")))
	}
	sentences := make([]tree.Text, len(groups))
	for i, g := range groups {
		sentences[i] = english.Sentence(tree.T("data about"), g.whom, tree.T(":"), english.And(g.data...))
	}
	return sentences
}

// element is a category with what it consists of.
func (p *page) element(b *model.Block) tree.Text {
	return commas(english.Phrase(name(b), bracketed(p.fieldList(b))), exampleList(b))
}

// fieldList is what a category consists of. Where it has examples, these are what
// is said to be incomplete.
func (p *page) fieldList(b *model.Block) tree.Text {
	fields := texts(b, "fields")
	if len(fields) == 0 || b.Has("examples") || b.Has("includes") {
		return fields
	}
	return tree.T(fields, flag(b, "open_ended", ", among others", " and nothing else"))
}

// exampleList gives examples, and says where they are not all that there is.
func exampleList(b *model.Block) tree.Text {
	examples := texts(b, "examples")
	open := b.Schema.Attr("open_ended") != nil
	switch {
	case len(examples) == 0:
		return nil
	case open && b.True("open_ended"):
		return tree.T(says(b, "open_ended", "such as "), examples)
	case open && b.False("open_ended"):
		return tree.T(examples, says(b, "open_ended", " and nothing else"))
	}
	return prefixed("for example ", examples)
}

// collected says how data is come by, and whether one has to give it.
func (p *page) collected(b *model.Block) tree.Text {
	var t tree.Text
	for _, col := range b.Inside("collection") {
		when := p.collectedWhen(col)
		t = semicolons(t, word(col, "requirement"), p.source(b, col), when)
	}
	return t
}

// collectedWhen says when data is collected, or what else is done with it then.
func (p *page) collectedWhen(b *model.Block) tree.Text {
	conditions := p.conditions(b)
	switch {
	case b.Has("event"):
		return english.Phrase(word(b, "event"), conditions)
	case len(conditions) == 0:
		return nil
	}
	return english.Phrase(tree.T("collected"), conditions)
}

// source is what data is taken from, and whom it is received from.
func (p *page) source(b, col *model.Block) tree.Text {
	from := p.objects(col, "from")
	words := english.Word("source", col.Text("source"))
	if p.mayBeReaders(b) {
		words = addressed.Replace(words)
	}
	switch source := col.Text("source"); {
	case source == "":
		return prefixed("received from ", from)
	case len(from) == 0:
		return says(col, "source", words)
	case source == "person":
		return tree.T(says(col, "source", "asked of "), from)
	case source == "third_party":
		return tree.T(says(col, "source", "received from "), from)
	case source == "form_input":
		return tree.T(says(col, "source", words), " by ", from)
	}
	return tree.T(says(col, "source", words), ", received from ", from)
}

// mayBeReaders reports whether data is about those whom the policy calls "you", or
// about whom is not said.
func (p *page) mayBeReaders(b *model.Block) bool {
	return p.aboutReader() && (!b.Has("subjects") || slices.Contains(b.Refs("subjects"), p.reader))
}

func (p *page) usedFor(b *model.Block) tree.Cell {
	lines := []tree.Text{p.purposesOf(b)}
	for _, use := range b.Inside("use") {
		lines = append(lines, english.Phrase(named(use, "purpose", name), p.conditions(use)))
	}
	return cell(lines...)
}

// purposesOf are the purposes that data names, and those that name it.
func (p *page) purposesOf(b *model.Block) tree.Text {
	items := forms(b.Refs("purposes"), name)
	for _, purpose := range p.serves[b] {
		if !slices.Contains(b.Refs("purposes"), purpose) {
			items = append(items, tree.Says(name(purpose), purpose.Fact("data")))
		}
	}
	return tree.Says(english.And(items...), b.Fact("purposes"))
}

// silence says to what a table would have held answers, had the policy any.
func silence(owed []string) tree.Text {
	if len(owed) == 0 {
		return nil
	}
	return english.Sentence(tree.T("this policy does not say", " "+english.OrWords(owed...)))
}
