package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/schema"
)

// The functions below give the values of attributes as entries have them, in the
// language of the page.

// answer is what an attribute says: nothing where it is not set.
func (w *writer) answer(b *model.Block, attr string) tree.Text {
	a := b.Get(attr)
	if a == nil {
		return nil
	}
	return tree.Says(w.value(b, a), model.Fact{Block: b, Attr: a})
}

// answers joins what several attributes say.
func (w *writer) answers(b *model.Block, attrs ...string) tree.Text {
	var all []tree.Text
	for _, attr := range attrs {
		all = append(all, w.answer(b, attr))
	}
	return commas(all...)
}

func (w *writer) value(b *model.Block, a *model.Attr) tree.Text {
	list, isList := a.Value.(model.List)
	switch {
	case b.Kind() == "requirement" && a.Schema.Name == "effect" && !b.Has("strength"):
		return w.practice(a.Value.String())
	case b.Kind() == "notice" && a.Schema.Name == "change" && a.Value.String() == "any" && len(w.policy.Inside("notice")) == 1:
		return w.speech.Text("approval.any")
	case a.Schema.Type.Kind == schema.Text || a.Schema.Type.Kind == schema.Markdown:
		return w.authoredValue(b, a)
	case !isList:
		return w.one(b, a.Schema, a.Value)
	}
	items := make([]tree.Text, len(list))
	for i, v := range list {
		items[i] = w.one(b, a.Schema, v)
	}
	if slices.Contains(a.Schema.Type.Targets, "condition") {
		return w.speech.Or(items...)
	}
	return w.speech.And(items...)
}

// practice is the effect of a requirement that does not say how binding it is, and so
// states what is done.
func (w *writer) practice(effect string) tree.Text {
	switch effect {
	case "require":
		return w.speech.Text("practice.require")
	case "forbid":
		return w.speech.Text("practice.forbid")
	case "avoid":
		return w.speech.Text("practice.avoid")
	case "permit":
		return w.speech.Text("practice.permit")
	case "prefer":
		return w.speech.Text("practice.prefer")
	}
	return w.speech.Text("practice.limit")
}

// authoredValue is a text of the author, or several.
func (w *writer) authoredValue(b *model.Block, a *model.Attr) tree.Text {
	name := a.Schema.Name
	if _, isList := a.Value.(model.List); !isList {
		wording := w.model.Wording(b, name, w.speech.Language())
		switch name {
		case "control": // as printed on it
			wording.Text = w.speech.Tongue.Quote(wording.Text)
		case "code_as_published": // the same in every language
			return tree.T(tree.Code(wording.Text))
		}
		return w.speech.Authored(wording)
	}
	var items []tree.Text
	for _, wording := range w.model.Wordings(b, name, w.speech.Language()) {
		items = append(items, w.oneText(name, wording))
	}
	if name == "path" {
		return tree.Join(" → ", items...)
	}
	if len(items) > 1 && slices.ContainsFunc(items, hasComma) {
		return w.speech.Semicolons(items...)
	}
	return w.speech.And(items...)
}

// hasComma reports whether a text is itself made of parts, so that another comma or "and"
// would not show where it ends.
func hasComma(t tree.Text) bool { return strings.Contains(tree.PlainText(t), ", ") }

// oneText is one of several texts that an attribute holds. Some of them are read by
// programs, too.
func (w *writer) oneText(attr string, text model.Wording) tree.Text {
	switch attr {
	case "tags", "classes":
		return tree.T(tree.Code(text.Text))
	case "keys":
		return tree.T(tree.Code(fingerprint(text.Text)))
	case "for":
		return w.approved(text.Text)
	}
	return w.speech.Authored(text)
}

// approved are changes that need an approval: a class of them by its name, or those of
// some weight.
func (w *writer) approved(changes string) tree.Text {
	switch changes {
	case "any":
		return w.speech.Text("approval.any")
	case "material":
		return w.speech.Text("approval.material")
	case "minor":
		return w.speech.Text("approval.minor")
	case "editorial":
		return w.speech.Text("approval.editorial")
	}
	return tree.T(tree.Code(changes))
}

// one is a value that is no list.
func (w *writer) one(b *model.Block, a *schema.Attr, v model.Value) tree.Text {
	s := w.speech
	switch v := v.(type) {
	case model.Bool:
		return tree.T(s.Flag(b.Kind(), a.Name, bool(v)))
	case model.Number:
		if a.Name == "minimum_age" {
			return tree.T(s.Tongue.Unit(int(v), "year"))
		}
		number := s.Tongue.Number(int(v))
		if a.Type.Kind == schema.Count {
			return s.Text("count.at_most", tree.T(number))
		}
		return tree.T(number)
	case model.Duration:
		return tree.T(s.Duration(v.Duration))
	case model.Frequency:
		return tree.T(s.Frequency(v.Frequency))
	case model.Date:
		return tree.T(s.Date(v.Date))
	case *model.Ref:
		if b.Kind() == "right" && a.Name == "via" && v.Target != nil && v.Target.Kind() == "contact" {
			return w.wayOf(v.Target)
		}
		return w.target(v)
	}
	return w.code(a.Type, v.String())
}

// wayOf is a contact as a way to exercise a right: by which channel, under which name, and
// how soon what is asked for there is done.
func (w *writer) wayOf(contact *model.Block) tree.Text {
	way, within := w.called(contact), w.answer(contact, "within")
	if d, timed := contact.Duration("within"); timed && d.Vague == "" { // a number of days says nothing by itself
		way, within = w.speech.Semicolons(way, w.labelled(contact, "within")), nil
	}
	if w.hasName(contact) && contact.Has("channel") {
		way = join(w.answer(contact, "channel"), bracketed(way))
	}
	return commas(way, within)
}

// code is a value that is one of a set, or that programs read.
func (w *writer) code(t schema.Type, v string) tree.Text {
	s := w.speech
	switch t.Kind {
	case schema.OneOf:
		if t.Enum == schema.Part {
			return tree.T(s.Part(v))
		}
		return words.Fill(s.Value(t.Enum.Name, v), s.Text("period_unstated"))
	case schema.Country, schema.Territory:
		return tree.T(s.Country(v))
	case schema.Language:
		return tree.T(s.Tongue.LanguageName(v))
	case schema.Count:
		return s.Text("count.limited")
	case schema.Address:
		return tree.T(tree.Code(v))
	case schema.URL:
		return tree.T(tree.Link{Href: v, Text: tree.T(strings.TrimPrefix(v, "https://"))})
	case schema.Email:
		return tree.T(tree.Link{Href: "mailto:" + v, Text: tree.T(v)})
	}
	return tree.T(v)
}

// target is a block as an entry names it.
func (w *writer) target(r *model.Ref) tree.Text {
	if r.Target == nil {
		return tree.T(tree.Code(r.Address))
	}
	return w.called(r.Target)
}

// called is what a block is called where another speaks of it.
func (w *writer) called(b *model.Block) tree.Text {
	switch b.Kind() {
	case "condition":
		return w.circumstance(b)
	case "region":
		return w.place(b)
	case "vendor":
		if isCalledShort(b) {
			return w.answer(b, "abbreviation")
		}
		return join(w.label(b), bracketed(w.answer(b, "abbreviation")))
	case "segment":
		return w.speech.Text("part_of_store", w.label(b), w.label(b.Parent))
	case "policy":
		return w.answer(b, "title")
	}
	if b.Kind() == "actor" && b.Has("plural") {
		return w.group(b)
	}
	if w.hasName(b) {
		return w.label(b)
	}
	head, told := w.heading(b)
	kind := w.speech.Block(b.Kind())
	of := tree.Text(nil)
	spans := b.Schema.Spans
	if spans != "" && !slices.Contains(told, spans) {
		of = w.answer(b, spans)
	}
	if saysItsKind[b.Kind()] || tree.PlainText(head) == kind {
		return join(head, bracketed(of))
	}
	if len(told) == 1 && told[0] == spans { // of many such things, these
		return join(tree.T(kind), bracketed(head))
	}
	return w.speech.Entry(kind, join(head, bracketed(of)))
}

// saysItsKind are the kinds of block whose heading tells what they are.
var saysItsKind = map[string]bool{"contact": true, "encryption": true}

// label is a block's own name.
func (w *writer) label(b *model.Block) tree.Text {
	return tree.Says(w.speech.Authored(w.model.LabelWording(b, w.speech.Language())), labelOf(b))
}

// group is what several people are called together: entries speak of all of them, and
// never of one.
func (w *writer) group(b *model.Block) tree.Text {
	return tree.Says(w.answer(b, "plural"), labelOf(b))
}

// isIdentifier reports whether what a tracker is called is the name under which it is
// stored, in every language.
func (w *writer) isIdentifier(b *model.Block) bool {
	return w.labelText(b) == b.Label() && !strings.Contains(b.Label(), " ")
}

// labelText is a block's own name without any mark, for a picture or a list.
func (w *writer) labelText(b *model.Block) string {
	if w.speech.InSentences() {
		return b.Label()
	}
	return w.model.LabelWording(b, w.speech.Language()).Text
}

// labelTexts is labelText of several.
func (w *writer) labelTexts(blocks []*model.Block) []string {
	list := make([]string, len(blocks))
	for i, b := range blocks {
		list[i] = w.labelText(b)
	}
	return list
}

// bounded is a period with its bound. A term may stand in its place; it then gives
// the term's own period, too.
func (w *writer) bounded(b *model.Block, period string) tree.Text {
	length := w.answer(b, period)
	if term := b.Ref(period); term != nil {
		length = tree.Says(join(w.label(term), bracketed(w.bounded(term, "period"))), b.Fact(period))
	}
	if !b.Has("bound") && b.Kind() == "right" && len(length) > 0 {
		return words.Fill(w.speech.Value("bound", "at_most"), length) // as the schema says of rights
	}
	if !b.Has("bound") {
		return length
	}
	bound := b.Text("bound")
	stated := length
	if len(stated) == 0 {
		stated = w.speech.Text("period_unstated")
	}
	t := tree.Says(words.Fill(w.speech.Value("bound", bound), stated), b.Fact("bound"))
	if len(length) > 0 && (bound == "indefinite" || bound == "unspecified") {
		return w.speech.Text("period_named", t, length)
	}
	return t
}

// circumstance is a condition as entries give it: in the author's words, or made of
// others.
func (w *writer) circumstance(c *model.Block) tree.Text {
	if !isPlain(c) && !isShallow(c) {
		return w.label(c) // it is explained among the terms
	}
	s := w.speech
	parts := []tree.Text{w.answer(c, "event"), w.answer(c, "state")}
	for _, joint := range []struct{ attr, key string }{{"any_of", "condition.any"}, {"all_of", "condition.all"}} {
		if c.Has(joint.attr) {
			inner := s.Semicolons(forms(c.Refs(joint.attr), w.circumstance)...)
			parts = append(parts, s.Text(joint.key, tree.Says(inner, c.Fact(joint.attr))))
		}
	}
	if not := c.Ref("not"); not != nil {
		parts = append(parts, s.Text("condition.not", tree.Says(w.circumstance(not), c.Fact("not"))))
	}
	if t := s.Semicolons(parts...); len(t) > 0 {
		return t
	}
	return w.label(c)
}
