package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// sharingRules are what the policy says of sharing as such, or of relying on others,
// which leads to those who are named.
func (p *page) sharingRules(relied bool) statements {
	var s statements
	for _, b := range p.all("transfer") {
		if (b.Text("effect") == "rely") != relied {
			continue
		}
		s.add(anchor(b), english.Paragraph(p.sharingSentences(b)...), note(b))
		p.exceptionsTo(&s, b)
	}
	return s
}

func (p *page) sharingSentences(b *model.Block) []tree.Text {
	others, nobody := "and others like them", "and nobody else"
	if b.Text("effect") == "deny" {
		others, nobody = "or others like them", "(no others are meant)"
	}
	only := ""
	if b.True("only") {
		only = "only "
	}
	does, with := p.shared(b)
	purposes := prefixed("for ", named(b, "purposes", name))
	open := flag(b, "open_ended", others, nobody)
	if len(purposes) > 0 && b.True("open_ended") {
		such := "purposes such as "
		if b.Text("effect") == "rely" {
			such = "services such as " // which are what one relies on others for
		}
		purposes, open = tree.T("for ", says(b, "open_ended", such), named(b, "purposes", name)), nil
	}
	limits := english.Phrase(purposes, p.conditions(b))
	hedge := word(b, "qualifier")
	if len(b.Refs("purposes")) > 0 || len(b.Refs("when")) > 0 {
		limits = english.Phrase(says(b, "only", only), limits)
	} else if only != "" {
		with = tree.T(says(b, "only", only), with)
	}
	return []tree.Text{
		headed(b),
		english.Sentence(p.self().Text, without(hedge, b.Has("mechanism")), does, with, open, limits),
		flag(b, "declared_only", "Exceptions are limited to what this policy describes.", "Exceptions are not limited to what this policy describes."),
		everyTransfer(b),
		sentenceIf(word(b, "mechanism"), tree.T("transfers to another country"), without(hedge, !b.Has("mechanism")), tree.T("rest on"), word(b, "mechanism")),
		p.borders(b),
		sentenceIf(word(b, "counts_as"), tree.T("the law calls this"), word(b, "counts_as")),
	}
}

// shared is what the organization does with data or with others, and who these are.
func (p *page) shared(b *model.Block) (does, with tree.Text) {
	us, others := p.self(), says(b, "recipients", p.recipientClasses(b, "recipients"))
	switch b.Text("effect") {
	case "deny":
		share := english.DoNot(us.Person) + " share"
		if p.isPromised(b) {
			share = "never " + english.Present(us.Person, "share")
		}
		does = english.Phrase(says(b, "effect", share), or(anyNamed(b, "data", the), "data"))
	case "rely":
		return says(b, "effect", english.Present(us.Person, "rely")), tree.T("on ", others, prefixed(" to handle ", named(b, "data", the)))
	default:
		does = english.Phrase(says(b, "effect", english.Present(us.Person, "share")), or(named(b, "data", the), "data"))
	}
	return does, tree.T("with ", others)
}

// everyTransfer says what holds for each transfer.
func everyTransfer(b *model.Block) tree.Text {
	holds := english.And(filled([]tree.Text{
		prefixed("complies with ", texts(b, "complies_with")), prefixed("is protected by ", texts(b, "safeguards")),
	})...)
	return sentenceIf(holds, tree.T("every transfer to them"), holds)
}

// without leaves a text out where that is so.
func without(t tree.Text, so bool) tree.Text {
	if so {
		return nil
	}
	return t
}

// borders says out of which countries and into which data goes.
func (p *page) borders(b *model.Block) tree.Text {
	from, into := p.countries(b, "from"), p.countries(b, "countries")
	if len(from) == 0 {
		return sentenceIf(into, tree.T("this is about"), into)
	}
	return english.Sentence(tree.T("this is about data from"), from, prefixed("that goes to ", into))
}

// recipientClasses joins kinds of recipients: with "or" in a denial.
func (p *page) recipientClasses(b *model.Block, attr string) string {
	words := english.Words("recipient_class", b.Texts(attr))
	if b.Schema.Attr("effect") != nil && b.Text("effect") == "deny" || b.Schema.Attr("says") != nil && b.Text("says") == "never" {
		return english.OrWords(words...)
	}
	return english.AndWords(words...)
}
