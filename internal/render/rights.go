package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// rights say what people can ask for or do about their data, how, and how soon.
func (p *page) rights() part {
	c := part{heading: "Your rights"}
	if p.reader == nil {
		c.heading = "Rights"
	}
	var entries []tree.Definition
	for _, b := range p.all("right") {
		choices := p.options(b)
		if choosesOnly(b) {
			choices = nil
		}
		entries = append(entries, p.entry(b, p.rightTerm(b), p.rightLines(b).blocks(), choices, note(b)))
	}
	c.define(entries)
	return c
}

func (p *page) rightTerm(b *model.Block) tree.Text {
	if isCalledByDeed(b) {
		return tree.Says(title(b), b.Fact("kind"))
	}
	if b.Has("label") && len(b.Texts("actions")) > 0 {
		return english.Phrase(title(b), bracketed(word(b, "kind")))
	}
	if b.Has("label") {
		return title(b)
	}
	return english.Capital(word(b, "kind"))
}

func (p *page) rightLines(b *model.Block) lines {
	var l lines
	l.say(p.rightSentence(b))
	l.add("How", p.how(b))
	l.say(p.answered(b))
	l.add("Includes", texts(b, "covers"))
	l.add("Formats", texts(b, "formats"))
	l.add("Limits", texts(b, "limits"))
	l.add("Signals that count as a request", word(b, "signals"))
	if b.Text("kind") != "complaint" || len(b.Texts("actions")) > 0 {
		l.add("Supervisory authority", text(b, "authority"))
	}
	return l
}

// isCalledByDeed reports whether a right has the verb in its name that its kind goes
// by: "exports on request".
func isCalledByDeed(b *model.Block) bool {
	return b.Text("kind") == "portability" && strings.Contains(strings.ToLower(b.Label()), "export")
}

// how is the ways to exercise a right, any of which will do.
func (p *page) how(b *model.Block) tree.Text {
	via := b.Refs("via")
	if len(via) == 0 {
		return nil
	}
	return tree.Says(english.Or(forms(via, p.contactPhrase)...), b.Fact("via"))
}

// rightSentence says what one can do.
func (p *page) rightSentence(b *model.Block) tree.Text {
	holder := english.Subject{Text: tree.T("people"), Person: english.They}
	if len(b.Refs("holder")) > 0 {
		holder = p.subjects(b, "holder")
	}
	manner, way := manners(b)
	can := english.Phrase(manner, texts(b, "safeguards"), p.rightDeed(b, holder.Person), way)
	comma := ""
	if len(way) > 0 && b.Has("purposes") {
		comma = "," // what it is for is no part of the way
	}
	return english.Sentence(
		holder.Text, tree.T("can"), word(b, "availability"), can, tree.T(comma),
		prefixed("for ", named(b, "purposes", name)), p.conditions(b))
}

// manners are the ways in which a right can be exercised: adverbs, which stand before
// what one can do, and phrases, which stand behind it.
func manners(b *model.Block) (before, behind tree.Text) {
	var adverbs, phrases []string
	for _, m := range b.Texts("manner") {
		if strings.HasSuffix(m, "ly") && !strings.Contains(m, " ") {
			adverbs = append(adverbs, m)
		} else {
			phrases = append(phrases, m)
		}
	}
	if len(adverbs) > 0 {
		before = says(b, "manner", english.AndWords(adverbs...))
	}
	if len(phrases) > 0 {
		behind = says(b, "manner", english.AndWords(phrases...))
	}
	return before, behind
}

// rightDeed is what the holder of a right can do: in the author's verbs where
// there are any, and otherwise by the kind of right.
func (p *page) rightDeed(b *model.Block, person english.Person) tree.Text {
	where, what := p.rightObjects(b)
	if choosesOnly(b) {
		return p.preferences(b, person)
	}
	if actions := b.Texts("actions"); len(actions) > 0 {
		return english.Phrase(says(b, "actions", english.AndWords(actions...)), p.covered(b, what, !allHaveObjects(actions)), prefixed("in ", where))
	}
	if b.Text("kind") == "complaint" && b.Has("authority") {
		return english.Phrase(says(b, "kind", "complain to "), text(b, "authority"), prefixed("about ", english.And(filled([]tree.Text{what, where})...)))
	}
	deed := english.Right(b.Text("kind"), person)
	if b.Text("kind") == "information" && b.Has("when") {
		deed.After = ""
	}
	if deletesOneself(b) {
		deed.Before, deed.After = "delete", ""
	}
	thing := p.covered(b, what, deed.Data != "")
	if len(thing) > 0 && len(what)+len(where) == 0 && ofDataSubjects(b) {
		thing = tree.T(thing, deed.Data)
	}
	before := says(b, "kind", deed.Before)
	if deletesOneself(b) {
		before = tree.Says(before, b.Fact("handling"))
	}
	return english.Phrase(before, thing, says(b, "kind", deed.After), prefixed(deed.Place+" ", where))
}

// allHaveObjects reports whether each action says by itself what it is done to.
func allHaveObjects(actions []string) bool {
	return !slices.ContainsFunc(actions, isBareVerb)
}

// choosesOnly reports whether a right to preferences is about options of which no more
// is said than what they are, and that those who have it set them.
func choosesOnly(b *model.Block) bool {
	if b.Text("kind") != "preferences" || b.Has("actions") || b.Has("on") || b.Has("coverage") || !b.Has("holder") {
		return false
	}
	for _, o := range b.Inside("option") {
		if !slices.Equal(o.Refs("configured_by"), b.Refs("holder")) {
			return false
		}
		for _, a := range o.Schema.Attrs {
			if o.Has(a.Name) && a.Name != "label" && a.Name != "configured_by" {
				return false
			}
		}
	}
	return len(b.Inside("option")) > 0
}

// preferences are what the holder of a right chooses.
func (p *page) preferences(b *model.Block, person english.Person) tree.Text {
	var choices []tree.Text
	for _, o := range b.Inside("option") {
		choices = append(choices, tree.Says(name(o), o.Fact("configured_by")))
	}
	whose := "their"
	if person == english.You {
		whose = "your"
	}
	return tree.T(says(b, "kind", "change "+whose+" preferences on "), english.And(choices...))
}

// deletesOneself reports whether those who have a right to have data deleted delete it
// themselves, which then needs no sentence of its own.
func deletesOneself(b *model.Block) bool {
	return b.Text("kind") == "erasure" && b.Text("handling") == "self_service" && len(b.Texts("actions")) == 0
}

// ofDataSubjects reports whether those who have a right are those whom data is
// about. The right of a customer may be about the data of others.
func ofDataSubjects(b *model.Block) bool {
	for _, h := range b.Refs("holder") {
		if h.Text("kind") != "data_subject" {
			return false
		}
	}
	return b.Has("holder")
}

// rightObjects parts what a right is about: places that data is in, and the data.
func (p *page) rightObjects(b *model.Block) (where, what tree.Text) {
	var places, data []tree.Text
	for _, t := range b.Refs("on") {
		if t.Kind() == "category" {
			data = append(data, the(t))
		} else {
			places = append(places, the(t))
		}
	}
	if len(places) > 0 {
		where = tree.Says(english.And(places...), b.Fact("on"))
	}
	if len(data) > 0 {
		what = tree.Says(english.And(data...), b.Fact("on"))
	}
	return where, what
}

// covered is the data that a right is about, and how much of it.
func (p *page) covered(b *model.Block, what tree.Text, needsObject bool) tree.Text {
	scope := map[string]string{"all": "all", "any": "any", "every": "every piece of", "full": "completely"}[b.Text("coverage")]
	switch {
	case scope == "" && len(what) > 0:
		return what
	case scope == "" && needsObject:
		return tree.T("data")
	case scope == "":
		return nil
	case b.Text("coverage") == "full":
		return english.Phrase(or(what, "data"), says(b, "coverage", scope))
	case len(what) > 0:
		return tree.T(says(b, "coverage", scope+" of "), what)
	}
	return says(b, "coverage", scope+" data")
}

// answered says how soon what is asked for is done, and how a request is dealt
// with.
func (p *page) answered(b *model.Block) tree.Text {
	soon := within(b)
	if len(soon) == 0 && b.Has("bound") {
		soon = word(b, "bound")
	}
	handling := b.Text("handling")
	this := "this is done"
	if b.Text("kind") == "complaint" {
		this = "a complaint is dealt with"
	}
	switch {
	case deletesOneself(b) && len(soon) == 0:
		return nil
	case handling == "self_service" && len(b.Refs("holder")) > 0:
		holder := p.subjects(b, "holder")
		by := english.Reflexive(holder.Person)
		does := says(b, "handling", english.Present(holder.Person, "do"), " this "+by)
		return english.Phrase(holder.Text, commas(does, soon))
	case handling == "" && len(soon) == 0:
		return nil
	case handling == "automatic" && len(soon) == 0:
		return english.Phrase(tree.T(this), says(b, "handling", "at once, by a machine"))
	case handling == "reviewed":
		return commas(english.Phrase(tree.T("a request is handled"), word(b, "handling")), soon)
	case len(soon) == 0:
		return english.Phrase(tree.T(this), word(b, "handling"))
	}
	return commas(english.Phrase(tree.T(this), soon), word(b, "handling"))
}
