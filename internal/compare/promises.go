package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
)

func rightAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "right.added", summary: sentence("people now have", the(b))}}
}

func rightRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "right.removed", summary: sentence(the(b), "is not stated any more")}}
}

// answered: how soon a request is dealt with.
func answered(d *differ, x delta) []verdict {
	if d.told[x.after] {
		return []verdict{}
	}
	d.told[x.after] = true
	v := verdict{class: "right.sla.lengthened", summary: d.difference(x)}
	switch order, ok := period(x.after, "within").compare(period(x.before, "within")); {
	case !ok:
		v.direction = Neutral
	case order < 0:
		v.class = "right.sla.shortened"
	case order == 0:
		return []verdict{d.general(x)}
	}
	return []verdict{v}
}

func rightChannel(d *differ, x delta) []verdict {
	return []verdict{{class: "right.channel.changed", summary: d.difference(x)}}
}

func claimAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "claim.added", summary: sentence("the policy now promises:", "“"+b.Label()+"”")}}
}

func claimRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "claim.removed", summary: sentence("the policy does not promise any more:", "“"+b.Label()+"”")}}
}

// claimLimits are what a claim is limited to: it promises less the less is on
// the list, and most where there is none.
func claimLimits(d *differ, x delta) []verdict {
	class := "claim.strengthened"
	if x.from == nil || x.to != nil && len(d.lost(x)) > 0 {
		class = "claim.weakened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// claimWithin are the countries in which alone something is done: more of them
// promise less.
func claimWithin(d *differ, x delta) []verdict {
	class := "claim.strengthened"
	if x.to == nil || x.from != nil && len(d.gained(x)) > 0 {
		class = "claim.weakened"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// claimWords: another promise in place of one. What it was, it is not any more.
func claimWords(d *differ, x delta) []verdict {
	v := verdict{class: "claim.weakened", direction: Neutral, summary: d.difference(x)}
	if x.name() == "says" && word(x.to) == "never" {
		v = verdict{class: "claim.strengthened", summary: v.summary}
	}
	return []verdict{v}
}

// statement: a promise in prose. Whether it promises less is for a reader to
// say.
func statement(d *differ, x delta) []verdict {
	return []verdict{{class: "principle.changed", summary: d.difference(x)}}
}

func principleRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "claim.removed", summary: sentence(the(b), "is not stated any more")}}
}

func principleAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "claim.added", summary: sentence(the(b), "is new")}}
}

// An exception lets something be that a rule forbids.
func exceptionAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "exception.added", direction: Widens, materiality: Material, summary: sentence(the(b), "is new")}}
}

func exceptionRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "exception.removed", direction: Narrows, summary: sentence(the(b), "does not hold any more")}}
}

// forbids reports whether a rule on sharing says what is not shared.
func forbids(b *model.Block) bool { return b.Text("effect") == "deny" }

func transferAdded(d *differ, b *model.Block) []verdict {
	if forbids(b) {
		return []verdict{{class: "claim.added", summary: sentence("data is now said not to be shared with", printedList(b, "recipients"))}}
	}
	countries := placesOf(elements(b.Get("countries")))
	if b.Text("effect") == "rely" {
		return []verdict{{
			class: "transfer.added", countries: countries,
			summary: sentence("there are others now who are relied on:", printedList(b, "recipients")),
		}}
	}
	if b.Has("counts_as") {
		return []verdict{{
			class: "sale_or_share.enabled", countries: countries,
			summary: sentence("data is now shared with", printedList(b, "recipients")+",", "which the law calls", printedList(b, "counts_as")),
		}}
	}
	return []verdict{{
		class: "transfer.added", countries: countries,
		summary: sentence("data is now shared with", printedList(b, "recipients"), prefixed("in ", d.placeNames(countries))+d.bloc.outside(countries)),
	}}
}

func transferRemoved(_ *differ, b *model.Block) []verdict {
	if forbids(b) {
		return []verdict{{class: "claim.removed", summary: sentence("it is not stated any more that data is not shared with", printedList(b, "recipients"))}}
	}
	if b.Text("effect") == "rely" {
		return []verdict{{class: "transfer.removed", summary: sentence("it is not stated any more that others are relied on:", printedList(b, "recipients"))}}
	}
	return []verdict{{class: "transfer.removed", summary: sentence("data is not said to be shared with", printedList(b, "recipients"), "any more")}}
}

func printedList(b *model.Block, attr string) string {
	a := b.Get(attr)
	if a == nil {
		return "others"
	}
	return printed(a.Schema.Type, a.Value)
}

// transferEffects are what a rule says of others, from what gives them the least.
var transferEffects = []string{"deny", "rely", "allow"}

func transferEffect(d *differ, x delta) []verdict {
	class := "transfer.removed"
	if slices.Index(transferEffects, word(x.to)) > slices.Index(transferEffects, word(x.from)) {
		class = "transfer.added"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// transferRecipients: with whom data is shared or, under a rule that forbids,
// not shared.
func transferRecipients(d *differ, x delta) []verdict {
	gain, loss := "recipient.added", "recipient.removed"
	if forbids(x.after) {
		gain, loss = "claim.strengthened", "claim.weakened"
	}
	var list []verdict
	if len(d.gained(x)) > 0 {
		list = append(list, verdict{class: gain, extent: Extent{Came: d.gained(x)}, summary: d.difference(x)})
	}
	if len(d.lost(x)) > 0 {
		list = append(list, verdict{class: loss, extent: Extent{Went: d.lost(x)}, summary: d.difference(x)})
	}
	return list
}

// transferExtent: the data and countries that a rule is about. One that forbids
// says less of less.
func transferExtent(d *differ, x delta) []verdict {
	gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0
	if x.from == nil || x.to == nil {
		gains, loses = loses, gains // without a list it is about all
	}
	v := verdict{class: "transfer.changed", summary: d.difference(x)}
	switch {
	case forbids(x.after) && loses:
		v.class = "claim.weakened"
	case forbids(x.after):
		v.class = "claim.strengthened"
	case gains:
		v.class = "transfer.added"
		if x.name() == "countries" {
			v.countries = countriesIn(placesOf(d.gained(x)))
		}
	case loses:
		v.class = "transfer.removed"
	}
	return []verdict{v}
}

// transferPurposes: for what data is shared or, under a rule that forbids, not
// shared.
func transferPurposes(d *differ, x delta) []verdict {
	if forbids(x.after) {
		return transferExtent(d, x)
	}
	return d.usage(x, d.difference(x), d.difference(x))
}

// transferConditions: when data is shared, or not shared.
func transferConditions(d *differ, x delta) []verdict {
	if forbids(x.after) {
		return as(conditional, "claim.weakened", "claim.strengthened", "claim.weakened")(d, x)
	}
	return conditional(d, x)
}

func mechanism(d *differ, x delta) []verdict {
	v := verdict{class: "transfer.mechanism.changed", summary: d.difference(x)}
	switch {
	case x.to == nil:
		v.direction = Widens
	case x.from == nil:
		v.direction, v.materiality = Narrows, Minor
	}
	return []verdict{v}
}
