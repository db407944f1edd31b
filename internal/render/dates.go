package render

import (
	"regexp"
	"time"

	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/scalar"
)

// dates says from when the policy holds, and what is known of its publication.
func (p *page) dates() part {
	c := part{heading: "Dates"}
	if p.policy != nil && p.shows(p.policy) {
		effective, updated := date(p.policy, "effective"), date(p.policy, "updated")
		printed := quote(p.policy, "updated_as_published")
		c.say(
			english.Sentence(p.inForce(effective, updated)),
			sentenceIf(printed, tree.T("an earlier publication prints that day as"), printed, p.otherReading()),
			p.captured(),
		)
	}
	c.add(p.moves().blocks()...)
	c.add(p.corrections().blocks()...)
	return c
}

func (p *page) inForce(effective, updated tree.Text) tree.Text {
	var facts []tree.Text
	if len(effective) > 0 {
		facts = append(facts, tree.T("holds from ", effective))
	}
	if len(updated) > 0 {
		facts = append(facts, tree.T("was last updated on ", updated))
	}
	if len(facts) == 0 {
		return nil
	}
	return tree.T("this policy ", english.And(facts...))
}

// inFigures is a day as people write it in figures, in either order of day and month.
var inFigures = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$`)

// otherReading is the other day that a date in figures may stand for, where its day
// could be a month.
func (p *page) otherReading() tree.Text {
	d, ok := p.policy.Date("updated")
	found := inFigures.FindStringSubmatch(p.policy.Text("updated_as_published"))
	if !ok || found == nil || d.Day > 12 || int(d.Month) == d.Day {
		return nil
	}
	other := scalar.Date{Year: d.Year, Month: time.Month(d.Day), Day: int(d.Month)}
	return says(p.policy, "updated_as_published", ", which may also stand for "+english.Date(other))
}

func (p *page) captured() tree.Text {
	d, ok := p.policy.Duration("page_modified_ago")
	if !ok {
		return nil
	}
	return english.Sentence(
		tree.T("when the published page was captured, it said that it had last been changed"),
		says(p.policy, "page_modified_ago", english.Duration(d), " before"))
}

// moves say what has another name now.
func (p *page) moves() statements {
	var s statements
	for _, b := range p.all("moved") {
		s.add("", english.Sentence(
			tree.T("what earlier versions describe as"), code(b, "from"), tree.T("is now called"), named(b, "to", name),
			prefixed("or, in part, ", named(b, "also", name))))
	}
	return s
}

// corrections say where an earlier version was wrong.
func (p *page) corrections() statements {
	var s statements
	for _, b := range p.all("correction") {
		wrong := prefixed("in ", code(b, "attribute"))
		s.add(anchor(b), english.Paragraph(
			english.Sentence(tree.T("an earlier version was wrong about"), named(b, "of", p.accused), wrong),
			english.Sentence(text(b, "reason")),
			sentenceIf(text(b, "approver"), tree.T("this was confirmed by"), says(b, "approver", english.Definite(b.Text("approver")))),
		))
	}
	return s
}
