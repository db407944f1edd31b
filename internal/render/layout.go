package render

import (
	"github.com/privity/privity/internal/model"
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
	glance := len(doc.Sections)
	for _, name := range schema.Part.Names() {
		c := parts[name](p)
		if c.empty() {
			continue
		}
		doc.Sections = append(doc.Sections, &tree.Section{
			ID: p.sectionID(name), Title: tree.T(c.heading), Blocks: c.blocks, Sections: c.sections,
		})
		if name == "about" {
			glance = len(doc.Sections)
		}
	}
	if blocks := p.glance(); len(blocks) > 0 {
		section := &tree.Section{ID: p.sectionID("at-a-glance"), Title: tree.T("At a glance"), Blocks: blocks}
		doc.Sections = insert(doc.Sections, glance, section)
	}
	w.see(doc)
	return doc
}

func insert(sections []*tree.Section, at int, s *tree.Section) []*tree.Section {
	sections = append(sections, nil)
	copy(sections[at+1:], sections[at:])
	sections[at] = s
	return sections
}

// authored is a page as a document block lays it out.
func (w *writer) authored(b *model.Block) *tree.Document {
	p := w.page(b.Name)
	heading := w.policyTitle()
	if b.Has("title") {
		heading = b.Text("title")
	}
	doc := w.document(p, heading)
	doc.Intro = prose(b, "intro")
	doc.Numbered = b.Text("numbering") == "decimal"
	for _, s := range b.Inside("section") {
		doc.Sections = append(doc.Sections, p.authoredSection(b, s))
	}
	if b.Has("title") || b.Has("formats") || b.Has("numbering") {
		doc.Footer = append([]tree.Block{&tree.Paragraph{Text: w.colophon(b)}}, doc.Footer...)
	}
	if b.Name == indexPage {
		w.see(doc)
	}
	return doc
}

// authoredSection is the author's prose around generated parts. The first part
// takes the section's heading, and gives it one where it has none; those after it
// keep their own.
func (p *page) authoredSection(b, s *model.Block) *tree.Section {
	p.limit(s)
	section := &tree.Section{ID: p.sectionID(s.Name), Blocks: prose(s, "before")}
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
				ID: p.sectionID(name), Title: tree.T(c.heading), Blocks: c.blocks, Sections: c.sections,
			})
		}
	}
	section.Blocks = append(section.Blocks, prose(s, "after")...)
	if heading == "" {
		heading = english.CapitalWord(s.Label())
	}
	section.Title = tree.Says(tree.T(heading), s.Fact("title"), s.Fact("shows"), s.Fact("of"), b.Fact("numbering"))
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

// colophon says what a document block says of its page as a whole.
func (w *writer) colophon(b *model.Block) tree.Text {
	heading := tree.T("this page")
	if b.Has("title") {
		heading = tree.T("The page “", says(b, "title", b.Text("title")), "”")
	}
	facts := []tree.Text{tree.T("belongs to the policy")}
	if b.Has("numbering") {
		facts = append(facts, tree.T("has ", word(b, "numbering"), " sections"))
	}
	if b.Has("formats") {
		facts = append(facts, tree.T("is published as ", word(b, "formats")))
	}
	return english.Sentence(heading, english.And(facts...))
}
