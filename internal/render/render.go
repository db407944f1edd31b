// Package render makes documents of a policy: the policy's own page, the list of
// those who receive data, the periods for which it is kept, the map of where it
// goes, and the pages that the author lays out.
//
// Every attribute that is set reaches a reader. A text that states a fact carries
// it (see [tree.Says]), so that [Unstated] can tell what no page says; and what
// the parts of the pages leave out is printed at the end of the policy's page, in
// plain form, so that nothing is ever dropped.
//
// Pages in English, of a policy that is written in English, are made of sentences;
// all others are made of entries, a name and a value each, whose words are those of
// package words. See docs/adr/0013-entries.md.
//
// The pages are a function of the model and of nothing else: no clock, no place,
// no order but the author's. What they cost grows in proportion to the model.
package render

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/schema"
)

// The names of the pages that every policy has.
const (
	indexPage         = "index"
	subprocessorsPage = "subprocessors"
	retentionPage     = "retention"
	dataMapPage       = "data-map"
	findingsPage      = "accepted-findings"
)

// A standardPage is one that every policy has beside its own.
type standardPage struct{ title, intro string } // keys of the frame's words

var standardPages = map[string]standardPage{
	subprocessorsPage: {"page.subprocessors", "intro.subprocessors"},
	retentionPage:     {"page.retention", "intro.retention"},
	dataMapPage:       {"page.data-map", "intro.data-map"},
}

// A Publication is a model that is made ready to be published: what its pages, its
// lists and its map share is found out once. Its methods may run side by side. Some of
// them give single facts in its speech, for whoever tells of these elsewhere than on a
// page, such as in a list of changes.
type Publication struct {
	*speech.Speech
	w *writer
}

// New makes a model ready to be published in the language that it is written in.
func New(m *model.Model) *Publication { return In(m, m.SourceLanguage()) }

// In makes a model ready to be published in a language. The author's texts are in
// that language where there are translations, and say in which they are where there
// are none.
func In(m *model.Model, language string) *Publication {
	w := newWriter(m, language)
	return &Publication{w.speech, w}
}

// Languages lists the languages in which the pages of a policy are written, the one
// that the policy is written in first: those of which there are the words.
func Languages(m *model.Model) []string {
	all := m.Languages()
	spoken := all[:1]
	for _, language := range all[1:] {
		again := slices.ContainsFunc(spoken, func(other string) bool { return strings.EqualFold(other, language) })
		if _, ok := words.In(language); ok && !again {
			spoken = append(spoken, language)
		}
	}
	return spoken
}

// Documents returns the pages of a policy. The policy's own comes first. A
// document block replaces the page of its name, or adds one.
func Documents(m *model.Model) []*tree.Document { return New(m).Documents() }

// Spoken is the language in which the pages of a policy in a language are, which is
// English where there are no words in that language, and what it calls itself.
func Spoken(m *model.Model, language string) (tag, name string) {
	s := speech.Of(m, language)
	return s.Language(), english.CapitalWord(s.Tongue.LanguageName(s.Language()))
}

// MapHeadings name the kinds of what the data map shows.
func (p *Publication) MapHeadings() map[graph.Kind]string { return p.w.mapHeadings() }

// Documents is the function of that name.
func (p *Publication) Documents() []*tree.Document {
	w := p.w
	illustrate := func([]*tree.Document) {}
	write := []func() *tree.Document{
		w.standard(indexPage, w.index),
		w.standard(subprocessorsPage, w.subprocessors),
		w.standard(retentionPage, w.retentionDocument),
		w.standard(dataMapPage, func() (doc *tree.Document) {
			doc, illustrate = w.dataMap()
			return doc
		}),
	}
	for _, b := range w.model.All("document") {
		if _, standard := standardPages[b.Name]; b.Name != indexPage && !standard {
			write = append(write, func() *tree.Document { return w.authored(b) })
		}
	}
	if w.hidesFindings() {
		write = append(write, w.findings)
	}
	docs := make([]*tree.Document, len(write))
	parallel.For(len(docs), func(i int) {
		docs[i] = write[i]()
		tree.Identify(docs[i])
	})
	illustrate(docs[:len(standardPages)])
	w.addRest(docs)
	w.see(docs)
	w.admit(docs)
	tree.Typeset(docs...)
	return docs
}

// standard writes a page that every policy has: as the author lays it out, or else
// in the usual way.
func (w *writer) standard(name string, write func() *tree.Document) func() *tree.Document {
	b := w.authoredPages[name]
	if b != nil && (b.Has("layout") || len(b.Inside("section")) > 0) {
		return func() *tree.Document { return w.authored(b) }
	}
	return func() *tree.Document {
		doc := write()
		if b != nil {
			w.retouch(doc, b)
		}
		return doc
	}
}

// Formats lists the formats in which a page is to be written, as words of the
// schema's enum: those that its document block names, or else all of them.
func Formats(m *model.Model, page string) []string {
	for _, b := range m.All("document") {
		if b.Name == page && b.Has("formats") {
			return b.Texts("formats")
		}
	}
	return schema.Format.Names()
}

// document is a page with a heading and a footer, and nothing between them yet.
func (w *writer) document(p *page, heading string) *tree.Document {
	return &tree.Document{Name: p.name, Title: heading, Language: w.speech.Language(), Footer: w.footer()}
}

// entitle gives a page a title of the author's.
func (w *writer) entitle(doc *tree.Document, title model.Wording) {
	doc.Title, doc.Heading = title.Text, nil
	if w.speech.IsForeign(title) {
		doc.Heading = w.speech.Authored(title)
		doc.Title = tree.PlainText(doc.Heading)
	}
}

func (w *writer) policyTitle() model.Wording {
	if w.policy == nil {
		return model.Wording{Text: w.speech.Say("page.untitled"), Language: w.speech.Language()}
	}
	if w.policy.Text("title") != "" {
		return w.model.Wording(w.policy, "title", w.speech.Language())
	}
	return model.Wording{Text: english.CapitalWord(w.policy.Label()), Language: w.model.SourceLanguage()}
}

// footer says of which policy a page is part, of which day, in which language it
// holds, and how the page was made.
func (w *writer) footer() []tree.Block {
	var of, updated tree.Text
	if w.policy != nil {
		of = says(w.policy, "title", w.speech.Authored(w.policyTitle()))
		if w.policy.Has("updated") {
			updated = w.speech.Text("updated", w.answer(w.policy, "updated"))
		}
	}
	return []tree.Block{&tree.Paragraph{Text: english.Paragraph(
		sentenceIf(of, commas(of, updated)), w.prevailing(), w.speech.Text("compiled"),
	)}}
}

// prevailing says which of several languages holds, if the policy says so.
func (w *writer) prevailing() tree.Text {
	if w.policy == nil || !w.policy.Has("prevailing_language") || len(w.model.Languages()) < 2 {
		return nil
	}
	holds := w.answer(w.policy, "prevailing_language")
	if w.speech.InSentences() {
		return english.Sentence(tree.T("where translations differ, the text in"), holds, tree.T("holds"))
	}
	tag := w.policy.Text("prevailing_language")
	version := tree.Says(w.speech.Version(tag, holds), w.policy.Fact("prevailing_language"))
	return w.speech.Text("prevails", version)
}

// see adds links to the other pages to the policy's own.
func (w *writer) see(docs []*tree.Document) {
	links := make([]tree.Text, 0, len(docs))
	for _, doc := range docs[1:] {
		if doc.Aside {
			continue
		}
		links = append(links, tree.T(tree.Link{Href: doc.Name + ".html", Text: doc.Headed()}))
	}
	docs[0].Footer = append([]tree.Block{&tree.Paragraph{Text: english.Sentence(w.speech.Text("see_also", w.speech.And(links...)))}}, docs[0].Footer...)
}

// pageLink leads to a page beside the policy's own, under the title that the author
// gives it or else its usual one.
func (w *writer) pageLink(name string) tree.Text {
	heading := tree.T(w.speech.Say(standardPages[name].title))
	if b := w.authoredPages[name]; b != nil && b.Has("title") {
		heading = w.speech.Authored(w.model.Wording(b, "title", w.speech.Language()))
	}
	return tree.T(tree.Link{Href: name + ".html", Text: heading})
}

// back is the link that leads to the policy's own page.
func (w *writer) back() tree.Text {
	return tree.T(tree.Link{Href: indexPage + ".html", Text: w.speech.Authored(w.policyTitle())})
}

// beside starts a page beside the policy's own: what it is, and the way back.
func (w *writer) beside(name string) (*page, *tree.Document) {
	p := w.page(name)
	doc := w.document(p, w.speech.Say(standardPages[name].title))
	doc.Intro = []tree.Block{&tree.Paragraph{Text: english.Paragraph(
		w.speech.Text(standardPages[name].intro), english.Sentence(w.partOf()))}}
	return p, doc
}

// partOf says to which policy a page belongs.
func (w *writer) partOf() tree.Text {
	if !w.speech.InSentences() {
		return w.speech.Text("part_of", w.back())
	}
	of := "it is part of "
	if english.IsDocument(tree.PlainText(w.speech.Authored(w.policyTitle()))) {
		of += "the "
	}
	return tree.T(of, w.back())
}

// subprocessors is the page of those who receive data.
func (w *writer) subprocessors() *tree.Document {
	p, doc := w.beside(subprocessorsPage)
	list := p.part("recipients")
	if len(list.blocks) == 0 {
		list.say(w.speech.Text("nobody"))
	}
	more := list.sections
	list.sections = nil
	p.addSection(doc, "recipients", w.speech.Say("heading.recipients"), list)
	doc.Sections = append(doc.Sections, more...)
	return doc
}

// retentionDocument is the page of periods. It also names what has none.
func (w *writer) retentionDocument() *tree.Document {
	p, doc := w.beside(retentionPage)
	list, backups := p.periodsPart(), p.backupsPart()
	if backups.empty() {
		backups.say(w.speech.Text("no_backups"))
	}
	p.addSection(doc, "periods", w.speech.Say("heading.periods"), list)
	p.addSection(doc, "backups", w.speech.Say("heading.backups"), backups)
	return doc
}

// periodsPart are the periods, with what has none.
func (p *page) periodsPart() (list part) {
	table, silent, notes := p.retentionTable, silence, p.retentionNotes
	if !p.speech.InSentences() {
		table, silent, notes = p.periodsTable, p.unanswered, p.periodNotes
	}
	t, owed := table(p.withoutPeriod())
	list.tabulate(t)
	list.say(silent(owed))
	if list.empty() {
		list.say(p.speech.Text("no_periods"))
	}
	list.define(notes())
	return list
}

// backupsPart says what is backed up.
func (p *page) backupsPart() part {
	if p.speech.InSentences() {
		return p.backups()
	}
	return p.backupEntries()
}

// hidesFindings reports whether a policy accepts findings that none of its pages tells
// of: those of a public one do not unless the author wants it.
func (w *writer) hidesFindings() bool {
	if len(w.model.All("waiver"))+len(w.model.All("rule")) == 0 {
		return false
	}
	for _, d := range w.model.All("document") {
		for _, s := range w.slots(d, d.Text("layout")) {
			if slices.Contains(s.shows, "waivers") {
				return false
			}
		}
	}
	return true
}

// findings is the page of the findings that are accepted. It is for those who
// maintain the policy, and no page leads to it.
func (w *writer) findings() *tree.Document {
	p := w.page(findingsPage)
	doc := w.document(p, w.speech.Say("page.accepted-findings"))
	doc.Aside = true
	doc.Intro = []tree.Block{&tree.Paragraph{Text: w.speech.Text("intro.accepted-findings")}}
	list := p.part("waivers")
	p.addSection(doc, "waivers", list.heading, list)
	return doc
}

// withoutPeriod lists the stores of which the policy does not say how long they
// keep data.
func (p *page) withoutPeriod() []*model.Block {
	var without []*model.Block
	for _, b := range p.model.All("data_store") {
		if len(p.keptFor(b)) == 0 {
			without = append(without, b)
		}
	}
	return without
}

func (p *page) addSection(doc *tree.Document, id, heading string, c part) {
	if c.empty() {
		return
	}
	doc.Sections = append(doc.Sections, &tree.Section{
		ID: slug(id), Title: tree.T(heading), Blocks: c.blocks, Sections: c.sections,
	})
}
