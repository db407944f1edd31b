package plan

import (
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

// Markdown returns the plan as Markdown, fit for a comment on a pull request.
func (f *File) Markdown(missing []Missing) []byte {
	p := f.Plan
	doc := &tree.Document{Name: "plan", Title: p.heading(), Language: "en"}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: p.opening()}}
	if p.TooEarly != "" {
		doc.Intro = append(doc.Intro, &tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T("Too early: ")}, p.TooEarly)})
	}
	if backdated := p.Backdated(); backdated != "" {
		doc.Intro = append(doc.Intro, &tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T("Backdated: ")}, backdated)})
	}
	doc.Sections = append(diff.Sections(p.Changes), diff.ProposalSections(p.Proposals)...)
	if list := p.noticeList(); list != nil {
		doc.Sections = append(doc.Sections, section("notice", "Notice", list))
	}
	if list := p.approvalList(missing); list != nil {
		doc.Sections = append(doc.Sections, section("approvals", "Approvals", list))
	}
	if list := p.findingList(); list != nil {
		doc.Sections = append(doc.Sections, section("findings", "Findings", list))
	}
	doc.Footer = []tree.Block{&tree.Paragraph{Text: tree.T("Plan ", tree.Code(f.Digest), " by ", p.Tool, ".")}}
	return []byte(diag.Disarm(string(markdown.Encode(doc, markdown.Options{}))))
}

func (p *Plan) heading() string {
	switch {
	case p.Base == nil:
		return "First version of the policy"
	case p.IsEmpty():
		return "No change of the policy"
	}
	return "Change of the policy"
}

func (p *Plan) opening() tree.Text {
	switch {
	case p.Base == nil:
		return tree.T("This would be the first version of “", p.Title, "”, ", p.holds(), ".")
	case p.IsEmpty():
		return tree.T("Nothing has changed since ", p.Base.name(), ".")
	}
	return tree.T(tree.Strong{Text: tree.T(diff.Total(p.Changes))}, " This would replace ", p.Base.name(), " from ", p.TakesEffect(), " on.")
}

func section(id, heading string, list *tree.List) *tree.Section {
	return &tree.Section{ID: id, Title: tree.T(heading), Blocks: []tree.Block{list}}
}

func (p *Plan) noticeList() *tree.List {
	if len(p.Notices) == 0 {
		return nil
	}
	list := &tree.List{}
	for _, n := range p.Notices {
		list.Items = append(list.Items, tree.Item{Text: tree.T(n.sentence())})
	}
	return list
}

func (p *Plan) approvalList(missing []Missing) *tree.List {
	if len(p.Approvals) == 0 {
		return nil
	}
	list := &tree.List{}
	for _, r := range p.Approvals {
		state := "given: "
		if mark(r.Role, missing) == "[ ]" {
			state = "missing: "
		}
		list.Items = append(list.Items, tree.Item{Text: tree.T(tree.Strong{Text: tree.T(state)}, r.sentence(), ".")})
	}
	return list
}

func (p *Plan) findingList() *tree.List {
	if len(p.Findings) == 0 {
		return nil
	}
	list := &tree.List{}
	for _, f := range p.Findings {
		t := tree.T(tree.Strong{Text: tree.T(f.Severity)}, " ", tree.Code(f.Code), ": ", f.Summary)
		if f.Place != "" {
			t = tree.T(t, " (", tree.Code(f.Place), ")")
		}
		list.Items = append(list.Items, tree.Item{Text: t})
	}
	return list
}
