package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
)

// headedBy are the attributes that say what a block is about where it has no name of
// its own, or none that readers see.
var headedBy = map[string][]string{
	"notice": {"change"}, "contact": {"channel", "system", "path", "control"}, "use": {"purpose"}, "treated_as": {"as"}, "engagement": {"purposes"},
	"shares_with": {"vendor"}, "flow": {"from", "to"}, "step": {"action"}, "transfer": {"effect"}, "retention": {"applies_to"},
	"backup": {"applies_to"}, "encryption": {"state"}, "access": {"effect"}, "right": {"kind"}, "claim": {"says", "what"},
	"waiver": {"rule"}, "policy": {"title"}, "subprocessor": {"vendor"}, "measure": {"kind"}, "requirement": {"effect"},
}

// hasName reports whether a block has a name that readers see.
func (w *writer) hasName(b *model.Block) bool {
	if b.Schema.Attr("label") == nil {
		return false
	}
	return b.Has("label") || b.Schema.Called() || b.Schema.Attr("label").ProperName()
}

// heading is what stands over the entries of a block, and the attributes that are
// thereby told.
func (w *writer) heading(b *model.Block) (head tree.Text, told []string) {
	switch {
	case b.Kind() == "condition":
		return w.circumstance(b), []string{"event", "state"}
	case b.Kind() == "tag":
		return tree.T(tree.Code(b.Name)), nil
	case b.Kind() == "region":
		return w.place(b), []string{"label", "city", "country", "vendor", "code"}
	case b.Kind() == "rule" && !b.Has("id"):
		return tree.T(tree.Code(b.Name)), nil
	case b.Kind() == "rule":
		return w.answer(b, "id"), []string{"id"}
	case b.Kind() == "actor" && b.Has("plural"):
		return w.group(b), []string{"label", "plural"}
	case b.Kind() == "tracker" && w.isIdentifier(b):
		return stored(b), []string{"label"}
	case w.hasName(b):
		return w.label(b), []string{"label"}
	}
	var parts []tree.Text
	for _, attr := range headedBy[b.Kind()] {
		if t := w.answer(b, attr); len(t) > 0 {
			parts, told = append(parts, t), append(told, attr)
		}
	}
	if len(parts) == 0 {
		return tree.T(w.speech.Block(b.Kind())), nil
	}
	if b.Kind() == "contact" {
		return join(parts[0], bracketed(commas(parts[1:]...))), told
	}
	head = tree.Join(" – ", parts...)
	switch b.Kind() {
	case "claim":
		head = parts[0]
		if len(parts) > 1 {
			head = w.speech.Pair(parts[0], parts[1])
		}
	case "encryption": // "at rest" says nothing by itself
		head = w.speech.Entry(w.speech.Block("encryption"), head)
	}
	return head, told
}

// foremost are the attributes that qualify all of a statement, and so come first.
var foremost = []string{"kind", "says", "effect", "strength", "qualifier", "coverage", "only"}

// entriesOf are what a block says, an entry each, besides what is told already; then
// the blocks inside it.
func (w *writer) entriesOf(b *model.Block, told ...string) lines {
	var l lines
	told = append(told, "note", "bound")
	for _, attr := range foremost {
		if a := b.Schema.Attr(attr); a != nil && !a.Tacit && !slices.Contains(told, attr) {
			l.addEntry(w, b, attr)
		}
	}
	told = append(told, foremost...)
	for i := range b.Schema.Attrs {
		attr := b.Schema.Attrs[i].Name
		if !slices.Contains(told, attr) && !b.Schema.Attrs[i].Tacit {
			l.addEntry(w, b, attr)
		}
	}
	for _, inner := range b.Blocks {
		if !slices.Contains(told, inner.Kind()) {
			l = append(l, w.inner(inner))
		}
	}
	return l
}

// addEntry adds an attribute with its name. Where it is a period, it takes in the
// bound.
func (l *lines) addEntry(w *writer, b *model.Block, attr string) {
	value := w.answer(b, attr)
	if boundedBy[attr] && b.Schema.Attr("bound") != nil {
		value = w.bounded(b, attr)
	}
	if t := w.speech.Entry(w.attribute(b, attr), value); len(t) > 0 {
		*l = append(*l, tree.Item{Text: t})
	}
}

// boundedBy are the attributes that an attribute "bound" beside them limits.
var boundedBy = map[string]bool{"period": true, "retained": true, "within": true}

// attribute is the name of an attribute. Actions that are denied are not called by
// the name of those that are allowed.
func (w *writer) attribute(b *model.Block, attr string) string {
	if attr == "actions" && b.Schema.Attr("effect") != nil {
		switch b.Text("effect") {
		case "deny", "forbid":
			attr = "actions.denied"
		case "avoid", "refrain":
			attr = "actions.avoided"
		}
	}
	return w.speech.Attribute(b.Kind(), attr)
}

// inner is a block inside another, as one entry with those of its own below it.
func (w *writer) inner(b *model.Block) tree.Item {
	head, told := w.heading(b)
	item := tree.Item{Text: w.named(b, head), Blocks: w.noteOf(b)}
	if entries := w.entriesOf(b, told...); len(entries) > 0 {
		item.List = &tree.List{Items: entries}
	}
	return item
}

// named puts the name of a block's kind before what it is called, unless it is called
// just that.
func (w *writer) named(b *model.Block, head tree.Text) tree.Text {
	kind := w.speech.Block(b.Kind())
	switch {
	case tree.PlainText(head) == kind:
		return tree.T(english.CapitalWord(kind))
	case b.Kind() == "encryption" && !w.hasName(b) && b.Has("state"): // its heading begins with its kind
		return head
	}
	return w.speech.Entry(kind, head)
}

// compact is a block inside another in one line.
func (w *writer) compact(b *model.Block) tree.Text {
	head, told := w.heading(b)
	var parts []tree.Text
	for _, item := range w.entriesOf(b, told...) {
		parts = append(parts, item.Text)
	}
	return join(head, bracketed(w.speech.Semicolons(parts...)))
}

// card is a block as a term with its entries below it.
func (p *page) card(b *model.Block, told ...string) tree.Definition {
	head, by := p.heading(b)
	return p.entry(b, english.Capital(head), p.entriesOf(b, append(by, told...)...).list(), p.noteOf(b))
}

// list are the lines as a list, also where there is only one.
func (l lines) list() []tree.Block {
	if len(l) == 0 {
		return nil
	}
	return []tree.Block{&tree.List{Items: l}}
}

// cards are the blocks of a kind that the section may show.
func (p *page) cards(kind string) []tree.Definition {
	var entries []tree.Definition
	for _, b := range p.all(kind) {
		entries = append(entries, p.card(b))
	}
	return entries
}

// furtherCards are the cards of those blocks of which there is more to tell.
func (p *page) furtherCards(kind string) []tree.Definition {
	var entries []tree.Definition
	for _, c := range p.cards(kind) {
		if len(c.About) > 0 {
			entries = append(entries, c)
		}
	}
	return entries
}

// noteOf is the author's own prose about a block, in the language of the page or
// else marked.
func (w *writer) noteOf(b *model.Block) []tree.Block { return w.proseOf(b, "note") }

func (w *writer) proseOf(b *model.Block, attr string) []tree.Block {
	if b == nil || b.Schema.Attr(attr) == nil || !b.Has(attr) {
		return nil
	}
	if w.speech.InSentences() {
		return prose(b, attr)
	}
	wording := w.model.Wording(b, attr, w.speech.Language())
	text := &tree.Prose{
		Markdown: wording.Text, Fact: b.Fact(attr), Language: w.speech.Language(), Stale: wording.State == model.Stale,
	}
	if !w.speech.IsForeign(wording) {
		return []tree.Block{text}
	}
	text.Language = wording.Language
	return []tree.Block{&tree.Paragraph{Text: tree.T(speech.Mark(wording.Language))}, text}
}
