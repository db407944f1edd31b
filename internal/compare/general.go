package compare

import (
	"strings"

	"github.com/privity/privity/internal/schema"
)

// general is the verdict on an attribute that no rule knows.
func (d *differ) general(x delta) verdict {
	kind := x.after.Kind()
	switch {
	case x.schema().Type.Kind == schema.Markdown:
		return verdict{class: kind + "." + reworded, summary: d.difference(x)}
	case kind == "document" || kind == "section":
		return verdict{class: "document.structure", summary: d.difference(x)}
	case kind == "translation":
		return verdict{class: "translation.only", summary: d.difference(x)}
	case x.name() == "label":
		return verdict{class: kind + "." + renamed, summary: d.newName(x)}
	}
	v := verdict{class: kind + "." + changed, summary: d.difference(x)}
	if telling[x.name()] {
		v.materiality = Editorial
	}
	return v
}

// telling are the attributes that help to tell of a thing and change nothing
// about it.
var telling = map[string]bool{
	"examples": true, "abbreviation": true, "plural": true, "code_as_published": true, "topic": true,
	"fides_key": true, "because": true, "former_names": true, "numbering": true,
}

// reordered is the verdict on a list that has the same values in another order.
func (d *differ) reordered(x delta) verdict {
	return verdict{class: "document.structure", summary: sentence(the(x.after)+":", "the entries of “"+strings.ReplaceAll(x.name(), "_", " ")+"”", "stand in another order")}
}

func (d *differ) formattingOnly() {
	c := Change{
		Class: "formatting.only", Direction: Neutral, Materiality: Technical,
		Summary: "The pages look different because the tool that writes them changed; the policy is the same.",
	}
	if p := d.after.Policy(); p != nil {
		c.Kind, c.Address, c.BeforeBlock, c.AfterBlock = p.Kind(), p.Address, d.before.Policy(), p
		c.AfterPlace = d.place(d.after, 1, p, "")
	}
	d.report(c)
}

// conditional judges the conditions under which something holds: of "when", any
// is enough, so that more of them widen, and none at all widens most; "unless"
// and "until" are the other way round. Where a rule keeps something from being
// done, that turns again.
func conditional(d *differ, x delta) []verdict {
	v := d.general(x)
	gains, loses := len(d.gained(x)) > 0, len(d.lost(x)) > 0
	wider := gains && x.from != nil || x.to == nil
	if x.name() != "when" {
		wider = loses
	}
	if gains && loses {
		return []verdict{v}
	}
	v.direction = Narrows
	if wider != restrains(x) {
		v.direction = Widens
	}
	if v.direction == Widens && handled[x.after.Kind()] {
		v.materiality = Material
	}
	return []verdict{v}
}

// handled are the kinds of block that say what is done with data, so that
// something is done more often where they hold more often.
var handled = map[string]bool{
	"engagement": true, "shares_with": true, "tracker": true, "collection": true, "use": true, "activity": true, "transfer": true, "treated_as": true, "flow": true,
}

// restrains reports whether a block keeps data from harm: the more often it
// holds, the less is done with data.
func restrains(x delta) bool {
	b := x.after
	switch b.Kind() {
	case "access", "transfer":
		return keepsOut(b)
	case "encryption", "requirement", "claim", "right", "measure", "step", "restore", "retention", "tier":
		return true
	}
	return false
}

// inClass names the class for each direction.
func inClass(v verdict, neutral, narrows, widens string) verdict {
	switch v.direction {
	case Narrows:
		return verdict{class: narrows, summary: v.summary}
	case Widens:
		return verdict{class: widens, summary: v.summary}
	}
	return verdict{class: neutral, direction: Neutral, materiality: Material, summary: v.summary}
}
