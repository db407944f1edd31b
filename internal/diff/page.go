package diff

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

// Markdown returns the report as Markdown, fit for a comment or a message.
func (r *Report) Markdown() []byte {
	doc := &tree.Document{Name: "diff", Title: "Changes from " + r.Before.Name + " to " + r.After.Name, Language: "en"}
	if len(r.Changes) == 0 {
		doc.Intro = []tree.Block{&tree.Paragraph{Text: tree.T("Both say the same.")}}
		return markdown.Encode(doc, markdown.Options{})
	}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: tree.T(Total(r.Changes))}}
	doc.Sections = append(Sections(r.Changes), ProposalSections(r.Proposals)...)
	return []byte(diag.Disarm(string(markdown.Encode(doc, markdown.Options{}))))
}

// Sections returns changes as sections of a page, the gravest first.
func Sections(changes []Change) []*tree.Section {
	var sections []*tree.Section
	for _, w := range Weights {
		list := &tree.List{}
		for i := range changes {
			if changes[i].Materiality == w.Materiality {
				list.Items = append(list.Items, item(&changes[i]))
			}
		}
		if len(list.Items) > 0 {
			sections = append(sections, &tree.Section{ID: w.Materiality, Title: tree.T(w.Heading), Blocks: []tree.Block{list}})
		}
	}
	return sections
}

// item is a change as an item of a list: what it means, and below it where it is.
func item(c *Change) tree.Item {
	about := tree.T(tree.Code(c.Class), " at ", tree.Code(c.Address))
	if c.Was != "" {
		about = tree.T(about, ", which was ", tree.Code(c.Was))
	}
	if c.Attribute != "" {
		about = tree.T(about, ", ", tree.Code(c.Attribute))
	}
	if place := c.place(); place != "" {
		about = tree.T(about, ", in ", tree.Code(place))
	}
	below := &tree.List{}
	if c.Attribute != "" && (c.Before != nil || c.After != nil) {
		below.Items = append(below.Items, tree.Item{Text: beforeAndAfter(c)})
	}
	below.Items = append(below.Items, tree.Item{Text: about})
	return tree.Item{Text: tree.T(c.Summary), List: below}
}

func beforeAndAfter(c *Change) tree.Text {
	before, after := tree.T("not stated"), tree.T("not stated")
	if c.Before != nil {
		before = tree.T(c.Before.Text)
	}
	if c.After != nil {
		after = tree.T(c.After.Text)
	}
	return tree.T(before, " → ", tree.Strong{Text: after})
}

// ProposalSections returns what may have been meant as renames.
func ProposalSections(proposals []Proposal) []*tree.Section {
	if len(proposals) == 0 {
		return nil
	}
	s := &tree.Section{ID: "renames", Title: tree.T("Perhaps renames")}
	for _, p := range proposals {
		s.Blocks = append(s.Blocks,
			&tree.Paragraph{Text: tree.T(p.Why, " If so, add this to the policy:")},
			&tree.Verbatim{Text: strings.TrimSpace(p.Block)})
	}
	return []*tree.Section{s}
}
