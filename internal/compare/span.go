package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
)

// A span is the longest that data can be kept, as far as the policy says. Where
// several periods hold, which cannot be compared, each is one of its lengths.
type span struct {
	stated    bool // there is a period at all
	unlimited bool
	vague     []string // periods without a number, in the author's words
	lengths   []limit
}

// A limit is a length that is reached, or not quite.
type limit struct {
	scalar.Length
	under bool
}

func (l limit) compare(m limit) (int, bool) {
	order, ok := l.Compare(m.Length)
	if ok && order == 0 && l.under != m.under {
		if l.under {
			return -1, true
		}
		return 1, true
	}
	return order, ok
}

// with returns the longer of both.
func (s span) with(t span) span {
	s.stated = s.stated || t.stated
	s.unlimited = s.unlimited || t.unlimited
	s.vague = append(s.vague, t.vague...)
	s.lengths = append(s.lengths, t.lengths...)
	return s
}

// then returns both one after the other. What is not stated takes no time.
func (s span) then(t span) span {
	if !s.stated {
		return t
	}
	if !t.stated {
		return s
	}
	sum := span{stated: true, unlimited: s.unlimited || t.unlimited, vague: append(slices.Clone(s.vague), t.vague...)}
	for _, l := range longest(s.lengths) {
		for _, m := range longest(t.lengths) {
			sum.lengths = append(sum.lengths, limit{l.Add(m.Length), l.under && m.under})
		}
	}
	return sum
}

// longest leaves out what is no longer than another. What stays cannot be
// compared, which few lengths cannot: a month with 28 to 31 days, and the like.
func longest(lengths []limit) []limit {
	var kept []limit
	for _, l := range lengths {
		if slices.ContainsFunc(kept, func(k limit) bool { return covers(k, l) }) {
			continue
		}
		kept = append(slices.DeleteFunc(kept, func(k limit) bool { return covers(l, k) }), l)
	}
	return kept
}

func covers(k, l limit) bool {
	order, ok := l.compare(k)
	return ok && order <= 0
}

// compare returns -1, 0 or +1 as s is shorter than t, as long, or longer. ok is
// false where that cannot be told.
func (s span) compare(t span) (order int, ok bool) {
	switch {
	case s.stated != t.stated:
		return s.againstNothing(t)
	case s.unlimited || t.unlimited:
		return truth(s.unlimited) - truth(t.unlimited), true
	case len(s.vague)+len(t.vague) > 0:
		return 0, slices.Equal(s.vague, t.vague) && slices.Equal(s.lengths, t.lengths)
	}
	mine, theirs := longest(s.lengths), longest(t.lengths)
	shorter, longer := allCovered(mine, theirs), allCovered(theirs, mine)
	return truth(longer) - truth(shorter), shorter || longer
}

// againstNothing compares a period with none: where none is stated, nothing
// limits. Against one that does not limit either, nothing can be told.
func (s span) againstNothing(t span) (order int, ok bool) {
	if s.unlimited || t.unlimited || len(s.vague)+len(t.vague) > 0 {
		return 0, false
	}
	return truth(!s.stated) - truth(!t.stated), true
}

// allCovered reports whether each length is covered by one of the others.
func allCovered(lengths, others []limit) bool {
	return !slices.ContainsFunc(lengths, func(l limit) bool {
		return !slices.ContainsFunc(others, func(k limit) bool { return covers(k, l) })
	})
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// period is how long an attribute says, with the bound beside it. A term that
// is named in place of a period stands for its own.
func period(b *model.Block, attr string) span {
	bound := ""
	if b.Schema.Attr("bound") != nil {
		bound = b.Text("bound")
	}
	d, ok := b.Duration(attr)
	if term := b.Ref(attr); term != nil {
		d, ok = term.Duration("period")
		if bound == "" {
			bound = term.Text("bound")
		}
	}
	switch bound {
	case "indefinite", "at_least":
		return span{stated: true, unlimited: true}
	case "unspecified":
		return span{stated: true, vague: []string{bound}}
	}
	if !ok {
		return span{}
	}
	if l, exact := d.Length(); exact {
		return span{stated: true, lengths: []limit{{l, bound == "under"}}}
	}
	return span{stated: true, vague: []string{d.Vague}}
}

// kept is how long a retention block keeps data: its period or the longest of
// its tiers, after the periods that come before it.
func (d *differ) kept(b *model.Block) span {
	if s, known := d.keptFor[b]; known {
		return s
	}
	own := period(b, "period")
	for _, t := range b.Inside("tier") {
		own = own.with(period(t, "period"))
	}
	own.lengths = longest(own.lengths)
	if b.True("long_term") {
		own = own.with(span{stated: true, vague: []string{"long_term"}})
	}
	if previous := b.Ref("after"); previous != nil {
		own = d.until(previous).then(own)
	}
	d.keptFor[b] = own
	return own
}

// until is how long it takes until a period has ended, together with those that
// come before it. What comes before itself takes no time before.
func (d *differ) until(b *model.Block) span {
	if s, known := d.endsAfter[b]; known {
		return s
	}
	d.endsAfter[b] = span{}
	own := period(b, "period")
	if previous := b.Ref("after"); previous != nil {
		own = d.until(previous).then(own)
	}
	d.endsAfter[b] = own
	return own
}
