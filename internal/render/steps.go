package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// procedures say what is done in certain cases, step by step.
func (p *page) procedures() part {
	c := part{heading: "Procedures"}
	for _, b := range p.all("procedure") {
		var inner part
		goals := goals(b)
		verb := isOrBe(p.modal(b))
		when := p.conditions(b)
		if len(when)+len(goals)+len(p.modal(b)) > 0 {
			inner.say(english.Sentence(tree.T("this"), verb, tree.T("done"), when, goals))
		}
		inner.add(p.steps(b)...)
		inner.add(note(b)...)
		if inner.empty() && !b.Has("label") {
			continue
		}
		c.sections = append(c.sections, &tree.Section{ID: anchor(b), Title: title(b), Blocks: inner.blocks})
	}
	return c
}

// steps lists the steps of a flow or a procedure in their order.
func (p *page) steps(b *model.Block) []tree.Block {
	var items []tree.Item
	for _, s := range b.Inside("step") {
		items = append(items, tree.Item{Text: english.Paragraph(p.stepSentences(s)...), Blocks: note(s)})
	}
	if len(items) == 0 {
		return nil
	}
	return []tree.Block{&tree.List{Ordered: true, Items: items}}
}

func (p *page) stepSentences(b *model.Block) []tree.Text {
	head := tree.Text(nil)
	if b.Has("label") {
		head = tree.T(tree.Strong{Text: title(b)}, ":")
	}
	return []tree.Text{
		english.Paragraph(head, p.stepSentence(b)),
		sentenceIf(word(b, "methods"), tree.T("the ways that are accepted:"), p.alternatives(b, "methods")),
		p.keptAllTheSame(b),
	}
}

// alternatives joins the words of an enum with "or".
func (p *page) alternatives(b *model.Block, attr string) tree.Text {
	a := b.Get(attr)
	if a == nil {
		return nil
	}
	return says(b, attr, english.OrWords(english.Words(a.Schema.Type.Enum.Name, b.Texts(attr))...))
}

// stepSentence says who does what. Where nobody is named it says what is done,
// and by whom is left open.
func (p *page) stepSentence(b *model.Block) tree.Text { return p.stepTaken(b, p.conditions(b)) }

// stepTaken is stepSentence with what is said of when and why.
func (p *page) stepTaken(b *model.Block, conditions tree.Text) tree.Text {
	action := b.Text("action")
	bare := isBareVerb(action)
	object, on := tree.Text(nil), named(b, "on", the)
	if !bare && english.Mentions(action, p.labelTexts(b.Refs("on"))...) {
		on = nil
	}
	if bare {
		object, on = on, nil
	}
	goes, concerns := p.stepTarget(b, bare)
	if bare && len(object) == 0 {
		object, goes, concerns = english.Phrase(goes, concerns), nil, nil
	}
	core := p.stepCore(b, action, object)
	if len(on) == 0 {
		core = tree.Says(core, b.Fact("on"))
	}
	extent := bracketed(word(b, "coverage"))
	switch {
	case b.Text("coverage") == "full":
		extent = word(b, "coverage")
	case sparesAll(b):
		extent = nil
	}
	from := prefixed("from ", p.things(b, "from"))
	sentence := english.Sentence(core, extent, bracketed(on), from, goes, word(b, "mode"), p.side(b), conditions)
	return english.Paragraph(sentence, sentenceIf(concerns, tree.T("this concerns"), concerns))
}

// side is on which side a step is taken.
func (p *page) side(b *model.Block) tree.Text {
	words := word(b, "where")
	if b.Text("where") != "client" {
		if p.public && len(words) > 0 {
			return says(b, "where", "on our servers")
		}
		return words
	}
	who := b.Refs("who")
	switch {
	case len(who) == 1 && who[0] == p.reader && p.reader != nil, len(who) == 0 && p.aboutReader():
		return says(b, "where", "on your device")
	case len(who) == 1 && who[0].Kind() == "actor":
		return says(b, "where", "on their own device")
	}
	return words
}

func (p *page) stepCore(b *model.Block, action string, object tree.Text) tree.Text {
	facts := []model.Fact{b.Fact("action"), b.Fact("strength")}
	rule := p.rule(b)
	if len(b.Refs("who")) > 0 {
		s := p.subjects(b, "who")
		return english.Phrase(s.Text, tree.Says(tree.T(rule.Predicate(s.Person, action)), facts...), object)
	}
	modal := english.Modal(b.Text("strength"), !p.public)
	if passive, ok := english.Passive(action, modal); ok {
		return tree.Says(tree.T(passive), facts...)
	}
	switch {
	case modal != "" && isBareVerb(action) && len(object) > 0:
		return english.Phrase(object, tree.Says(tree.T(modal+" be "+english.Participle(action)), facts...))
	case modal != "":
		return english.Phrase(tree.Says(tree.T("one "+modal+" "+action), facts...), object)
	}
	return english.Phrase(tree.Says(tree.T(action), facts...), object)
}

// isBareVerb reports whether an action is a verb that lacks its object.
func isBareVerb(action string) bool {
	_, hasObject := english.Passive(action, "")
	return !hasObject && english.IsOneVerb(action)
}

// stepTarget is where the result of a step goes, or whom it concerns.
func (p *page) stepTarget(b *model.Block, bare bool) (goes, concerns tree.Text) {
	places := true
	for _, t := range b.Refs("target") {
		places = places && t.Kind() != "actor"
	}
	targets := p.objects(b, "target")
	switch {
	case bare:
		return targets, nil
	case places:
		if preposition := english.Toward(b.Text("action")); preposition != "" {
			return prefixed(preposition+" ", targets), nil
		}
		return prefixed("with the result going to ", targets), nil
	}
	return nil, targets
}
