package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// parts are what a section can show, by the names that the schema gives them.
var parts = map[string]func(*page) part{
	"about":        (*page).about,
	"principles":   (*page).principles,
	"collection":   (*page).collection,
	"purposes":     (*page).purposes,
	"activities":   (*page).activities,
	"locations":    (*page).locations,
	"flows":        (*page).flows,
	"recipients":   (*page).recipients,
	"retention":    (*page).retention,
	"security":     (*page).security,
	"access":       (*page).access,
	"requirements": (*page).requirements,
	"procedures":   (*page).procedures,
	"rights":       (*page).rights,
	"contacts":     (*page).contacts,
	"terms":        (*page).terms,
	"notices":      (*page).notices,
	"waivers":      (*page).waivers,
	"dates":        (*page).dates,
}

// index is the policy's own page in the default layout: every part that has
// something to show, in the order of the schema.
func (w *writer) index() *tree.Document {
	p := w.page(indexPage)
	doc := w.document(p, w.policyTitle())
	names := schema.Part.Names()
	shown := make([]part, len(names)+1)
	parallel.For(len(shown), func(i int) {
		if i == len(names) {
			shown[i] = part{heading: "At a glance", blocks: p.glance()}
			return
		}
		shown[i] = parts[names[i]](p)
	})
	for i, name := range names {
		p.addSection(doc, name, shown[i].heading, shown[i])
		if name == "about" {
			p.addSection(doc, "at-a-glance", "At a glance", shown[len(names)])
		}
	}
	return doc
}

// authored is a page as a document block lays it out.
func (w *writer) authored(b *model.Block) *tree.Document {
	p := w.page(b.Name)
	doc := w.document(p, w.policyTitle())
	w.retouch(doc, b)
	for _, s := range b.Inside("section") {
		doc.Sections = append(doc.Sections, p.authoredSection(s))
	}
	return doc
}

// retouch gives a page what a document block says of it as a whole. The page shows
// these facts: by its heading, its numbers and the formats that there are.
func (w *writer) retouch(doc *tree.Document, b *model.Block) {
	if b.Has("title") {
		doc.Title = b.Text("title")
	}
	if b.Has("intro") {
		doc.Intro = prose(b, "intro")
	}
	doc.Numbered = b.Text("numbering") == "decimal"
	last := doc.Footer[len(doc.Footer)-1].(*tree.Paragraph)
	last.Text = tree.Says(last.Text, b.Fact("title"), b.Fact("numbering"), b.Fact("formats"))
}

// authoredSection is the author's prose around generated parts. The first part
// takes the section's heading, and gives it one where it has none; those after it
// keep their own.
func (p *page) authoredSection(s *model.Block) *tree.Section {
	p.limit(s)
	section := &tree.Section{ID: slug(s.Name), Blocks: prose(s, "before")}
	heading := s.Text("title")
	for i, name := range s.Texts("shows") {
		c := parts[name](p)
		if i == 0 {
			if heading == "" {
				heading = c.heading
			}
			section.Blocks = append(section.Blocks, c.blocks...)
			section.Sections = append(section.Sections, c.sections...)
			continue
		}
		if !c.empty() {
			section.Sections = append(section.Sections, &tree.Section{
				ID: slug(name), Title: tree.T(c.heading), Blocks: c.blocks, Sections: c.sections,
			})
		}
	}
	section.Blocks = append(section.Blocks, prose(s, "after")...)
	if heading == "" {
		heading = english.CapitalWord(s.Label())
	}
	section.Title = tree.Says(tree.T(heading), s.Fact("title"), s.Fact("shows"), s.Fact("of"))
	p.limited = nil
	return section
}

// limit confines the page to the blocks that a section is of.
func (p *page) limit(s *model.Block) {
	p.limited = nil
	if !s.Has("of") {
		return
	}
	p.limited = map[*model.Block]bool{}
	for _, b := range s.Refs("of") {
		p.limited[b] = true
	}
}
