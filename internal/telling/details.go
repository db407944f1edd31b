package telling

import (
	"math"
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// How many characters of an author's text are quoted.
const (
	inBrief = 120
	inFull  = math.MaxInt
)

// details says what came and went, an entry each. What is told already is left out.
func (t *teller) details(c *compare.Change, told []string) []tree.Text {
	e := &c.Extent
	switch {
	case c.Class == "translation.only":
		return t.translations(e)
	case e.Correction != nil:
		reason := side{t.now, e.Correction}.entry("reason")
		return append(t.difference(c, told), reason)
	case e.Reordered != "":
		return []tree.Text{t.reordered(c)}
	case len(e.Entered)+len(e.Left) > 0:
		return t.places(c)
	case e.Attribute != "":
		return t.difference(c, told)
	case isOfPeriod(c):
		return []tree.Text{t.limit(c)}
	case c.BeforeBlock == nil && c.AfterBlock != nil:
		return t.after(c).introduced(t.outside(c), told)
	case c.AfterBlock == nil && c.BeforeBlock != nil:
		return t.before(c).entries(identifies[c.Kind], told)
	case isOfIdentity(c.Class):
		return t.identity(c, told)
	}
	return nil
}

// identity says what else there is to say of a block that has another name or stands
// for another.
func (t *teller) identity(c *compare.Change, told []string) []tree.Text {
	if c.Class == "subprocessor.replaced" {
		return t.after(c).introduced(t.outside(c), told)
	}
	was, _ := t.before(c).heading()
	is, _ := t.after(c).heading()
	if c.Was == "" || tree.PlainText(was) != tree.PlainText(is) {
		return nil
	}
	step := t.now.Text("told.step", tree.T(tree.Code(c.Was)), tree.T(tree.Code(c.Address)))
	return []tree.Text{t.now.Entry(t.now.Say("told.address"), step)}
}

// translations says in which language texts differ, and how many.
func (t *teller) translations(e *compare.Extent) []tree.Text {
	var of []tree.Text
	for _, b := range e.Of {
		name, _ := side{t.now, b}.called(false)
		if len(name) == 0 {
			name = tree.T(t.now.Block(b.Kind()))
		}
		of = append(of, name)
	}
	names := tree.Join(", ", of...)
	if e.More > 0 {
		names = t.now.Text("map.more", names, tree.T(t.now.Tongue.Number(e.More)))
	}
	number := tree.T(t.now.Tongue.Number(e.Texts))
	if len(names) > 0 {
		number = tree.T(number, " (", names, ")")
	}
	return []tree.Text{
		t.now.Entry(t.now.Say("told.language"), tree.T(t.now.Tongue.LanguageName(e.Language))),
		t.now.Entry(t.now.Say("told.texts"), number),
	}
}

// reordered says that a list, or the blocks inside one, stand in another order.
func (t *teller) reordered(c *compare.Change) tree.Text {
	what := c.Extent.Reordered
	if c.Attribute == "" {
		return t.now.Entry(t.now.Plural(what), t.now.Text("told.reordered"))
	}
	return t.now.Entry(t.now.NameOf(c.AfterBlock, what), t.now.Text("told.reordered"))
}

// difference says what an attribute was and is. Attributes that only together say
// something are told together.
func (t *teller) difference(c *compare.Change, told []string) []tree.Text {
	e := &c.Extent
	if e.Attribute == "" || e.Attribute == "label" && slices.Contains(told, "label") {
		return nil
	}
	if len(e.Came)+len(e.Went) > 0 {
		return []tree.Text{
			t.rule(c, told),
			t.after(c).listed("told.gained", e.Attribute, e.Came), t.before(c).listed("told.lost", e.Attribute, e.Went),
		}
	}
	if c.BeforeBlock == nil || c.AfterBlock == nil {
		return nil
	}
	var steps []tree.Text
	for _, attr := range together(c.AfterBlock, e.Attribute) {
		steps = append(steps, t.step(c, attr))
	}
	if len(tree.Join("", steps...)) == 0 { // a bound that the period has without it, too
		steps = []tree.Text{t.step(c, e.Attribute)}
	}
	return slices.Concat([]tree.Text{t.rule(c, told)}, steps, []tree.Text{t.copies(c)})
}

// sense lists, by the kind of a rule, the attribute that says whether it allows or
// forbids. It is told whatever else of the rule differs: that somebody is not named any
// more by a rule that forbids is the contrary of what it is for one that allows.
var sense = map[string]string{"access": "effect", "transfer": "effect", "claim": "says", "requirement": "actions"}

// rule says whether the rule that differs allows or forbids, unless that is told.
func (t *teller) rule(c *compare.Change, told []string) tree.Text {
	latest := t.latest(c)
	attr := sense[c.Kind]
	if attr == "" || attr == c.Extent.Attribute || slices.Contains(told, attr) {
		return nil
	}
	return latest.entry(attr)
}

// together lists the attributes that say one thing with an attribute.
func together(b *model.Block, attr string) []string {
	switch {
	case b.Kind() == "tracker" && (attr == "lifetime" || attr == "session"):
		return []string{"lifetime", "session"}
	case attr != "bound":
		return []string{attr}
	}
	for _, period := range []string{"period", "retained", "within"} {
		if b.Schema.Attr(period) != nil {
			return []string{period}
		}
	}
	return []string{attr}
}

// listed names an attribute with elements of its list that came or went.
func (s side) listed(key, attr string, elements []model.Value) tree.Text {
	if s.block == nil || len(elements) == 0 {
		return nil
	}
	b := s.block
	if b.Schema.Attr(attr) == nil || !b.Has(attr) {
		return nil
	}
	items := s.Elements(b, attr, elements)
	join := s.And
	if slices.Contains(b.Schema.Attr(attr).Type.Targets, "condition") {
		join = s.Or
	}
	return s.Entry(tree.PlainText(s.Text(key, tree.T(s.NameOf(b, attr)))), join(items...))
}

// isOfPeriod reports whether a period is new or gone as a whole. Without it nothing is
// limited, so that what is gone may be longer now.
func isOfPeriod(c *compare.Change) bool {
	return (c.BeforeBlock == nil) != (c.AfterBlock == nil) && strings.HasPrefix(c.Class, "retention.")
}

// limit says which period there was, or is.
func (t *teller) limit(c *compare.Change) tree.Text {
	latest := t.latest(c)
	attr := together(latest.block, "bound")[0]
	was, is := latest.value(attr, false, inFull), t.now.Text("told.unstated")
	if c.BeforeBlock == nil {
		was, is = is, was
	}
	if tree.PlainText(was) == tree.PlainText(is) {
		return nil
	}
	return t.now.Entry(t.now.NameOf(latest.block, attr), t.now.Text("told.step", was, is))
}

// step names an attribute with what it was and what it is; it is empty where that is
// the same.
func (t *teller) step(c *compare.Change, attr string) tree.Text {
	before, after := t.before(c), t.after(c)
	if len(before.Answer(before.block, attr))+len(after.Answer(after.block, attr)) == 0 {
		return nil
	}
	isText := isQuoted(after.block.Schema.Attr(attr).Type)
	was, is := before.value(attr, isText, inBrief), after.value(attr, isText, inBrief)
	if tree.PlainText(was) == tree.PlainText(is) && isText {
		was, is = before.value(attr, isText, inFull), after.value(attr, isText, inFull)
	}
	name := t.now.NameOf(after.block, attr)
	if tree.PlainText(was) != tree.PlainText(is) {
		return t.now.Entry(name, t.now.Text("told.step", was, is))
	}
	if isText {
		return t.now.Entry(name, t.now.Text("told.same_words"))
	}
	return nil
}

// isQuoted reports whether what an attribute holds is prose, which is told in quotation
// marks.
func isQuoted(t schema.Type) bool {
	return (t.Kind == schema.Text || t.Kind == schema.Markdown) && !t.List
}

// value is what an attribute says, or that it is not stated. Of a text no more than a
// number of characters is given.
func (s side) value(attr string, isText bool, most int) tree.Text {
	value := s.Answer(s.block, attr)
	if isText {
		value = s.Quotation(s.block, attr, most)
	}
	if len(value) == 0 {
		return s.Text("told.unstated")
	}
	return value
}

// copies says how long copies are kept of what is kept for another time.
func (t *teller) copies(c *compare.Change) tree.Text {
	if c.Kind != "retention" || c.Extent.Attribute != "period" && c.Extent.Attribute != "bound" {
		return nil
	}
	for _, subject := range c.AfterBlock.Refs("applies_to") {
		for _, b := range t.model.About("backup", subject) {
			if kept := t.now.Answer(b, "retained"); len(kept) > 0 && !b.False("enabled") {
				return t.now.Entry(t.now.Plural("backup"), kept)
			}
		}
	}
	return nil
}
