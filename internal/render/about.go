package render

import (
	"strconv"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// about says whose policy it is, what it covers, and whom it speaks to.
func (p *page) about() part {
	c := part{heading: "About this policy"}
	if p.policy != nil && p.shows(p.policy) {
		sentences := append(p.coverage(), p.voice()...)
		if tags := p.policy.Texts("languages"); len(tags) == 1 {
			stateIn(sentences, p.policy.Fact("languages"))
		}
		c.say(sentences[:2]...)
		c.say(sentences[2:]...)
		c.say(p.lawAndLanguage()...)
		c.add(note(p.policy)...)
	}
	c.define(p.organizations())
	return c
}

func (p *page) coverage() []tree.Text {
	organization := prefixed("of ", named(p.policy, "organization", name))
	products := prefixed("covers ", products(p.policy))
	if list := p.policy.Texts("products"); p.us != nil && len(list) == 1 && list[0] == p.us.Label() {
		organization, products = tree.Says(organization, p.policy.Fact("products")), nil
	}
	scope := prefixed("describes ", texts(p.policy, "scope"))
	if len(products) == 0 && len(organization) == 0 {
		return []tree.Text{sentenceIf(scope, tree.T("this policy"), scope), nil}
	}
	if len(products) == 0 {
		return []tree.Text{
			english.Sentence(tree.T("this is the policy"), organization), sentenceIf(scope, tree.T("it"), scope),
		}
	}
	first := english.Sentence(tree.T("this policy"), organization, products)
	return []tree.Text{first, sentenceIf(scope, tree.T("it"), scope)}
}

// stateIn has the first sentence there is state a fact that shows in the language of
// the page and not in its words.
func stateIn(sentences []tree.Text, fact model.Fact) {
	for i, s := range sentences {
		if len(s) > 0 {
			sentences[i] = tree.Says(s, fact)
			return
		}
	}
}

// products are what a policy covers, as a sentence speaks of them.
func products(b *model.Block) tree.Text {
	var list []string
	for _, product := range b.Texts("products") {
		list = append(list, english.Definite(product))
	}
	if len(list) == 0 {
		return nil
	}
	return says(b, "products", english.AndWords(list...))
}

// sentenceIf is a sentence that is left out where its core is empty.
func sentenceIf(core tree.Text, phrases ...tree.Text) tree.Text {
	if len(core) == 0 {
		return nil
	}
	return english.Sentence(phrases...)
}

// voice says who "we" and "you" are.
func (p *page) voice() []tree.Text {
	audience := p.policy.Fact("audience")
	if !p.public {
		return []tree.Text{english.Sentence(tree.Says(tree.T("it is written for the organization’s own people"), audience))}
	}
	var meanings []tree.Text
	if p.us != nil {
		meanings = append(meanings, tree.T("“we” means ", name(p.us)))
	}
	if p.reader != nil {
		plural := english.Plural(p.reader.Label())
		if p.reader.Has("plural") {
			plural = p.reader.Text("plural")
		}
		meanings = append(meanings, tree.T("“you” means ",
			tree.Says(tree.T(plural), labelOf(p.reader), p.reader.Fact("plural"))))
	}
	if len(meanings) == 0 {
		return []tree.Text{sentenceIf(word(p.policy, "audience"), tree.T("it is written for"), word(p.policy, "audience"))}
	}
	return []tree.Text{english.Sentence(tree.Says(tree.T("in it,"), audience), english.And(meanings...))}
}

func (p *page) lawAndLanguage() []tree.Text {
	regimes := word(p.policy, "regimes")
	prevails := languages(p.policy, "prevailing_language")
	law := p.country(p.policy, "governing_law")
	laws := "the law on data protection that applies is"
	if len(p.policy.Texts("regimes")) > 1 {
		laws = "the rules on data protection that apply are"
	}
	excludes, agreement := texts(p.policy, "excludes"), webLink(p.policy, "agreement")
	return []tree.Text{
		sentenceIf(excludes, tree.T("this policy does not cover"), excludes),
		sentenceIf(agreement, tree.T("it belongs to the agreement with customers at"), agreement),
		sentenceIf(regimes, tree.T(laws), regimes),
		p.publishedIn(),
		sentenceIf(prevails, tree.T("where translations differ, the text in"), prevails, tree.T("holds")),
		sentenceIf(law, tree.T("the policy is governed by the law of"), law),
		p.forWhom(),
	}
}

// forWhom is the age from which people may use what the policy covers.
func (p *page) forWhom() tree.Text {
	if !p.policy.Has("minimum_age") {
		return nil
	}
	return english.Sentence(tree.T("what the policy covers is for people of"), says(p.policy, "minimum_age", strconv.FormatInt(p.policy.Int("minimum_age"), 10)), tree.T("years and older"))
}

// publishedIn names the languages of a policy. That it is in English needs no
// sentence in English.
func (p *page) publishedIn() tree.Text {
	tags := p.policy.Texts("languages")
	if len(tags) == 0 {
		return nil
	}
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = languageName(tag)
	}
	switch written := strings.HasPrefix(tags[0], "en"); {
	case written && len(tags) == 1:
		return nil
	case written:
		return english.Sentence(says(p.policy, "languages", "the policy is also published in ", english.AndWords(names[1:]...)))
	case len(tags) == 1:
		return english.Sentence(says(p.policy, "languages", "the policy is written in ", names[0]))
	}
	return english.Sentence(says(p.policy, "languages",
		"the policy is written in ", names[0], ", and also published in ", english.AndWords(names[1:]...)))
}

// organizations are the particulars that a notice owes its readers.
func (p *page) organizations() []tree.Definition {
	var entries []tree.Definition
	for _, o := range p.all("organization") {
		about := p.particulars(o)
		if len(about) == 0 && !o.Has("note") {
			continue
		}
		entries = append(entries, p.entry(o, title(o), about.blocks(), note(o)))
	}
	return entries
}

func (p *page) particulars(o *model.Block) lines {
	var l lines
	l.add("Registered name", text(o, "legal_name"))
	l.say(word(o, "role"))
	l.add("Established in", p.country(o, "country"))
	l.add("Registration", text(o, "registration"))
	l.add("Address", text(o, "address"))
	l.add("Website", webLink(o, "website"))
	l.add("Data protection officer", named(o, "data_protection_officer", p.contactPhrase))
	l.add("Representative in the European Union", named(o, "representative", name))
	return l
}
