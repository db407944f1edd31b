package compare

import (
	"github.com/privity/privity/internal/model"
)

func controller(d *differ, x delta) []verdict {
	if x.after.Kind() == "organization" && !d.isResponsible(x.after) {
		return nil
	}
	return []verdict{{class: "controller.changed", summary: d.difference(x)}}
}

// isResponsible reports whether an organization is the policy's own, or stands
// in for it, or is responsible for an activity.
func (d *differ) isResponsible(b *model.Block) bool {
	if p := d.after.Policy(); p != nil {
		own := p.Ref("organization")
		if own == b || own != nil && own.Ref("representative") == b {
			return true
		}
	}
	if d.responsible == nil {
		d.responsible = map[*model.Block]bool{}
		for _, a := range d.after.All("activity") {
			d.responsible[a.Ref("controller")] = true
		}
	}
	return d.responsible[b]
}

func jurisdiction(d *differ, x delta) []verdict {
	return []verdict{{class: "jurisdiction.changed", summary: d.difference(x)}}
}

// minimumAge: whoever is younger may use the service now, or may not any more.
func minimumAge(d *differ, x delta) []verdict {
	v := verdict{class: "children.threshold.changed", summary: d.difference(x)}
	switch {
	case x.to == nil || x.from != nil && number(x.to) < number(x.from):
		v.direction = Widens
	case x.from == nil || number(x.to) > number(x.from):
		v.direction = Narrows
	}
	return []verdict{v}
}

// dated are the attributes that say of which day a version is. They change with
// every version.
func dated(d *differ, x delta) []verdict {
	return []verdict{{class: "policy.changed", materiality: Editorial, summary: d.difference(x)}}
}

// prevailing: whose text holds decides what was promised.
func prevailing(d *differ, x delta) []verdict {
	return []verdict{{class: "policy.changed", materiality: Material, summary: d.difference(x)}}
}

func policyTitle(d *differ, x delta) []verdict {
	return []verdict{{class: "policy.renamed", summary: d.difference(x)}}
}

// announcedAhead: how far ahead a change is announced, and how long one may
// object.
func announcedAhead(d *differ, x delta) []verdict {
	v := verdict{class: "notice.period.shortened", summary: d.difference(x)}
	switch order, ok := lengthOf(x.to).compare(lengthOf(x.from)); {
	case !ok:
		v.direction = Neutral
	case order > 0:
		v.class = "notice.period.lengthened"
	}
	return []verdict{v}
}

// lengthOf is how long a notice period is. One that is not there has no length,
// unlike a time for which data is kept, which then has no limit.
func lengthOf(a *model.Attr) span {
	s := span{stated: true, lengths: []limit{{}}}
	if a == nil {
		return s
	}
	if v, ok := a.Value.(model.Duration); ok {
		l, exact := v.Length()
		s.lengths[0].Length = l
		if !exact {
			return span{stated: true, vague: []string{v.Vague}}
		}
	}
	return s
}

// announcedWhat: for what a term holds. Whatever it does not hold for any more
// may be announced later.
func announcedWhat(d *differ, x delta) []verdict {
	return []verdict{{class: "notice.changed", materiality: Material, summary: d.difference(x)}}
}

func noticeAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "notice.added", summary: sentence("the policy now promises to announce", what(b), printedOne(b, "period"), "ahead")}}
}

func noticeRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "notice.removed", summary: sentence("the policy does not promise any more to announce", what(b), printedOne(b, "period"), "ahead")}}
}

func what(b *model.Block) string { return printedOne(b, "change") }

func printedOne(b *model.Block, attr string) string {
	a := b.Get(attr)
	if a == nil {
		return ""
	}
	return printed(a.Schema.Type, a.Value)
}
