package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// waivers are findings of rules that are accepted, and what rules count for.
func (p *page) waivers() part {
	c := part{heading: "Accepted findings"}
	var s statements
	for _, b := range p.all("waiver") {
		until := date(b, "expires")
		s.add(anchor(b), english.Paragraph(
			english.Sentence(tree.T("the finding"), code(b, "rule"), tree.T("is accepted for"), named(b, "at", p.accused),
				bracketed(prefixed("attribute ", code(b, "attribute")))),
			sentenceIf(text(b, "reason"), tree.T("reason:"), text(b, "reason")),
			sentenceIf(text(b, "approver"), tree.T("accepted by"), text(b, "approver")),
			sentenceIf(until, tree.T("this ends on"), until),
		))
	}
	for _, b := range p.all("rule") {
		id := code(b, "id")
		if !b.Has("id") {
			id = name(b)
		}
		s.add(anchor(b), english.Paragraph(
			english.Sentence(tree.T("what the rule"), id, tree.T("finds"), word(b, "severity")),
			sentenceIf(text(b, "reason"), tree.T("reason:"), text(b, "reason")),
			sentenceIf(text(b, "approver"), tree.T("decided by"), text(b, "approver")),
		))
	}
	c.add(s.blocks()...)
	return c
}

// accused is what a finding is about. What is no part of speech goes by its kind.
func (p *page) accused(b *model.Block) tree.Text {
	switch b.Kind() {
	case "policy":
		return tree.T("the policy")
	case "region":
		return p.place(b)
	case "backup":
		if len(p.model.All("backup")) == 1 {
			return tree.T("the backups")
		}
	case "requirement", "claim", "procedure", "principle", "access", "transfer", "exception", "retention", "encryption", "flow", "right", "notice", "measure", "contact":
		if b.Name == "" && b.Parent != nil {
			return tree.T("the "+b.Schema.Title+" of ", the(b.Parent))
		}
		return tree.T("the "+b.Schema.Title+" ", quoted(b))
	}
	return the(b)
}
