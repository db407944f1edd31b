package changelog

import (
	"maps"
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/telling"
)

// Message returns what customers are told of a plan's material changes in the language
// of the owner, as an e-mail in Markdown with a line for its subject. The comparison is
// that of which the plan was made. It is nil where there are none.
func Message(p *plan.Plan, c *compare.Comparison, o Owner) []byte {
	m := messenger{speaker{speech.In(o.Language)}, o.Language, p, c}
	told := telling.In(c, o.Language)
	list := &tree.List{}
	for i := range p.Changes {
		if !p.Changes[i].IsMaterial() {
			continue
		}
		text := tree.T(p.Changes[i].Summary)
		if told != nil {
			text = told[i]
		}
		list.Items = append(list.Items, tree.Item{Text: text, List: m.objections(&p.Changes[i])})
	}
	if len(list.Items) == 0 {
		return nil
	}
	subject, day := m.Say("notice.subject", o.Title, m.day(p.TakesEffect())), m.day(p.TakesEffect())
	doc := &tree.Document{Name: "notice", Title: m.Say("notice.title", o.Title), Language: m.Language()}
	doc.Intro = []tree.Block{
		&tree.Paragraph{Text: tree.T(m.Say("notice.announces", o.Name, o.Title, day))},
		&tree.Paragraph{Text: tree.T(m.Say("notice.what"))},
		list,
	}
	for _, text := range m.admissions(told) {
		doc.Intro = append(doc.Intro, &tree.Paragraph{Text: text})
	}
	return append([]byte("Subject: "+strings.Join(strings.Fields(tree.Clean(subject)), " ")+"\n\n"), markdown.Encode(doc, markdown.Options{})...)
}

// A messenger writes a message in a language.
type messenger struct {
	speaker
	of         string // the language of the policy, in which there may be no words
	plan       *plan.Plan
	comparison *compare.Comparison
}

// admissions say which texts are not in the language, and which language holds.
func (m messenger) admissions(told []tree.Text) []tree.Text {
	texts := map[foreign]map[string]bool{}
	for i := range told {
		if m.plan.Changes[i].IsMaterial() {
			runsOf(told[i]).foreign(texts)
		}
	}
	var all []tree.Text
	languages := map[string]bool{}
	for kind := range texts {
		languages[kind.language] = true
	}
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		all = append(all, m.Text("notice.foreign", tree.T(speech.Mark(language)), tree.T(m.Tongue.LanguageName(language))))
	}
	if len(m.comparison.After.Languages()) > 1 {
		if holds := render.In(m.comparison.After, m.of).Prevailing(); len(holds) > 0 {
			all = append(all, holds)
		}
	}
	return all
}

// objections says until when one may object to a change, and where. It is nil where
// the policy gives no time for it.
func (m messenger) objections(c *diff.Change) *tree.List {
	for _, n := range m.plan.Notices {
		if n.Objection == "" || !slices.Contains(n.Changes, c.Address) || !slices.Contains(n.Classes, c.Class) {
			continue
		}
		text := m.Say("notice.objection", m.day(n.Objection))
		if ways := m.ways(n); len(ways) > 0 {
			text = m.Say("notice.objection_via", m.day(n.Objection), m.Tongue.OrStrings(ways))
		}
		return &tree.List{Items: []tree.Item{{Text: tree.T(text)}}}
	}
	return nil
}

// ways are those by which something is announced, in the language where there are
// translations: of the newer version, since the term is one of the older, which may
// not have had the language yet.
func (m messenger) ways(n plan.Notice) []string {
	term := m.comparison.Before.Lookup(n.Term)
	if term == nil {
		return n.Via
	}
	var ways []string
	for _, b := range term.Refs("via") {
		from, of := m.comparison.Before, b
		if now := m.comparison.After.Lookup(b.Address); now != nil && now.Label() == b.Label() {
			from, of = m.comparison.After, now
		}
		ways = append(ways, inPlain(from.LabelWording(of, m.of), m.of))
	}
	return ways
}
