package compare

import (
	"sync"

	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// A delta is an attribute that differs between a block and what it was. One of
// the two sides is nil where it is set in one version only.
type delta struct {
	before, after *model.Block
	from, to      *model.Attr
}

func (x delta) schema() *schema.Attr {
	if x.to != nil {
		return x.to.Schema
	}
	return x.from.Schema
}

func (x delta) name() string { return x.schema().Name }

// isTrue and wasTrue report whether the attribute is set, and set to true or to
// something that is no flag.
func (x delta) isTrue() bool  { return holds(x.to) }
func (x delta) wasTrue() bool { return holds(x.from) }

func holds(a *model.Attr) bool {
	if a == nil {
		return false
	}
	flag, isFlag := a.Value.(model.Bool)
	return !isFlag || bool(flag)
}

// word returns the word or text of an attribute, or "".
func word(a *model.Attr) string {
	if a == nil {
		return ""
	}
	return a.Value.String()
}

// gained and lost list the values of a list that are in one version only.
func (d *differ) gained(x delta) []model.Value { return without(x.to, x.from, d.keyAfter, d.keyBefore) }

func (d *differ) lost(x delta) []model.Value { return without(x.from, x.to, d.keyBefore, d.keyAfter) }

func without(list, other *model.Attr, key, otherKey func(model.Value) string) []model.Value {
	known := map[string]bool{}
	for _, v := range elements(other) {
		known[otherKey(v)] = true
	}
	var rest []model.Value
	for _, v := range elements(list) {
		if !known[key(v)] {
			rest = append(rest, v)
		}
	}
	return rest
}

// A verdict is what a rule makes of a difference. Direction and materiality are
// those of the class unless given.
type verdict struct {
	class       string
	direction   Direction
	materiality Materiality
	summary     string
	countries   []string
	extent      Extent
}

// attribute reports an attribute that differs.
func (d *differ) attribute(x delta) {
	verdicts := d.judge(x)
	if verdicts == nil {
		verdicts = []verdict{d.general(x)}
	}
	for _, v := range verdicts {
		c := d.change(v, x.before, x.after, x.name())
		c.Before, c.After = valueOf(x.from), valueOf(x.to)
		c.Extent = d.extent(v.extent, x)
		d.report(c)
	}
}

// extent completes that of a verdict on an attribute: what it leaves open is the whole
// of what differs.
func (d *differ) extent(e Extent, x delta) Extent {
	if e.Attribute == "" {
		e.Attribute = x.name()
	}
	if x.schema().Type.List && x.from != nil && x.to != nil && len(e.Came)+len(e.Went) == 0 {
		e.Came, e.Went = d.gained(x), d.lost(x)
		if len(e.Came)+len(e.Went) == 0 {
			e.Reordered = x.name()
		}
	}
	return e
}

// judge asks the rule for the attribute, if there is one.
func (d *differ) judge(x delta) []verdict {
	kind := x.after.Kind()
	if d.isReordered(x) {
		return []verdict{d.reordered(x)}
	}
	if d.nameTold[x.after] && (x.name() == "label" && kind != "purpose" || x.name() == "former_names") {
		return []verdict{}
	}
	if rule := attributeRules()[kind+"."+x.name()]; rule != nil {
		return rule(d, x)
	}
	if rule := attributeRules()["*."+x.name()]; rule != nil {
		return rule(d, x)
	}
	return nil
}

// isReordered reports whether two lists differ in their order alone, in which the
// author's order says nothing but what to print first.
func (d *differ) isReordered(x delta) bool {
	return x.from != nil && x.to != nil && x.schema().Type.List &&
		len(elements(x.from)) == len(elements(x.to)) && len(d.gained(x)) == 0 && len(d.lost(x)) == 0
}

// change makes the change that a verdict speaks of.
func (d *differ) change(v verdict, before, after *model.Block, attr string) Change {
	class, known := ClassOf(v.class)
	if !known {
		panic("compare: there is no class " + v.class)
	}
	c := Change{
		Class: v.class, Direction: class.Direction, Materiality: class.Materiality, Attribute: attr,
		BeforeBlock: before, AfterBlock: after, Summary: v.summary, Countries: v.countries, Extent: v.extent, AsOf: d.bloc.on,
	}
	if v.direction != "" {
		c.Direction = v.direction
	}
	if v.materiality != "" {
		c.Materiality = v.materiality
	}
	if before != nil {
		c.Kind, c.Address, c.BeforePlace = before.Kind(), before.Address, d.place(d.before, 0, before, attr)
	}
	if after != nil {
		c.Kind, c.Address, c.AfterPlace = after.Kind(), after.Address, d.place(d.after, 1, after, attr)
	}
	if before != nil && before.Address != c.Address {
		c.Was = before.Address
	}
	return c
}

func (d *differ) report(c Change) { d.comparison.Changes = append(d.comparison.Changes, c) }

// place is where a block stands, or one of its attributes. In a version that was
// read back it is a pointer, which is worked out when one is first asked for.
func (d *differ) place(m *model.Model, side int, b *model.Block, attr string) Place {
	span := b.Span
	if attr != "" {
		span = b.SpanOf(attr)
	}
	if !span.IsZero() {
		return Place{Span: span}
	}
	if d.places[side] == nil {
		d.places[side] = sync.OnceValue(func() func(*model.Block, string) string { return manifest.Pointers(m) })
	}
	if attr != "" && !b.Has(attr) {
		attr = ""
	}
	return Place{Pointer: d.places[side]()(b, attr)}
}

func valueOf(a *model.Attr) Value {
	if a == nil {
		return Value{}
	}
	return Value{JSON: manifest.AppendValue(nil, a.Value), Text: printed(a.Schema.Type, a.Value)}
}
