package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// exceptionsTo adds the exceptions to a statement behind it. One that is an
// exception to several stands behind the last of them that the policy lists.
func (p *page) exceptionsTo(s *statements, b *model.Block) {
	for _, e := range p.exceptions[b] {
		to := e.Refs("to")
		if to[len(to)-1] == b {
			p.addException(s, e)
		}
	}
}

func (p *page) addException(s *statements, e *model.Block) {
	s.add(anchor(e), english.Paragraph(p.exceptionSentences(e)...), p.cases(e), note(e))
}

func (p *page) exceptionSentences(b *model.Block) []tree.Text {
	head := "Exception"
	if b.True("only") {
		head = "Only exception"
	}
	term := tree.Strong{Text: tree.T(says(b, "only", head))}
	label := tree.Text(nil)
	if b.Has("label") {
		label = tree.T(" (", name(b), ")")
	}
	return []tree.Text{
		tree.T(term, label, "."),
		p.exceptionSentence(b),
		p.exceptionTreatment(b),
		sentenceIf(p.rules(b, "waives"), tree.T("what"+then(b)+" does not apply:"), p.rules(b, "waives")),
		sentenceIf(texts(b, "waives_also"), tree.T("nor does this apply:"), texts(b, "waives_also")),
		sentenceIf(p.rules(b, "requires"), tree.T("what"+then(b)+" has to be observed:"), p.rules(b, "requires")),
		flag(b, "minimised", "No more is done than the case requires.", "What is done is not limited to what the case requires."),
		flag(b, "only", "", "There may be other exceptions."),
	}
}

// manyCases is the number of conditions or purposes from which on they are a list.
const manyCases = 3

// cases are the conditions of an exception, where there are many.
func (p *page) cases(b *model.Block) []tree.Block {
	if len(b.Refs("to")) == 0 || len(b.Refs("when")) < manyCases {
		return nil
	}
	var s statements
	for _, c := range b.Refs("when") {
		s.add("", english.Sentence(english.When(p.clause(c))))
	}
	return s.blocks()
}

// exceptionSentence says what does not hold, for what, and when.
func (p *page) exceptionSentence(b *model.Block) tree.Text {
	to := p.rules(b, "to")
	scope := english.Phrase(prefixed("for ", p.exempted(b)), prefixed("for ", named(b, "purposes", name)), p.conditions(b))
	if len(to) == 0 {
		return sentenceIf(scope, tree.T("this holds"), scope)
	}
	if n := len(b.Refs("when")); n >= manyCases {
		scope = english.Phrase(prefixed("for ", p.exempted(b)), prefixed("for ", named(b, "purposes", name)), because(b),
			says(b, "when", "in "+english.Number(n)+" cases, which are listed below"))
	}
	verb := "does not hold"
	if len(b.Refs("to")) > 1 {
		verb = "do not hold"
	}
	return english.Sentence(to, tree.T(verb), scope)
}

// exempted is what an exception is made for: any of it, where rules then do not
// hold.
func (p *page) exempted(b *model.Block) tree.Text {
	if len(b.Refs("to")) > 0 {
		return p.anyThings(b, "for")
	}
	return p.things(b, "for")
}

// rules names the statements that an exception speaks of, those of a kind
// together: "the rules “A” and “B” and the access rule “C”".
func (p *page) rules(b *model.Block, attr string) tree.Text {
	targets := b.Refs(attr)
	var items []tree.Text
	for i, n := 0, 0; i < len(targets); i = n {
		for n = i; n < len(targets) && targets[n].Kind() == targets[i].Kind(); n++ {
		}
		title, plural := targets[i].Schema.Title, targets[i].Schema.Plural
		if targets[i].Kind() == "requirement" {
			title, plural = "rule", "rules"
		}
		if n-i > 1 {
			title = plural
		}
		items = append(items, tree.T("the "+title+" ", english.And(forms(targets[i:n], quoted)...)))
	}
	if len(items) == 0 {
		return nil
	}
	return tree.Says(english.And(items...), b.Fact(attr))
}

func (p *page) exceptionTreatment(b *model.Block) tree.Text {
	treatment := text(b, "treatment")
	if len(treatment) == 0 {
		return strengthOf(b, "This exception must be made.", "This exception should be made.", "This exception may be made.")
	}
	verb := tree.T("is" + then(b))
	if b.Has("strength") {
		verb = tree.T(p.modal(b), then(b)+" be")
	}
	return english.Sentence(tree.T("it"), verb, tree.T("treated with"), treatment)
}

// exceptionTable lists the exceptions to the rules: to what, for what, when, and
// what then holds.
func (p *page) exceptionTable() part {
	c := part{heading: "Exceptions"}
	g := p.grid([]column{
		{head: "Exception"}, {head: "To"}, {head: "For"}, {head: "When"}, {head: "What does not apply"}, {head: "What then holds"},
	})
	for _, b := range p.all("exception") {
		g.row("", cell(p.exceptionName(b)), cell(p.rules(b, "to")), cell(p.exempted(b), prefixed("for ", named(b, "purposes", name))),
			cell(p.when(b), reason(b)), cell(p.rules(b, "waives"), texts(b, "waives_also")), p.instead(b))
	}
	t, _ := g.table()
	c.tabulate(t)
	return c
}

// reason is why a statement holds, by itself.
func reason(b *model.Block) tree.Text {
	if !b.Has("because") {
		return nil
	}
	return says(b, "because", english.Because(b.Text("because")))
}

func (p *page) exceptionName(b *model.Block) tree.Text {
	if b.True("only") {
		return tree.T(title(b), says(b, "only", " (the only one)"))
	}
	return title(b)
}

// instead is what holds where an exception applies.
func (p *page) instead(b *model.Block) tree.Cell {
	return cell(p.rules(b, "requires"), p.treated(b), flag(b, "minimised", "no more than the case requires", "not limited to what the case requires"))
}

// treated is how a matter is treated under an exception, and how binding that is.
func (p *page) treated(b *model.Block) tree.Text {
	treatment := text(b, "treatment")
	switch {
	case len(treatment) == 0:
		return strengthOf(b, "it must be made", "it should be made", "it may be made")
	case b.Has("strength"):
		return english.Phrase(p.modal(b), tree.T("be treated with"), treatment)
	}
	return english.Phrase(tree.T("treated with"), treatment)
}
