package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// The rules below are about the words that make a statement weaker or stronger:
// how binding it is, how much it covers, whether it is hedged or complete.

// strength: a rule that binds less is weaker.
func strength(d *differ, x delta) []verdict {
	v := d.general(x)
	switch was, is := bindingness(x.from), bindingness(x.to); {
	case is > was:
		v.direction = Widens
	case is < was:
		v.direction = Narrows
	}
	return []verdict{v}
}

// bindingness ranks how binding a statement is, the most binding first: what is
// simply done, and then the words in the order of the schema.
func bindingness(a *model.Attr) int { return slices.Index(schema.Strength.Names(), word(a)) }

// hedge: a statement that holds "normally" promises less than one that holds.
func hedge(d *differ, x delta) []verdict {
	v := d.general(x)
	switch {
	case x.from == nil:
		v.direction = Widens
	case x.to == nil:
		v.direction = Narrows
	}
	return []verdict{v}
}

// coverage: any of it is less than all of it.
func coverage(d *differ, x delta) []verdict {
	v := d.general(x)
	whole := func(a *model.Attr) bool { return a != nil && word(a) != "any" }
	switch was, is := whole(x.from), whole(x.to); {
	case was && !is:
		v.direction = Widens
	case is && !was:
		v.direction = Narrows
	}
	return []verdict{v}
}

// openEnded: a list that gives examples may stand for more.
func openEnded(d *differ, x delta) []verdict {
	v := d.general(x)
	switch {
	case x.isTrue():
		v.direction = Widens
	case x.wasTrue():
		v.direction = Narrows
	}
	return []verdict{d.graveIfHandled(x, v)}
}

// kept down to what is required, or said to be all there is: where that is not
// said any more, there may be more.
func restraint(d *differ, x delta) []verdict {
	v := d.general(x)
	switch {
	case x.isTrue():
		v.direction = Narrows
	case x.wasTrue():
		v.direction = Widens
	}
	return []verdict{d.graveIfHandled(x, v)}
}

// graveIfHandled makes a change material that widens what is done with data.
func (d *differ) graveIfHandled(x delta, v verdict) verdict {
	if v.direction == Widens && handled[x.after.Kind()] {
		v.materiality = Material
	}
	return v
}

// as returns a rule that gives the verdicts of another the class for their
// direction.
func as(rule attributeRule, neutral, narrows, widens string) attributeRule {
	return func(d *differ, x delta) []verdict {
		v := rule(d, x)[0]
		return []verdict{inClass(v, neutral, narrows, widens)}
	}
}

// criteriaBy is a rule that lets another say in which direction the criteria of
// a period changed.
func criteriaBy(rule attributeRule) attributeRule {
	return func(d *differ, x delta) []verdict {
		v := rule(d, x)[0]
		v.class, v.materiality = "retention.criteria.changed", ""
		if v.direction == Narrows {
			v.materiality = Minor
		}
		return []verdict{v}
	}
}

// material is a rule that makes the changes of an attribute material.
func material(d *differ, x delta) []verdict {
	v := d.general(x)
	v.materiality = Material
	return []verdict{v}
}
