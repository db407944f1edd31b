package site

import (
	"bytes"
	"errors"
	"strings"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

// An edition is the pages, lists and map of a policy in one of its languages. That of
// the language in which the policy is written stands at the root of the site, every
// other in a folder of its own.
type edition struct {
	*render.Publication // nil until it is opened
	model               *model.Model
	log                 *changelog.Log // nil where nothing was published
	language            string         // as the policy has it
	folder              string         // such as "de/", or empty
	all                 []edition
}

// editions are those of all languages in which pages can be written.
func editions(m *model.Model, log *changelog.Log) []edition {
	languages := render.Languages(m)
	all := make([]edition, len(languages))
	for i, language := range languages {
		all[i] = edition{model: m, log: log, language: language}
		if i > 0 {
			all[i].folder = strings.ToLower(language) + "/"
		}
	}
	for i := range all {
		all[i].all = all
	}
	return all
}

// opened is the edition with what its pages share found out.
func (e edition) opened() edition {
	e.Publication = render.In(e.model, e.language)
	return e
}

// steps makes what the edition consists of.
func (e edition) steps() []step {
	e = e.opened()
	return []step{e.documents, e.lists, e.dataMap, e.atom}
}

// root leads from the folder of the edition to that of the site.
func (e edition) root() string { return strings.Repeat("../", strings.Count(e.folder, "/")) }

func (e edition) file(name string, content []byte) output.File {
	return output.File{Path: e.folder + name, Content: content}
}

// documents writes every document in its formats.
func (e edition) documents() ([]output.File, error) {
	docs := e.withVersions(e.Documents())
	entries, inMarkdown := menu(e.model, docs), only(e.model, docs, "markdown")
	steps := []step{func() ([]output.File, error) {
		css, err := html.StyleOf(docs...)
		return []output.File{e.file(html.StylePath, css)}, err
	}}
	for _, doc := range docs {
		if publishes(e.model, doc, "html") {
			steps = append(steps, func() ([]output.File, error) { return e.htmlPage(doc, entries) })
		}
		if publishes(e.model, doc, "markdown") {
			steps = append(steps, func() ([]output.File, error) { return e.markdownPage(doc, inMarkdown) })
		}
	}
	return together(steps)
}

func (e edition) htmlPage(doc *tree.Document, menu []html.Page) ([]output.File, error) {
	site := html.Site{Title: owner(e.model, menu), Pages: menu, Words: html.Words{
		Skip: e.Say("skip"), Pages: e.Say("pages"), Contents: e.Say("contents"), Formats: e.Say("formats"),
		Drawing: e.Say("drawing"), Languages: e.Say("languages"),
	}}
	if publishes(e.model, doc, "markdown") {
		site.Others = []html.Alternate{{Type: "text/markdown", Href: doc.Name + ".md", Title: "Markdown"}}
	}
	site.Others = append(site.Others, e.feeds(doc)...)
	if len(e.all) > 1 {
		for _, other := range e.all {
			tag, name := render.Spoken(other.model, other.language)
			site.Languages = append(site.Languages, html.Language{
				Tag: tag, Name: name, Href: e.root() + other.folder + doc.Name + ".html",
				Here: other.folder == e.folder,
			})
		}
	}
	content, err := html.Encode(doc, site)
	return []output.File{e.file(doc.Name+".html", content)}, err
}

func (e edition) markdownPage(doc *tree.Document, pages []*tree.Document) ([]output.File, error) {
	content := markdown.Encode(doc, markdown.Options{Pages: pages, Languages: e.others(doc)})
	return []output.File{e.file(doc.Name+".md", content)}, nil
}

// others leads to the document in other languages, by what they call themselves.
func (e edition) others(doc *tree.Document) tree.Text {
	var links tree.Text
	for _, other := range e.all {
		if other.folder == e.folder {
			continue
		}
		if len(links) > 0 {
			links = append(links, tree.Plain(" · "))
		}
		_, name := render.Spoken(other.model, other.language)
		links = append(links, tree.Link{Href: e.root() + other.folder + doc.Name + ".md", Text: tree.T(name)})
	}
	return links
}

func (e edition) lists() ([]output.File, error) {
	table, records := e.Subprocessors()
	return []output.File{e.file("subprocessors.csv", table), e.file("subprocessors.json", records)}, nil
}

// dataMap draws the map as files of their own. A map that is too large for a
// picture is still written in the form that others can lay out.
func (e edition) dataMap() ([]output.File, error) {
	g := e.DataMap()
	var svg, mermaid bytes.Buffer
	if err := graph.WriteMermaid(&mermaid, g); err != nil {
		return nil, err
	}
	files := []output.File{e.file("data-map.mmd", mermaid.Bytes())}
	var large *graph.TooLargeError
	switch err := graph.WriteSVG(&svg, g, graph.Options{Headings: e.MapHeadings()}); {
	case errors.As(err, &large):
	case err != nil:
		return nil, err
	default:
		files = append(files, e.file("data-map.svg", svg.Bytes()))
	}
	return files, nil
}
