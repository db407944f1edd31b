package compare

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

func categoryAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "data.category.added", summary: sentence("the policy now also covers", bare(b), prefixed(", used for ", names(elements(b.Get("purposes")))))}}
}

func categoryRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "data.category.removed", summary: sentence("the policy does not cover", bare(b), "any more")}}
}

// sensitivity is graded by the order of the schema's words, and what is not said
// counts as ordinary.
func sensitivity(d *differ, x delta) []verdict {
	return graded(d, x, schema.Sensitivity, "data.sensitivity.raised", "data.sensitivity.lowered")
}

func graded(d *differ, x delta, words *schema.Enum, up, down string) []verdict {
	was, is := slices.Index(words.Names(), word(x.from)), slices.Index(words.Names(), word(x.to))
	class := up
	if max(is, 0) < max(was, 0) {
		class = down
	}
	if max(is, 0) == max(was, 0) {
		return nil
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// dataClass: what identifies a person by itself counts as more sensitive than
// what arises from use.
func dataClass(d *differ, x delta) []verdict {
	class := "data.sensitivity.lowered"
	if word(x.to) == "primary" {
		class = "data.sensitivity.raised"
	}
	return []verdict{{class: class, summary: d.difference(x)}}
}

// fields are the single pieces of data in a category.
func fields(d *differ, x delta) []verdict {
	var list []verdict
	if come := d.gained(x); len(come) > 0 {
		list = append(list, verdict{class: "data.category.added", extent: Extent{Came: come}, summary: sentence("“"+bare(x.after)+"”", "now includes", names(come))})
	}
	if gone := d.lost(x); len(gone) > 0 {
		list = append(list, verdict{class: "data.category.removed", extent: Extent{Went: gone}, summary: sentence("“"+bare(x.after)+"”", "does not include", anyName(gone), "any more")})
	}
	return list
}

func purposeAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "purpose.added", summary: sentence("data is now also used for", b.Label())}}
}

func purposeRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "purpose.removed", summary: sentence("data is not used for", b.Label(), "any more")}}
}

// purposeChanged: the words of a purpose are what it is.
func purposeChanged(d *differ, x delta) []verdict {
	return []verdict{{class: "purpose.changed", direction: Neutral, summary: d.newName(x)}}
}

// purposeDetail is what illustrates a purpose, or gives its reason.
func purposeDetail(d *differ, x delta) []verdict {
	return []verdict{{class: "purpose.changed", direction: Neutral, materiality: Minor, summary: d.difference(x)}}
}

// purposeExtent is what a purpose includes, and the data that serves it.
func purposeExtent(d *differ, x delta) []verdict {
	v := verdict{class: "purpose.changed", summary: d.difference(x)}
	if len(d.gained(x)) == 0 {
		v.direction, v.materiality = Narrows, Minor
	}
	return []verdict{v}
}

// legalBasis weakens the position of the person where it leaves consent, which
// could be withdrawn.
func legalBasis(d *differ, x delta) []verdict {
	v := verdict{class: "legal_basis.changed", summary: d.difference(x)}
	switch {
	case word(x.from) == "consent" || x.to == nil:
		v.direction = Widens
	case word(x.to) == "consent" || x.from == nil:
		v.direction = Narrows
	}
	return []verdict{v}
}

// usedFor are the purposes of a category or an activity.
func usedFor(d *differ, x delta) []verdict {
	var list []verdict
	what := "data in " + the(x.after)
	if x.after.Kind() == "category" {
		what = bare(x.after)
	}
	if come := d.gained(x); len(come) > 0 {
		list = append(list, verdict{class: "purpose.added", extent: Extent{Came: come}, summary: sentence(what+": now also used for", names(come))})
	}
	if gone := d.lost(x); len(gone) > 0 {
		list = append(list, verdict{class: "purpose.removed", extent: Extent{Went: gone}, summary: sentence(what+": not used any more for", anyName(gone))})
	}
	return list
}

func useAdded(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "purpose.added", summary: sentence(bare(b.Parent)+": now also used for", named(b.Get("purpose")))}}
}

func useRemoved(_ *differ, b *model.Block) []verdict {
	return []verdict{{class: "purpose.removed", summary: sentence(bare(b.Parent)+": not used any more for", named(b.Get("purpose")))}}
}

// moreData is an attribute that lists data that something handles: what is
// added widens.
func moreData(d *differ, x delta) []verdict {
	return []verdict{d.byExtent(x, Widens)}
}

// moreCare is an attribute that lists what protects or limits: what is taken
// away widens.
func moreCare(d *differ, x delta) []verdict {
	v := d.byExtent(x, Narrows)
	if len(d.lost(x)) > 0 {
		v.materiality = Material
	}
	return []verdict{v}
}

// moreLimits is an attribute that lists what people cannot do, or what does not
// have to be done: what is added widens.
func moreLimits(d *differ, x delta) []verdict {
	v := d.byExtent(x, Widens)
	if len(d.gained(x)) > 0 {
		v.materiality = Material
	}
	return []verdict{v}
}

// excluded lists what a category does not contain: it contains more where less
// is on the list.
func excluded(d *differ, x delta) []verdict {
	if len(d.lost(x)) > 0 {
		return []verdict{{class: "data.category.added", summary: d.difference(x)}}
	}
	return []verdict{{class: "data.category.removed", summary: d.difference(x)}}
}

// forms are those in which alone data is held: a further one, or none stated,
// lets more be known.
func forms(d *differ, x delta) []verdict {
	v := d.general(x)
	if v.direction = Narrows; x.to == nil || x.from != nil && len(d.gained(x)) > 0 {
		v.direction, v.materiality = Widens, Material
	}
	return []verdict{v}
}

// collected: whether one has to provide data (GDPR Art. 13(2)(e)).
func collected(d *differ, x delta) []verdict {
	v := d.general(x)
	switch {
	case word(x.to) == "required" || word(x.from) == "optional":
		v.direction, v.materiality = Widens, Material
	case word(x.to) == "optional" || word(x.from) == "required":
		v.direction = Narrows
	}
	return []verdict{v}
}

// purposeDone: a use of data serves another purpose.
func purposeDone(d *differ, x delta) []verdict {
	return []verdict{{class: "purpose.changed", summary: d.difference(x)}}
}

// stepPlace: what was done on the device of the user is done elsewhere.
func stepPlace(d *differ, x delta) []verdict {
	v := d.general(x)
	switch {
	case word(x.from) == "client":
		v.direction, v.materiality = Widens, Material
	case word(x.to) == "client":
		v.direction = Narrows
	}
	return []verdict{v}
}

// byExtent gives a general class the direction that more of the attribute has.
func (d *differ) byExtent(x delta, more Direction) verdict {
	v := d.general(x)
	gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0
	switch {
	case gains && !loses:
		v.direction = more
	case loses && !gains:
		v.direction = opposite(more)
	}
	return v
}

func opposite(d Direction) Direction {
	return map[Direction]Direction{Widens: Narrows, Narrows: Widens, Neutral: Neutral}[d]
}
