package compare

import (
	"strings"

	"github.com/privity/privity/internal/model"
)

// easesConsent turns a verdict on a tracker that needs no consent into a minor
// one.
func easesConsent(b *model.Block, v verdict) verdict {
	if b.True("essential") {
		v.materiality = Minor
	}
	return v
}

func trackerAdded(_ *differ, b *model.Block) []verdict {
	v := verdict{class: "tracker.added", summary: sentence(the(b), "is new", prefixed("; it is for ", names(elements(b.Get("purposes")))))}
	return []verdict{easesConsent(b, v)}
}

func trackerRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "tracker.removed", summary: sentence(the(b), "is not used any more")}}
}

// kindOfTracker is what a tracker is, with its article.
func kindOfTracker(b *model.Block) string {
	if kind := printedOne(b, "kind"); kind != "" {
		return "the " + strings.TrimPrefix(strings.TrimPrefix(kind, "an "), "a ")
	}
	return "the tracker"
}

// trackerLifetime judges how long a tracker lasts: until a day, or until the
// browser is closed, which is shorter than any number of days.
func trackerLifetime(d *differ, x delta) []verdict {
	if d.told[x.after] {
		return []verdict{}
	}
	d.told[x.after] = true
	v := verdict{class: "tracker.lifetime.increased", summary: d.difference(x)}
	switch order, ok := staying(x.after).compare(staying(x.before)); {
	case !ok:
		v.direction = Neutral
	case order < 0:
		return []verdict{{class: "tracker.lifetime.decreased", summary: v.summary}}
	case order == 0:
		return []verdict{d.general(x)}
	}
	return []verdict{easesConsent(x.after, v)}
}

func staying(b *model.Block) span {
	if b.True("session") {
		return span{stated: true, lengths: []limit{{}}}
	}
	return period(b, "lifetime")
}

// trackerCategory: what a tracker is for, and whether it may be set without
// being asked for.
func trackerCategory(d *differ, x delta) []verdict {
	v := verdict{class: "tracker.category.changed", summary: d.difference(x)}
	if x.name() == "essential" {
		v.direction = Narrows
		if x.wasTrue() {
			v.direction = Widens
		}
	}
	return []verdict{v}
}

// trackerOwner: whose a tracker is decides who gets what it collects.
func trackerOwner(d *differ, x delta) []verdict {
	v := verdict{class: "recipient.added", summary: d.difference(x)}
	if x.to == nil || x.name() == "party" && word(x.to) == "first" {
		v = verdict{class: "recipient.removed", summary: v.summary}
	}
	return []verdict{v}
}

// trains judges whether artificial intelligence is trained with data.
func trains(d *differ, x delta) []verdict {
	switch {
	case x.isTrue():
		return []verdict{{class: "training.enabled", summary: sentence(trainer(x), "now trains artificial intelligence with the data")}}
	case x.wasTrue() && x.to != nil:
		return []verdict{{class: "training.disabled", summary: sentence(trainer(x), "does not train artificial intelligence with the data any more")}}
	case x.wasTrue():
		return []verdict{{class: "training.disabled", summary: sentence(trainer(x), "is not said to train artificial intelligence with the data any more")}}
	case x.to == nil:
		return []verdict{{class: "claim.removed", summary: sentence("the policy does not say any more that", trainer(x), "does not train artificial intelligence with the data")}}
	}
	return []verdict{{class: "claim.added", summary: sentence(trainer(x), "now expressly does not train artificial intelligence with the data")}}
}

func trainer(x delta) string {
	if r := recipient(x.after); r != nil {
		return the(r)
	}
	return the(x.after)
}

// countsAs judges whether the law calls a way of sharing a sale.
func countsAs(d *differ, x delta) []verdict {
	gains := len(d.gained(x)) > 0
	switch {
	case forbids(x.after) && gains:
		return []verdict{{class: "claim.strengthened", summary: d.difference(x)}}
	case forbids(x.after):
		return []verdict{{class: "claim.weakened", summary: d.difference(x)}}
	case gains:
		return []verdict{{class: "sale_or_share.enabled", summary: d.difference(x)}}
	}
	return []verdict{{class: "sale_or_share.disabled", summary: d.difference(x)}}
}
