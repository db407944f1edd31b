package changelog

import (
	"strings"

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
			list.Items = append(list.Items, tree.Item{Text: tree.T(p.Changes[i].Summary)})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	subject := "Changes of “" + o.Title + "” from " + inWords(p.Effective)
	doc := &tree.Document{Name: "notice", Title: "Changes of “" + o.Title + "”", Language: o.Language}
	doc.Intro = []tree.Block{
		&tree.Paragraph{Text: tree.T(o.Name + " announces changes of “" + o.Title + "”. They take effect on " + inWords(p.Effective) + ".")},
		&tree.Paragraph{Text: tree.T("What changes:")},
		list,
	}
	for _, t := range objections(p) {
		doc.Intro = append(doc.Intro, &tree.Paragraph{Text: tree.T(t)})
	}
	return append([]byte("Subject: "+strings.Join(strings.Fields(tree.Clean(subject)), " ")+"\n\n"), markdown.Encode(doc, markdown.Options{})...)
}

// objections says until when one may object, and where.
func objections(p *plan.Plan) []string {
	var texts []string
	seen := map[string]bool{}
	for _, n := range p.Notices {
		if n.Objection == "" || seen[n.Objection] {
			continue
		}
		seen[n.Objection] = true
		text := "You may object until " + inWords(n.Objection)
		if len(n.Via) > 0 {
			text += ", through " + strings.Join(n.Via, " or ")
		}
		texts = append(texts, text+".")
	}
	return texts
}
