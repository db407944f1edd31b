package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
)

// activities lists the processing activities, as the record of GDPR Art. 30 does.
func (p *page) activities() part {
	c := part{heading: "Processing activities"}
	var entries []tree.Definition
	for _, b := range p.all("activity") {
		entries = append(entries, p.entry(b, title(b), p.activityLines(b).blocks(), note(b)))
	}
	c.define(entries)
	return c
}

func (p *page) activityLines(b *model.Block) lines {
	var l lines
	l.add("Purposes", named(b, "purposes", name))
	l.add("Data", named(b, "data", name))
	l.add("Whose data", p.objects(b, "subjects"))
	l.add("Where", named(b, "systems", the))
	l.add("Recipients", p.objects(b, "recipients"))
	l.add("Controller", named(b, "controller", name))
	l.add("Our role", word(b, "role"))
	l.add("When", p.conditions(b))
	for _, d := range b.Inside("decision") {
		decisionLines(&l, d)
	}
	return l
}

// decisionLines say how a machine decides, and what that means.
func decisionLines(l *lines, b *model.Block) {
	l.say(flag(b, "alone", "a machine decides alone", "a machine prepares the decision of a person"))
	l.add("Based on", text(b, "logic"))
	l.add("What that can mean", text(b, "significance"))
	l.add("Safeguards", texts(b, "safeguards"))
	l.more(b)
}
