// Package telling tells what changed between two versions of a policy on pages that
// are made of entries: those in another language than English, and those of a policy
// that is not written in English.
//
// The sentences that package compare makes are English, with the author's phrases in
// them. In another language such a sentence would have to inflect these. So a change is
// an entry here as everything else on such a page is: what kind of change it is, what
// it is about, and what came and went, each in the words of package words or in the
// author's own, as they were written or translated. See docs/adr/0024-changes-in-entries.md.
//
//	Längere Speicherdauer · Rechnungen – Speicherdauer: 3 Monate → 6 Monate
package telling

import (
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// In tells the changes of a comparison in a language, in their order. It is nil where
// the pages in that language are made of sentences: there the summary of a change says
// it. A text of the author that is not in that language says so, as on other pages.
func In(c *compare.Comparison, language string) []tree.Text {
	if len(c.Changes) == 0 {
		return nil
	}
	t := &teller{model: c.After, now: render.In(c.After, language)}
	if t.now.InSentences() {
		return nil
	}
	t.then = render.In(c.Before, language)
	told := make([]tree.Text, len(c.Changes))
	for i := range c.Changes {
		told[i] = t.change(&c.Changes[i])
		tree.TypesetText(t.now.Language(), told[i])
	}
	return told
}

// A teller tells changes in one language.
type teller struct {
	model     *model.Model        // the newer version
	then, now *render.Publication // what the older version says, and the newer
}

// A side is a block in one of the versions.
type side struct {
	*render.Publication
	block *model.Block
}

func (t *teller) before(c *compare.Change) side { return side{t.then, c.BeforeBlock} }
func (t *teller) after(c *compare.Change) side  { return side{t.now, c.AfterBlock} }

// latest is a changed block as it is now or, where it is gone, as it was.
func (t *teller) latest(c *compare.Change) side {
	if c.AfterBlock != nil {
		return t.after(c)
	}
	return t.before(c)
}

// change tells a change.
func (t *teller) change(c *compare.Change) tree.Text {
	class, isGeneral := t.now.Change(c.Class)
	about, told := t.about(c, isGeneral)
	head := tree.T(class)
	if len(about) > 0 {
		head = t.now.Text("told.about", head, english.Capital(about))
	}
	if details := tree.Join(tree.Concat(t.now.Text("semicolon", nil, nil)), t.details(c, told)...); len(details) > 0 {
		head = t.now.Text("told.details", head, details)
	}
	return head
}
