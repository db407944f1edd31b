package render

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// securityEntries are how data is protected. What holds of several things that are
// encrypted alike is said once.
func (p *page) securityEntries() (c part) {
	var entries []tree.Definition
	for _, alike := range p.encryptedAlike() {
		if len(alike) == 1 {
			entries = append(entries, p.card(alike[0]))
		} else {
			entries = append(entries, p.encryptionCard(alike))
		}
	}
	c.define(entries)
	c.define(p.cards("measure"))
	return c
}

// encryptedAlike are the encryptions of the section, those together that say the same
// of different things. One that has a name, a note or keys stands by itself.
func (p *page) encryptedAlike() [][]*model.Block {
	var groups [][]*model.Block
	known := map[string]int{}
	for _, b := range p.all("encryption") {
		if p.hasName(b) || b.Has("note") || len(b.Blocks) > 0 || !b.Has("applies_to") {
			groups = append(groups, []*model.Block{b})
			continue
		}
		said := p.encryptionSaid(b)
		at, found := known[said]
		if !found {
			known[said] = len(groups)
			groups = append(groups, []*model.Block{b})
			continue
		}
		groups[at] = append(groups[at], b)
	}
	return groups
}

// encryptionSaid is all that is said of an encryption but what is encrypted.
func (p *page) encryptionSaid(b *model.Block) string {
	head, told := p.heading(b)
	said := []string{tree.PlainText(head)}
	for _, item := range p.entriesOf(b, append(told, "applies_to")...) {
		said = append(said, tree.PlainText(item.Text))
	}
	return strings.Join(said, "\n")
}

// encryptionCard is one card of encryptions that say the same of different things.
func (p *page) encryptionCard(alike []*model.Block) tree.Definition {
	first := alike[0]
	head, told := p.heading(first)
	var things []tree.Text
	for _, b := range alike {
		for i := range b.Schema.Attrs {
			if name := b.Schema.Attrs[i].Name; name != "applies_to" {
				head = tree.Says(head, b.Fact(name))
			}
		}
		for _, target := range b.Refs("applies_to") {
			things = append(things, tree.Says(p.called(target), b.Fact("applies_to")))
		}
	}
	l := lines{{Text: p.speech.Entry(p.attribute(first, "applies_to"), p.speech.And(things...))}}
	l = append(l, p.entriesOf(first, append(told, "applies_to")...)...)
	return p.entry(first, english.Capital(head), l.list())
}
