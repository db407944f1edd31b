package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// principles are what the organization holds itself to: statements of attitude,
// and claims that the rest of the policy could refute.
func (p *page) principles() part {
	c := part{heading: "What we hold ourselves to"}
	if !p.public {
		c.heading = "Principles"
	}
	var entries []tree.Definition
	var s statements
	for _, b := range p.all("principle") {
		if b.Has("label") {
			entries = append(entries, p.entry(b, title(b), prose(b, "statement"), note(b)))
			continue
		}
		s = append(s, tree.Item{ID: anchor(b), Blocks: append(prose(b, "statement"), note(b)...)})
	}
	for _, b := range p.all("claim") {
		s.add(anchor(b), english.Paragraph(headed(b), p.claim(b)), note(b))
	}
	c.define(entries)
	c.add(s.blocks()...)
	return c
}

// claim is a sweeping promise.
func (p *page) claim(b *model.Block) tree.Text {
	us := p.self()
	deed := english.Word("deed", b.Text("what"))
	list, listWords := named, english.AndWords
	if b.Text("says") == "never" {
		list, listWords = anyNamed, english.OrWords
	}
	data := or(list(b, "data", the), "data")
	limits := english.Phrase(
		prefixed(claimPreposition(b), p.claimRecipients(b)), prefixed("in ", list(b, "on", the)),
		prefixed("in ", p.listCountries(b, "within", listWords)))
	conditions := p.conditions(b)
	says := func(words string) tree.Text { return tree.Says(tree.T(words), b.Fact("says"), b.Fact("what")) }
	switch b.Text("says") {
	case "never":
		return english.Sentence(us.Text, says("never "+english.Present(us.Person, deed)), data, limits, conditions)
	case "only":
		return english.Sentence(us.Text, says(english.Present(us.Person, deed)), data, says("only"), or(limits, "as this policy states"), conditions)
	case "all":
		return english.Sentence(us.Text, says(english.Present(us.Person, deed)+" all"), data, limits, conditions)
	}
	if !b.Has("data") {
		told := tree.Text(nil)
		if p.reader != nil {
			told = p.subject(p.reader).Object()
		}
		return english.Sentence(us.Text, tree.T(english.Present(us.Person, "tell")), or(told, "people"),
			says("exactly which data"), us.Text, says(english.Present(us.Person, deed)), limits, conditions)
	}
	return english.Sentence(tree.T("what this policy lists about"), says(english.Gerund(deed)), data, limits, says("is complete"), conditions)
}

// claimPreposition joins a deed and those with whom, or to whom, it is done.
func claimPreposition(b *model.Block) string {
	if b.Text("what") == "sell" {
		return "to "
	}
	return "with "
}

func (p *page) claimRecipients(b *model.Block) tree.Text {
	if !b.Has("with") {
		return nil
	}
	return says(b, "with", p.recipientClasses(b, "with"))
}
