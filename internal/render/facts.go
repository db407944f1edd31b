package render

import (
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// The methods below give single facts in the words of the pages, for whoever tells of
// them elsewhere: in a list of changes, in a feed, in a message.

// Prevailing says which of several languages holds; it is empty where the policy does
// not say so.
func (p *Publication) Prevailing() tree.Text { return p.w.prevailing() }

// NameOf is what an attribute of a block is called.
func (p *Publication) NameOf(b *model.Block, attr string) string { return p.w.attribute(b, attr) }

// Heading is what a block goes by, and the attributes that are thereby told.
func (p *Publication) Heading(b *model.Block) (head tree.Text, told []string) { return p.w.heading(b) }

// HasName reports whether a block has a name that readers see.
func (p *Publication) HasName(b *model.Block) bool { return p.w.hasName(b) }

// Named is what a block goes by, with the name of its kind before it.
func (p *Publication) Named(b *model.Block, head tree.Text) tree.Text { return p.w.named(b, head) }

// Answer is what an attribute of a block says, a period with its bound; it is empty
// where it is not set.
func (p *Publication) Answer(b *model.Block, attr string) tree.Text {
	if boundedBy[attr] && b.Schema.Attr("bound") != nil {
		return p.w.bounded(b, attr)
	}
	return p.w.answer(b, attr)
}

// Elements are some elements of the list that an attribute of a block holds.
func (p *Publication) Elements(b *model.Block, attr string, values []model.Value) []tree.Text {
	spec := b.Schema.Attr(attr)
	words := map[string]model.Wording{}
	if list, isList := b.Get(attr).Value.(model.List); isList && spec.Type.Kind == schema.Text {
		for i, wording := range p.w.model.Wordings(b, attr, p.w.speech.Language()) {
			words[list[i].String()] = wording
		}
	}
	items := make([]tree.Text, len(values))
	for i, v := range values {
		if wording, isText := words[v.String()]; isText {
			items[i] = p.w.oneText(attr, wording)
		} else {
			items[i] = p.w.one(b, spec, v)
		}
	}
	return items
}

// Quotation is a text of the author in quotation marks and on one line, of which no
// more than a number of characters is given.
func (p *Publication) Quotation(b *model.Block, attr string, most int) tree.Text {
	wording := p.w.model.Wording(b, attr, p.w.speech.Language())
	if wording.Text == "" {
		return nil
	}
	line := strings.Join(strings.Fields(wording.Text), " ")
	if letters := []rune(line); len(letters) > most {
		line = string(letters[:most]) + "…"
	}
	wording.Text = p.w.speech.Tongue.Quote(line)
	return p.w.speech.Authored(wording)
}

// Lookup returns the block at an address, or nil.
func (p *Publication) Lookup(address string) *model.Block { return p.w.model.Lookup(address) }
