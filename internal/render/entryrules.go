package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

func (p *page) accessEntries() (c part) {
	c.define(p.withExceptions("access", p.cards("access")))
	return c
}

// withExceptions puts the exceptions to statements behind them. One that is an
// exception to several stands behind the last of them that it names.
func (p *page) withExceptions(kind string, cards []tree.Definition) []tree.Definition {
	var entries []tree.Definition
	for i, b := range p.all(kind) {
		entries = append(entries, cards[i])
		entries = append(entries, p.exceptionCards(b)...)
	}
	return entries
}

// requirementEntries are the rules that the organization sets itself, by topic, each
// with its exceptions.
func (p *page) requirementEntries() (c part) {
	plain, topics := p.byTopic()
	c.define(p.requirementCards(plain))
	for _, t := range topics {
		var inner part
		inner.define(p.requirementCards(t.members))
		words := p.speech.Authored(p.model.Wording(t.members[0], "topic", p.speech.Language()))
		c.sections = append(c.sections, &tree.Section{
			ID: slug("requirements-" + t.name), Title: english.Capital(t.heading(words)), Blocks: inner.blocks,
		})
	}
	var others []tree.Definition
	for _, e := range p.all("exception") {
		if len(e.Refs("to")) == 0 {
			others = append(others, p.exceptionCard(e))
		}
	}
	c.define(others)
	return c
}

func (p *page) requirementCards(list []*model.Block) []tree.Definition {
	var entries []tree.Definition
	for _, b := range list {
		entries = append(entries, p.card(b, "topic"))
		entries = append(entries, p.exceptionCards(b)...)
	}
	return entries
}

func (p *page) exceptionCards(b *model.Block) []tree.Definition {
	var entries []tree.Definition
	for _, e := range p.exceptions[b] {
		if to := e.Refs("to"); to[len(to)-1] == b {
			entries = append(entries, p.exceptionCard(e))
		}
	}
	return entries
}

func (p *page) exceptionCard(e *model.Block) tree.Definition {
	card := p.card(e)
	head, _ := p.heading(e)
	card.Term = p.named(e, head)
	return card
}
