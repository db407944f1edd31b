package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// categoryDetails are what the table has no room for.
func (p *page) categoryDetails() []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all("category") {
		if p.isElement(b) && len(p.characteristics(b)) == 0 && !b.Has("note") {
			continue // the table or the list below it says all
		}
		about := p.categoryLines(b)
		if len(about) == 0 && !b.Has("note") {
			continue
		}
		entries = append(entries, p.entry(b, title(b), about.blocks(), note(b)))
	}
	return entries
}

// isTabulated reports whether a category has a row of the table.
func (p *page) isTabulated(b *model.Block) bool { return p.isElement(b) && !p.isSilent(b) }

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
	if p.isTabulated(b) {
		return append(l, p.characteristics(b)...)
	}
	l.say(p.contents(b))
	l = append(l, p.characteristics(b)...)
	for _, use := range p.received(b, "it") {
		l.say(use)
	}
	return l
}

// characteristics are what the policy says of data, besides what it is made of
// where the table says that.
func (p *page) characteristics(b *model.Block) lines {
	var l lines
	if p.isTabulated(b) {
		l.say(p.includes(b))
	}
	if !b.Has("examples") && !b.Has("includes") && !b.Has("fields") {
		l.say(flag(b, "open_ended", "what belongs to it is not listed in full", "nothing else belongs to it"))
	}
	l.add("Belongs to", named(b, "parents", name))
	l.add("Does not contain", anyNamed(b, "excludes", name))
	if p.mayBeReaders(b) {
		l.add("Origin", p.addressed(b, "class"))
	} else {
		l.add("Origin", word(b, "class"))
	}
	l.add("Sensitivity", word(b, "sensitivity"))
	l.add("Permitted by", word(b, "ground"))
	if !isCalledByForms(b) {
		l.about(pronoun(b), "be", "", word(b, "forms"))
	}
	l.say(p.consequence(b))
	p.standing(&l, b)
	l.add("Key in the Fides taxonomy", code(b, "fides_key"))
	return l
}

// consequence is what happens where data is not provided, which the author gives
// as a sentence.
func (p *page) consequence(b *model.Block) tree.Text {
	if !b.Has("consequence") {
		return nil
	}
	unless := "if it is not provided"
	if p.aboutReader() {
		unless = "if you do not provide it"
	}
	then, small := english.Small(b.Text("consequence"))
	if !small {
		return tree.T(unless+": ", says(b, "consequence", then))
	}
	return tree.T(unless+", ", says(b, "consequence", then))
}

// standing is whose the data is, as what it counts, and how it is marked.
func (p *page) standing(l *lines, b *model.Block) {
	for _, n := range b.Blocks {
		switch n.Kind() {
		case "collection":
			if n.Has("note") {
				*l = append(*l, tree.Item{Blocks: note(n)})
			}
		case "use":
			l.note(named(n, "purpose", name), n)
		case "ownership":
			l.say(p.belongs(n))
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

// belongs says whose data is.
func (p *page) belongs(n *model.Block) tree.Text {
	it, hedge := tree.T("it"), word(n, "qualifier")
	if n.Text("qualifier") == "mostly" {
		it, hedge = says(n, "qualifier", "most of it"), nil
	}
	verb := or(flag(n, "retained", "continues to belong", "comes to belong"), "belongs")
	return english.Phrase(it, hedge, verb, tree.T("to"), p.objects(n, "owner"))
}

// contents says what a category is made of that has no row of the table.
func (p *page) contents(b *model.Block) tree.Text {
	fields := texts(b, "fields")
	switch {
	case len(fields) > 0 && b.Has("includes"):
		parts := p.includes(b)
		if b.Text("qualifier") == "mostly" {
			parts = tree.T(word(b, "qualifier"), " it is ", named(b, "includes", name))
		}
		return commas(tree.T("it covers ", fields, "; ", parts), exampleList(b))
	case len(fields) > 0:
		return english.Phrase(tree.T("it covers"), p.fieldList(b), prefixed(", ", exampleList(b)))
	case b.Has("includes"):
		return english.Phrase(p.includes(b), prefixed(", ", exampleList(b)))
	}
	return commas(p.includes(b), exampleList(b))
}

// includes says of which narrower categories one is made. A hedge belongs to that
// statement, and without it to the whole.
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
	conditions := p.conditions(b)
	switch only := flag(b, "only", "only", "not only"); {
	case len(with) > 0:
		with = english.Phrase(only, with)
	case len(conditions) > 0:
		conditions = english.Phrase(only, conditions)
	default:
		with = flag(b, "only", "and as nothing else", "among others")
	}
	if waives := anyTexts(b, "waives"); len(waives) > 0 && !b.Has("as") {
		return english.Phrase(p.waived(b), with, conditions)
	}
	waives := prefixed(", and then without ", texts(b, "waives"))
	return english.Phrase(tree.T("it"), verb, or(named(b, "as", name), "ordinary data"), with, conditions, waives)
}

// waived says that something does not hold for data, which otherwise is like any other.
func (p *page) waived(b *model.Block) tree.Text {
	no := anyTexts(b, "waives")
	if !b.Has("strength") {
		return tree.T("it is subject to no ", no)
	}
	return tree.T("it ", p.modal(b), " be subject to no ", no)
}
