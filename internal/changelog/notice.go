package changelog

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

// Message returns what customers are told of a plan's material changes, as an
// e-mail in Markdown with a line for its subject. It is nil where there are none.
func Message(p *plan.Plan, o Owner) []byte {
	list := &tree.List{}
	for i := range p.Changes {
		if p.Changes[i].IsMaterial() {
			list.Items = append(list.Items, tree.Item{Text: tree.T(p.Changes[i].Summary), List: objections(p, &p.Changes[i])})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	subject := "Changes of “" + o.Title + "” from " + inWords(p.TakesEffect())
	doc := &tree.Document{Name: "notice", Title: "Changes of “" + o.Title + "”", Language: o.Language}
	doc.Intro = []tree.Block{
		&tree.Paragraph{Text: tree.T(o.Name + " announces changes of “" + o.Title + "”. They take effect on " + inWords(p.TakesEffect()) + ".")},
		&tree.Paragraph{Text: tree.T("What changes:")},
		list,
	}
	return append([]byte("Subject: "+strings.Join(strings.Fields(tree.Clean(subject)), " ")+"\n\n"), markdown.Encode(doc, markdown.Options{})...)
}

// objections says until when one may object to a change, and where. It is nil where
// the policy gives no time for it.
func objections(p *plan.Plan, c *diff.Change) *tree.List {
	for _, n := range p.Notices {
		if n.Objection == "" || !slices.Contains(n.Changes, c.Address) || !slices.Contains(n.Classes, c.Class) {
			continue
		}
		text := "You may object to this until " + inWords(n.Objection)
		if len(n.Via) > 0 {
			text += ", through " + strings.Join(n.Via, " or ")
		}
		return &tree.List{Items: []tree.Item{{Text: tree.T(text + ".")}}}
	}
	return nil
}
