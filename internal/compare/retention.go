package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
)

// copies is how long the copies of something are kept, also those of the store
// that it is a part of.
func copies(m *model.Model, subject *model.Block) span {
	var s span
	for holder := subject; holder != nil && holder.Schema.Spans == ""; holder = holder.Parent {
		for _, b := range m.About("backup", holder) {
			if !b.False("enabled") {
				s = s.with(period(b, "retained"))
			}
		}
	}
	return s
}

// An outcome is what comparing several things came to: whether any is longer,
// any shorter, and any that cannot be compared.
type outcome struct{ longer, shorter, unclear bool }

func (o *outcome) add(order int, ok bool) {
	o.longer = o.longer || ok && order > 0
	o.shorter = o.shorter || ok && order < 0
	o.unclear = o.unclear || !ok
}

// verdict is the gravest that holds.
func (o outcome) verdict(summary string) verdict {
	switch {
	case o.longer:
		return verdict{class: "retention.increased", summary: summary}
	case o.unclear:
		return verdict{class: "retention.criteria.changed", summary: summary}
	case o.shorter:
		return verdict{class: "retention.decreased", summary: summary}
	}
	return verdict{class: "retention.criteria.changed", materiality: Minor, summary: summary}
}

// keeping compares how long a retention block keeps what it is about with how
// long it did, counting the copies of each thing. Without one of the two, nothing
// limited, or limits, the time.
func (d *differ) keeping(before, after *model.Block) outcome {
	var o outcome
	block := after
	if block == nil {
		block = before
	}
	for _, subject := range subjectsOf(block) {
		was, is := subject, subject
		if after == nil {
			is = d.fate[subject]
		} else {
			was = d.origin[subject]
		}
		o.add(d.lasting(d.after, after, is).compare(d.lasting(d.before, before, was)))
	}
	return o
}

// subjectsOf are what a block speaks of, or nothing in particular.
func subjectsOf(b *model.Block) []*model.Block {
	if subjects := b.Refs(b.Schema.Spans); len(subjects) > 0 {
		return subjects
	}
	return []*model.Block{nil}
}

// lasting is how long data lasts under a retention block, copies included.
func (d *differ) lasting(m *model.Model, b, subject *model.Block) span {
	if b == nil {
		return span{}
	}
	s := d.kept(b)
	if s.stated && subject != nil {
		s = s.then(copies(m, subject))
	}
	return s
}

// keptLonger judges a period, its bound, and what it follows on: once, however
// many of these differ.
func keptLonger(d *differ, x delta) []verdict {
	if d.told[x.after] {
		return []verdict{}
	}
	d.told[x.after] = true
	was, is := periodText(x.before), periodText(x.after)
	text := sentence(subject(x.after)+":", "now kept", is+",", "not", was, d.withCopies(x.after))
	switch {
	case was == "":
		text = sentence(subject(x.after)+":", "the time for which data is kept is now stated:", is)
	case is == "":
		text = sentence(subject(x.after)+":", "the time for which data is kept is not stated any more; it was", was)
	case was == is || x.name() == "after":
		text = d.difference(x)
	}
	return []verdict{d.keeping(x.before, x.after).verdict(text)}
}

// periodText is a period as the page has it after "kept".
func periodText(b *model.Block) string {
	bound := ""
	if b.Schema.Attr("bound") != nil {
		bound = b.Text("bound")
	}
	attr := "period"
	if b.Kind() == "backup" {
		attr = "retained"
	}
	length := ""
	if d, ok := b.Duration(attr); ok {
		length = english.Duration(d)
	} else if term := b.Ref(attr); term != nil {
		length = "the " + term.Label()
	}
	if length == "" && bound == "" {
		return ""
	}
	return english.For(length, bound)
}

// withCopies says how long copies outlive the period.
func (d *differ) withCopies(b *model.Block) string {
	for _, subject := range b.Refs("applies_to") {
		for _, c := range d.after.About("backup", subject) {
			if text := periodText(c); text != "" && !c.False("enabled") {
				return "(and copies of it " + text + " more)"
			}
		}
	}
	return ""
}

func retentionAdded(d *differ, b *model.Block) []verdict {
	text := sentence(subject(b)+":", "the time for which data is kept is now stated:", periodText(b))
	if periodText(b) == "" {
		text = sentence(the(b), "is new")
	}
	return []verdict{d.keeping(nil, b).verdict(text)}
}

func retentionRemoved(d *differ, b *model.Block) []verdict {
	text := sentence(subject(b)+":", "the time for which data is kept is not stated any more", prefixed("; it was ", periodText(b)))
	return []verdict{d.keeping(b, nil).verdict(text)}
}

// criteria are what else decides how long something is kept.
func criteria(d *differ, x delta) []verdict {
	return []verdict{{class: "retention.criteria.changed", summary: d.difference(x)}}
}

// keptWhat: to what a period applies. What it does not apply to any more has no
// limit, as far as it goes.
func keptWhat(d *differ, x delta) []verdict {
	v := verdict{class: "retention.criteria.changed", summary: d.difference(x)}
	switch gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0; {
	case gains && !loses && x.from != nil:
		v.direction, v.materiality = Narrows, Minor
	case loses:
		v.direction = Widens
	}
	return []verdict{v}
}

// expiry: what is kept after all is not deleted.
func expiry(d *differ, x delta) []verdict {
	v := verdict{class: "retention.criteria.changed", summary: d.difference(x)}
	switch {
	case word(x.to) == "keep" || x.to == nil:
		v.direction = Widens
	case word(x.from) == "keep" || x.from == nil:
		v.direction, v.materiality = Narrows, Minor
	}
	return []verdict{v}
}

// tierPeriod judges the period of a tier by itself.
func tierPeriod(d *differ, x delta) []verdict {
	v := verdict{
		class:   "retention.tier.changed",
		summary: sentence(subject(x.after.Parent)+",", "“"+x.after.Label()+"”:", "now kept", periodText(x.after)+",", "not", periodText(x.before)),
	}
	if periodText(x.after) == periodText(x.before) {
		v.summary = d.difference(x)
	}
	order, ok := period(x.after, "period").compare(period(x.before, "period"))
	return []verdict{tierDirection(v, order, ok)}
}

func tierDirection(v verdict, order int, ok bool) verdict {
	switch {
	case ok && order > 0:
		v.direction = Widens
	case ok && order < 0:
		v.direction, v.materiality = Narrows, Minor
	}
	return v
}

func tierChanged(d *differ, x delta) []verdict {
	return []verdict{{class: "retention.tier.changed", summary: d.difference(x)}}
}

func tierAdded(d *differ, b *model.Block) []verdict {
	v := verdict{class: "retention.tier.changed", summary: sentence(subject(b.Parent)+":", "“"+b.Label()+"” is a new case, kept", periodText(b))}
	order, ok := d.kept(b.Parent).compare(d.kept(d.origin[b.Parent]))
	return []verdict{tierDirection(v, order, ok)}
}

func tierRemoved(d *differ, b *model.Block) []verdict {
	v := verdict{class: "retention.tier.changed", summary: sentence(subject(b.Parent)+":", "“"+b.Label()+"” is no case of its own any more; it was kept", periodText(b))}
	order, ok := d.kept(d.fate[b.Parent]).compare(d.kept(b.Parent))
	return []verdict{tierDirection(v, order, ok)}
}

// copiesKept judges how long copies are kept. Where the policy says how long the
// data itself is, both together count, unless only one version says how long copies are:
// in the other there are copies, too, and nothing limits them.
func copiesKept(d *differ, x delta) []verdict {
	if d.told[x.after] {
		return []verdict{}
	}
	d.told[x.after] = true
	var o outcome
	o.add(period(x.after, "retained").compare(period(x.before, "retained")))
	was, is := periodText(x.before), periodText(x.after)
	text := sentence("copies of", subject(x.after), "are kept", is+",", "not", was)
	if was == "" || is == "" || was == is {
		text = d.difference(x)
	}
	if period(x.before, "retained").stated == period(x.after, "retained").stated {
		o = d.both(x.after, o)
	}
	return []verdict{o.verdict(text)}
}

// both is an outcome for copies, or that for data and copies together where the
// policy says how long each thing is kept.
func (d *differ) both(backup *model.Block, o outcome) outcome {
	var together outcome
	counted := false
	for _, subject := range backup.Refs("applies_to") {
		for _, r := range d.after.About("retention", subject) {
			if old := d.origin[r]; old != nil && d.origin[subject] != nil {
				counted = true
				together.add(d.lasting(d.after, r, subject).compare(d.lasting(d.before, old, d.origin[subject])))
			}
		}
	}
	if counted {
		return together
	}
	return o
}

// backedUp: whether there are copies, which outlive what they are copies of.
func backedUp(d *differ, x delta) []verdict {
	v := d.general(x)
	if len(limited(d.after, x.after)) == 0 || !period(x.after, "retained").stated {
		return []verdict{v}
	}
	if x.after.False("enabled") {
		return []verdict{{class: "retention.decreased", summary: v.summary}}
	}
	return []verdict{{class: "retention.increased", summary: v.summary}}
}

// limited are the things that a backup is of and whose time is stated.
func limited(m *model.Model, backup *model.Block) []*model.Block {
	return slices.DeleteFunc(slices.Clone(backup.Refs("applies_to")), func(s *model.Block) bool { return len(m.About("retention", s)) == 0 })
}

func backupAdded(d *differ, b *model.Block) []verdict {
	if b.False("enabled") || len(limited(d.before, b)) == 0 && len(limited(d.after, b)) == 0 || !period(b, "retained").stated {
		return nil
	}
	return []verdict{{class: "retention.increased", summary: sentence("copies of", subject(b), "are kept", periodText(b)+", which adds to the time for which the data itself is kept")}}
}

func backupRemoved(d *differ, b *model.Block) []verdict {
	if b.False("enabled") || len(limited(d.before, b)) == 0 || !period(b, "retained").stated {
		return nil
	}
	return []verdict{{class: "retention.decreased", summary: sentence("copies of", subject(b), "are not kept any more; they were", periodText(b))}}
}
