package render

import (
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
	g := grid{columns: []column{{head: "Data"}, {head: "How it is collected"}, {head: "Used for"}}}
	for _, b := range p.all("category") {
		switch {
		case !p.isElement(b):
		case p.isSilent(b):
			silent = append(silent, b)
		default:
			g.row(p.id(b), p.elementCell(b), cell(p.collected(b)), p.usedFor(b))
		}
	}
	t, _ := g.table()
	c.tabulate(t)
	c.say(p.aboutWhom()...)
	c.say(p.mentioned(silent))
	c.define(p.categoryDetails())
	return c
}

// isElement reports whether a category belongs into the table: it says how it is
// collected or used, or it is no mere heading of others.
func (p *page) isElement(b *model.Block) bool {
	return !p.groups[b] || b.Has("purposes") || len(b.Inside("collection")) > 0 || len(b.Inside("use")) > 0
}

// isSilent reports whether the policy says neither how data is collected nor what
// it is used for.
func (p *page) isSilent(b *model.Block) bool {
	return !b.Has("purposes") && len(b.Inside("collection")) == 0 && len(b.Inside("use")) == 0
}

// mentioned names the data that other parts of the policy speak of.
func (p *page) mentioned(blocks []*model.Block) tree.Text {
	if len(blocks) == 0 {
		return nil
	}
	return english.Sentence(tree.T("this policy also speaks of"), english.And(forms(blocks, p.element)...))
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
	return commas(english.Phrase(name(b), bracketed(texts(b, "fields"))), exampleList(b, "examples"))
}

func (p *page) elementCell(b *model.Block) tree.Cell { return cell(p.element(b)) }

// exampleList gives examples, and says where they are not all that there is.
func exampleList(b *model.Block, attr string) tree.Text {
	examples := texts(b, attr)
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
		from := prefixed("from ", p.objects(col, "from"))
		when := prefixed("collected ", p.conditions(col))
		t = semicolons(t, word(col, "requirement"), english.Phrase(word(col, "source"), from), when)
	}
	return t
}

// semicolons joins phrases that are not empty.
func semicolons(phrases ...tree.Text) tree.Text {
	var joined tree.Text
	for _, p := range phrases {
		if len(p) > 0 && len(joined) > 0 {
			joined = append(joined, tree.Plain("; "))
		}
		joined = append(joined, p...)
	}
	return joined
}

func (p *page) usedFor(b *model.Block) tree.Cell {
	lines := []tree.Text{named(b, "purposes", name)}
	for _, use := range b.Inside("use") {
		lines = append(lines, english.Phrase(named(use, "purpose", name), p.conditions(use)))
	}
	return cell(lines...)
}

// silence says to what a table would have held answers, had the policy any.
func silence(owed []string) tree.Text {
	if len(owed) == 0 {
		return nil
	}
	return english.Sentence(tree.T("this policy does not say", " "+english.OrWords(owed...)))
}

// categoryDetails are what the table has no room for.
func (p *page) categoryDetails() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("category") {
		about := p.categoryLines(b)
		if len(about) == 0 && !b.Has("note") {
			continue
		}
		entries = append(entries, p.entry(b, title(b), about.blocks(), note(b)))
	}
	return entries
}

// hasNotes reports whether a block or one inside it has prose to print.
func hasNotes(b *model.Block, inside ...string) bool {
	if b.Has("note") {
		return true
	}
	for _, kind := range inside {
		for _, n := range b.Inside(kind) {
			if n.Has("note") {
				return true
			}
		}
	}
	return false
}

func (p *page) categoryLines(b *model.Block) lines {
	var l lines
	if !p.isElement(b) {
		l.add("Consists of", texts(b, "fields"))
		l.add("Contents", exampleList(b, "examples"))
	}
	if !b.Has("examples") && !b.Has("includes") {
		l.say(flag(b, "open_ended", "this is not a complete list", "this is a complete list"))
	}
	l.add("Belongs to", named(b, "parents", name))
	l.say(p.includes(b))
	l.add("Does not contain", named(b, "excludes", name))
	l.add("Origin", word(b, "class"))
	l.add("Sensitivity", word(b, "sensitivity"))
	l.add("Held only in this form", word(b, "forms"))
	l.add("If it is not provided", text(b, "consequence"))
	p.standing(&l, b)
	l.add("Key in the Fides taxonomy", code(b, "fides_key"))
	return l
}

// standing is whose the data is, as what it counts, and how it is marked.
func (p *page) standing(l *lines, b *model.Block) {
	for _, n := range b.Blocks {
		switch n.Kind() {
		case "collection":
			l.note(tree.T("How it is collected"), n)
		case "use":
			l.note(named(n, "purpose", name), n)
		case "ownership":
			l.say(tree.T("it belongs"), word(n, "qualifier"), tree.T("to"), p.objects(n, "owner"))
			l.more(n)
		case "treated_as":
			l.say(p.treatment(n))
			l.more(n)
		case "tag":
			l.say(tree.T("it is marked"), tree.T(tree.Code(n.Name)), tree.T("on"), word(n, "on"))
			l.more(n)
		}
	}
}

// includes says what a category is made of. A hedge belongs to that statement,
// and without it to the whole.
func (p *page) includes(b *model.Block) tree.Text {
	parts := named(b, "includes", name)
	switch {
	case len(parts) > 0 && !b.Has("examples") && b.True("open_ended"):
		return english.Phrase(tree.T("it"), word(b, "qualifier"), tree.T("includes"), parts, says(b, "open_ended", ", among others"))
	case len(parts) > 0 && !b.Has("examples"):
		return english.Phrase(tree.T("it consists"), word(b, "qualifier"), tree.T("of"), parts, flag(b, "open_ended", "", "and of nothing else"))
	case len(parts) > 0:
		return english.Phrase(tree.T("it consists"), word(b, "qualifier"), tree.T("of"), parts)
	case b.Has("qualifier"):
		return english.Phrase(tree.T("this is"), word(b, "qualifier"), tree.T("so"))
	}
	return nil
}

// treatment says as what data counts, and when.
func (p *page) treatment(b *model.Block) tree.Text {
	verb := tree.T("counts as")
	if b.Has("strength") {
		verb = english.Phrase(p.modal(b), tree.T("be treated as"))
	}
	with := prefixed("together with ", named(b, "with", name))
	waives := prefixed(", and then without ", texts(b, "waives"))
	return english.Phrase(tree.T("it"), verb, or(named(b, "as", name), "ordinary data"), with, p.conditions(b), waives)
}
