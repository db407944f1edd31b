package render

import (
	"slices"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// parts are what a section can show, by the names that the schema gives them.
var parts = map[string]func(*page) part{
	"about":        (*page).about,
	"glance":       (*page).glance,
	"principles":   (*page).principles,
	"collection":   (*page).collection,
	"purposes":     (*page).purposes,
	"activities":   (*page).activities,
	"locations":    (*page).locations,
	"decisions":    (*page).decisions,
	"flows":        (*page).flows,
	"recipients":   (*page).recipients,
	"retention":    (*page).retention,
	"security":     (*page).security,
	"access":       (*page).access,
	"requirements": (*page).requirements,
	"exceptions":   (*page).exceptionTable,
	"procedures":   (*page).procedures,
	"rights":       (*page).rights,
	"contacts":     (*page).contacts,
	"terms":        (*page).terms,
	"notices":      (*page).notices,
	"waivers":      (*page).waivers,
	"dates":        (*page).dates,
}

// usual is the layout of a policy that does not choose one.
const usual = "notice"

// index is the policy's own page in the usual layout: every part that has
// something to show.
func (w *writer) index() *tree.Document {
	p := w.page(indexPage)
	doc := w.document(p, "")
	w.entitle(doc, w.policyTitle())
	doc.Sections = p.sections(nil, usual)
	return doc
}

// authored is a page as a document block lays it out.
func (w *writer) authored(b *model.Block) *tree.Document {
	p := w.page(b.Name)
	doc := w.document(p, "")
	w.entitle(doc, w.policyTitle())
	w.retouch(doc, b)
	doc.Sections = p.sections(b, b.Text("layout"))
	return doc
}

// retouch gives a page what a document block says of it as a whole. The page shows
// these facts: by its heading, its sections, its numbers and the formats that
// there are.
func (w *writer) retouch(doc *tree.Document, b *model.Block) {
	if b.Has("title") {
		w.entitle(doc, w.model.Wording(b, "title", w.speech.Language()))
	}
	if b.Has("intro") {
		doc.Intro = w.proseOf(b, "intro")
	}
	doc.Numbered = b.Text("numbering") == "decimal" || !b.Has("numbering") && b.Text("layout") == "company"
	last := doc.Footer[len(doc.Footer)-1].(*tree.Paragraph)
	last.Text = tree.Says(last.Text,
		b.Fact("title"), b.Fact("layout"), b.Fact("leaves_out"), b.Fact("numbering"), b.Fact("formats"))
}

// A slot is a section of a page before it is written: what the layout says of it,
// and what the author does.
type slot struct {
	id       string
	title    tree.Text // empty where the first part's heading is the section's
	shows    []string
	authored *model.Block // nil where the author says nothing of it
}

// slots are the sections of a page: those of its layout, as the author changes
// them, and behind them the author's others.
func (w *writer) slots(b *model.Block, layout string) []slot {
	var authored []*model.Block
	var leftOut []string
	if b != nil {
		authored, leftOut = b.Inside("section"), b.Texts("leaves_out")
	}
	changed := map[string]*model.Block{}
	for _, s := range authored {
		changed[s.Name] = s
	}
	var list []slot
	for _, l := range schema.Layouts[layout] {
		if !slices.Contains(leftOut, l.Name) {
			usual := slot{id: l.Name, title: w.layoutTitle(layout, l), shows: l.Shows}
			list = append(list, w.changed(usual, changed[l.Name]))
		}
		delete(changed, l.Name)
	}
	for _, s := range authored {
		if changed[s.Name] == s {
			list = append(list, w.changed(slot{id: s.Name}, s))
		}
	}
	return list
}

// layoutTitle is the heading that a layout gives a section, if it does.
func (w *writer) layoutTitle(layout string, l schema.LayoutSection) tree.Text {
	if l.Title == "" || w.speech.InSentences() {
		return tree.T(l.Title)
	}
	return tree.T(w.speech.Layout(layout, l.Name))
}

// changed is a slot with what the author says of it in place of what the layout
// does.
func (w *writer) changed(s slot, b *model.Block) slot {
	if b == nil {
		return s
	}
	s.authored = b
	if b.Has("title") {
		s.title = w.speech.Authored(w.model.Wording(b, "title", w.speech.Language()))
	}
	switch {
	case b.Has("instead"):
		if len(s.title) == 0 && len(s.shows) > 0 {
			s.title = tree.T(w.speech.Part(s.shows[0]))
		}
		s.shows = nil
	case b.Has("shows"):
		s.shows = b.Texts("shows")
	}
	return s
}

// sections writes the sections of a page side by side. Those of a layout are left
// out where there is nothing to show.
func (p *page) sections(b *model.Block, layout string) []*tree.Section {
	list := p.slots(b, layout)
	p.shownAt = map[string]string{}
	for _, s := range list {
		for i, name := range s.shows {
			if at := s.id; p.shownAt[name] == "" {
				if i > 0 {
					at = name
				}
				p.shownAt[name] = slug(at)
			}
		}
	}
	p.listed = p.purposesListed(list)
	written := make([]*tree.Section, len(list))
	parallel.For(len(list), func(i int) { written[i] = p.section(list[i]) })
	return slices.DeleteFunc(written, func(s *tree.Section) bool { return s == nil })
}

// section is the author's prose around generated parts. The first part takes the
// section's heading, and gives it one where it has none; those after it keep their
// own.
func (p *page) section(s slot) *tree.Section {
	inner := p.confined(s.authored)
	inner.parts = s.shows
	section := &tree.Section{ID: slug(s.id), Blocks: p.proseOf(s.authored, "before")}
	section.Blocks = append(section.Blocks, p.proseOf(s.authored, "instead")...)
	heading := s.title
	for i, name := range s.shows {
		c := inner.part(name)
		bare := s.authored == nil && len(section.Blocks)+len(section.Sections) == 0
		if bare && c.empty() {
			continue
		}
		if i == 0 || bare {
			c.takeHeading(&heading)
			section.Blocks = append(section.Blocks, c.blocks...)
			section.Sections = append(section.Sections, c.sections...)
			continue
		}
		if len(c.blocks) == 0 && len(c.sections) == 1 {
			section.Sections = append(section.Sections, c.sections...) // its heading says more than the part's
		} else if !c.empty() {
			section.Sections = append(section.Sections, &tree.Section{
				ID: slug(name), Title: tree.T(c.heading), Blocks: c.blocks, Sections: c.sections,
			})
		}
	}
	section.Blocks = append(section.Blocks, p.proseOf(s.authored, "after")...)
	if s.authored == nil {
		if len(section.Blocks)+len(section.Sections) == 0 {
			return nil
		}
		section.Title = heading
		return section
	}
	if len(heading) == 0 {
		heading = english.Capital(p.speech.Authored(p.model.LabelWording(s.authored, p.speech.Language())))
	}
	section.Title = tree.Says(heading, s.authored.Fact("title"), s.authored.Fact("shows"), s.authored.Fact("of"))
	return section
}

// confined is the page as a section writes on it, which may be limited to some
// blocks.
func (p *page) confined(s *model.Block) *page {
	inner := *p
	inner.limited = nil
	if s != nil && s.Has("of") {
		inner.limited = map[*model.Block]bool{}
		for _, b := range s.Refs("of") {
			inner.limited[b] = true
		}
	}
	return &inner
}
