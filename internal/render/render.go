// Package render makes documents of a policy: the policy's own page, the list of
// those who receive data, the periods for which it is kept, the map of where it
// goes, and the pages that the author lays out.
//
// Every attribute that is set reaches a reader. A text that states a fact carries
// it (see [tree.Says]), so that [Unstated] can tell what no page says; and what
// the parts of the pages leave out is printed at the end of the policy's page, in
// plain form, so that nothing is ever dropped.
//
// The pages are a function of the model and of nothing else: no clock, no place,
// no order but the author's. What they cost grows in proportion to the model.
package render

import (
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// The names of the pages that every policy has.
const (
	indexPage         = "index"
	subprocessorsPage = "subprocessors"
	retentionPage     = "retention"
	dataMapPage       = "data-map"
)

// pageTitles are the headings of the pages beside the policy's own.
var pageTitles = map[string]string{
	subprocessorsPage: "Recipients of data",
	retentionPage:     "Retention periods",
	dataMapPage:       "Data map",
}

// A Publication is a model that is made ready to be published: what its pages, its
// lists and its map share is found out once. Its methods may run side by side.
type Publication struct{ w *writer }

// New makes a model ready to be published.
func New(m *model.Model) *Publication { return &Publication{newWriter(m)} }

// Documents returns the pages of a policy. The policy's own comes first. A
// document block replaces the page of its name, or adds one.
func Documents(m *model.Model) []*tree.Document { return New(m).Documents() }

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
		if b.Name != indexPage && pageTitles[b.Name] == "" {
			write = append(write, func() *tree.Document { return w.authored(b) })
		}
	}
	docs := make([]*tree.Document, len(write))
	parallel.For(len(docs), func(i int) {
		docs[i] = write[i]()
		tree.Identify(docs[i])
	})
	illustrate(docs[:len(pageTitles)])
	w.addRest(docs)
	see(docs)
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
	return &tree.Document{Name: p.name, Title: heading, Language: w.language(), Footer: w.footer()}
}

// language is that of the sentences that this package writes.
func (w *writer) language() string {
	if w.policy != nil {
		if tags := w.policy.Texts("languages"); len(tags) > 0 && len(tags[0]) >= 2 && tags[0][:2] == "en" {
			return tags[0]
		}
	}
	return "en"
}

func (w *writer) policyTitle() string {
	if w.policy == nil {
		return "Data policy"
	}
	if t := w.policy.Text("title"); t != "" {
		return t
	}
	return english.CapitalWord(w.policy.Label())
}

// footer says of which policy a page is part, of which day, and how it was made.
func (w *writer) footer() []tree.Block {
	var of, updated tree.Text
	if w.policy != nil {
		of = says(w.policy, "title", w.policyTitle())
		updated = prefixed("updated ", date(w.policy, "updated"))
	}
	return []tree.Block{&tree.Paragraph{Text: english.Paragraph(
		sentenceIf(of, commas(of, updated)),
		english.Sentence(tree.T("this page is compiled from the policy’s description")),
	)}}
}

// see adds links to the other pages to the policy's own.
func see(docs []*tree.Document) {
	links := make([]tree.Text, 0, len(docs))
	for _, doc := range docs[1:] {
		links = append(links, tree.T(tree.Link{Href: doc.Name + ".html", Text: tree.T(doc.Title)}))
	}
	docs[0].Footer = append([]tree.Block{&tree.Paragraph{Text: english.Sentence(tree.T("see also:"), english.And(links...))}}, docs[0].Footer...)
}

// pageLink leads to a page beside the policy's own, under the title that the author
// gives it or else its usual one.
func (w *writer) pageLink(name string) tree.Text {
	heading := pageTitles[name]
	if b := w.authoredPages[name]; b != nil && b.Has("title") {
		heading = b.Text("title")
	}
	return tree.T(tree.Link{Href: name + ".html", Text: tree.T(heading)})
}

// back is the link that leads to the policy's own page.
func (w *writer) back() tree.Text {
	return tree.T(tree.Link{Href: indexPage + ".html", Text: tree.T(w.policyTitle())})
}

// beside starts a page beside the policy's own: what it is, and the way back.
func (w *writer) beside(name, what string) (*page, *tree.Document) {
	p := w.page(name)
	doc := w.document(p, pageTitles[name])
	doc.Intro = []tree.Block{&tree.Paragraph{Text: english.Paragraph(
		english.Sentence(tree.T(what)), english.Sentence(tree.T("it is part of the"), w.back()))}}
	return p, doc
}

// subprocessors is the page of those who receive data.
func (w *writer) subprocessors() *tree.Document {
	p, doc := w.beside(subprocessorsPage, "this page lists who outside the organization receives or handles data, what for, and where, and which companies are behind the stores")
	list := p.recipients()
	if len(list.blocks) == 0 {
		list.say(tree.T("This policy names no outside service that receives data."))
	}
	more := list.sections
	list.sections = nil
	p.addSection(doc, "recipients", "Recipients", list)
	doc.Sections = append(doc.Sections, more...)
	return doc
}

// retentionDocument is the page of periods. It also names what has none.
func (w *writer) retentionDocument() *tree.Document {
	p, doc := w.beside(retentionPage, "this page lists how long data is kept, from when that is counted, and what is in backups")
	var list, backups part
	t, silent := p.retentionTable(p.withoutPeriod())
	list.tabulate(t)
	list.say(silence(silent))
	if list.empty() {
		list.say(tree.T("This policy does not say how long data is kept."))
	}
	list.define(p.retentionNotes())
	backups = p.backups()
	if backups.empty() {
		backups.say(tree.T("This policy says nothing about backups."))
	}
	p.addSection(doc, "periods", "Periods", list)
	p.addSection(doc, "backups", "Backups", backups)
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
