package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// flows says how data moves, each flow by itself: what it is, its steps in their
// order, and what can be set about it.
func (p *page) flows() part {
	c := part{heading: "How data moves"}
	for _, b := range p.all("flow") {
		c.sections = append(c.sections, p.flow(b))
	}
	return c
}

func (p *page) flow(b *model.Block) *tree.Section {
	var c part
	c.say(p.flowSentence(b), flag(b, "only", "It goes no other way.", "It may go other ways as well."))
	c.add(p.steps(b)...)
	c.add(p.options(b)...)
	c.add(note(b)...)
	return &tree.Section{ID: anchor(b), Title: title(b), Blocks: c.blocks}
}

func (p *page) flowSentence(b *model.Block) tree.Text {
	data := english.Subject{Text: tree.T("data"), Person: english.It}
	if len(b.Refs("data")) > 0 {
		data = dataSubject(b, "data")
	}
	verb := p.moved(b, data.Person)
	part := says(b, "coverage", english.Part(b.Text("coverage")))
	if b.Text("coverage") == "any" {
		part, data.Text = says(b, "coverage", "any"), anyNamed(b, "data", name)
	}
	if len(b.Refs("data")) == 0 {
		part, data = nil, english.Subject{Text: or(coverageScope(b), "data"), Person: english.It}
	}
	return english.Sentence(
		p.when(b), tree.T(commaAfter(p.when(b))), part, data.Text, verb,
		prefixed("from ", p.origin(b)), prefixed("to ", p.destinations(b)),
		prefixed("inside ", named(b, "inside", the)),
		prefixed("for ", named(b, "purposes", name)), prefixed(", in compliance with ", texts(b, "complies_with")), p.unless(b))
}

// origin is where data comes from. Those by whose doing it moves are not named twice.
func (p *page) origin(b *model.Block) tree.Text {
	from, when := b.Refs("from"), b.Refs("when")
	if len(when) != 1 || len(from) == 0 || !slices.Equal(from, when[0].Refs("by")) || slices.Contains(from, p.reader) {
		return p.objects(b, "from")
	}
	return says(b, "from", "them")
}

// destinations is where data goes: to all that a flow names, and to one of those that
// can be set.
func (p *page) destinations(b *model.Block) tree.Text {
	to := p.objects(b, "to")
	for _, o := range b.Inside("option") {
		choices := p.choices(o)
		if len(to) > 0 {
			choices = prefixed(", and to ", choices)
		}
		to = english.Phrase(to, choices)
	}
	return to
}

// choices is where data can go, as an option is set.
func (p *page) choices(o *model.Block) tree.Text {
	return tree.Says(english.Or(forms(o.Refs("to"), func(t *model.Block) tree.Text { return p.subject(t).Object() })...), o.Fact("to"))
}

// moved is what a flow does with data: it goes, or what the author says is done.
func (p *page) moved(b *model.Block, person english.Person) tree.Text {
	modal, hedge := p.modal(b), word(b, "qualifier")
	actions := b.Texts("actions")
	if len(actions) == 0 {
		goes := english.Present(person, "go")
		if len(modal) > 0 {
			goes = "go"
		}
		return english.Phrase(modal, hedge, tree.T(goes))
	}
	done := make([]string, len(actions))
	for i, a := range actions {
		done[i] = english.Participle(a)
	}
	be := tree.T(english.Be(person))
	if len(modal) > 0 {
		be = tree.T(modal, " be")
	}
	return english.Phrase(be, hedge, says(b, "actions", english.AndWords(done...)))
}

func commaAfter(t tree.Text) string {
	if len(t) == 0 {
		return ""
	}
	return ","
}

// dataSubject joins categories of data into a subject that its verb agrees with.
func dataSubject(b *model.Block, attr string) english.Subject {
	categories := b.Refs(attr)
	person := english.They
	if len(categories) == 1 {
		person = english.Number3(categories[0].Label())
	}
	return english.Subject{Text: named(b, attr, the), Person: person}
}

// keptAllTheSame is the data that a step spares. How much of it that is, a step says
// that is taken with no data.
func (p *page) keptAllTheSame(b *model.Block) tree.Text {
	kept := dataSubject(b, "keeps")
	if sparesAll(b) {
		kept.Text = tree.T(says(b, "coverage", "all "), named(b, "keeps", name))
	}
	return sentenceIf(named(b, "keeps", the), kept.Text, tree.T(english.Be(kept.Person), " kept all the same"))
}

// sparesAll reports whether a step that is taken with no data keeps all of what it
// keeps.
func sparesAll(b *model.Block) bool {
	return b.Text("coverage") == "all" && b.Has("keeps") && !b.Has("on")
}

// options says what can be set, by whom, and what the setting changes.
func (p *page) options(b *model.Block) []tree.Block {
	var s statements
	for _, o := range b.Inside("option") {
		s.add("", english.Paragraph(p.optionSentences(o)...), note(o))
	}
	return s.blocks()
}

func (p *page) optionSentences(b *model.Block) []tree.Text {
	who := p.subjects(b, "configured_by")
	label := tree.T(tree.Strong{Text: title(b)}, ":")
	via := prefixed("in ", named(b, "via", the))
	set := english.Sentence(via, tree.T(commaAfter(via)), who.Text, tree.T("can"), p.setting(b))
	return []tree.Text{
		english.Paragraph(label, set), p.skips(b),
		byItself(b, who),
	}
}

// byItself is how an option is set where nobody has changed it.
func byItself(b *model.Block, who english.Subject) tree.Text {
	is := flag(b, "default", "on", "off")
	return sentenceIf(is, tree.T("it is"), is, tree.T("unless"), who.Text, tree.T(english.Present(who.Person, "change"), " that"))
}

// setting is what one can do with an option: choose among values, or where data goes,
// or switch it. The sentence on a flow says where that can be.
func (p *page) setting(b *model.Block) tree.Text {
	values := b.Texts("values")
	switch {
	case len(values) == 0 && b.Has("to"):
		open := flag(b, "open_ended", ", among other places", ", and nowhere else")
		if b.Parent.Kind() == "flow" {
			return english.Phrase(tree.T("choose where the data goes"), open)
		}
		return english.Phrase(tree.T("choose whether data goes to"), p.choices(b), open)
	case isSwitch(values):
		open := flag(b, "open_ended", ", among other settings", ", and nothing else")
		return english.Phrase(tree.T("switch this"), says(b, "values", english.OrWords(values...)), open)
	case len(values) > 0:
		open := flag(b, "open_ended", ", among other values", ", and to nothing else")
		return english.Phrase(tree.T("set this to"), says(b, "values", english.OrWords(values...)), open)
	case b.Has("default") || b.Has("skips"):
		return english.Phrase(tree.T("switch this on or off"), flag(b, "open_ended", ", among other settings", ", and nothing else"))
	}
	return english.Phrase(tree.T("set this"), flag(b, "open_ended", ", among other settings", ", and nothing else"))
}

func (p *page) skips(b *model.Block) tree.Text {
	skipped := anyNamed(b, "skips", the)
	completely := word(b, "coverage")
	if len(skipped) == 0 {
		return sentenceIf(completely, tree.T("it has effect on"), coverageScope(b))
	}
	if b.Text("coverage") == "full" {
		completely = says(b, "coverage", "at all")
	} else {
		completely = bracketed(completely)
	}
	return english.Sentence(tree.T(whileOn(b)+"the data does not pass through"), skipped, completely)
}

// whileOn says when the effect of an option holds.
func whileOn(b *model.Block) string {
	if values := b.Texts("values"); len(values) > 0 && !isSwitch(values) {
		return "depending on the setting, "
	}
	return "while it is on, "
}

// isSwitch reports whether the values of an option are those of a switch.
func isSwitch(values []string) bool {
	return len(values) == 2 && slices.Contains(values, "on") && slices.Contains(values, "off")
}

// coverageScope is how much a statement covers, where no noun stands beside it.
func coverageScope(b *model.Block) tree.Text {
	words := map[string]string{"all": "all data", "any": "any data", "every": "every piece of data", "full": "the data completely"}
	return says(b, "coverage", words[b.Text("coverage")])
}
