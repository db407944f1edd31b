// Package site makes everything that a build publishes, as files in memory:
// pages as HTML and Markdown, the lists, the data map, and the manifest.
//
// The files are a function of the model alone. Nothing is written here; package
// output does that, so that a build can be compared with a folder, or served,
// without touching one.
package site

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
)

// ManifestPath is where the manifest stands in a site.
const ManifestPath = "manifest.json"

// A step makes some of the files.
type step func() ([]output.File, error)

// Build returns the files of a policy's site, in the order of their paths.
func Build(m *model.Model) ([]output.File, error) {
	p := render.New(m)
	files, err := together([]step{
		func() ([]output.File, error) { return documents(m, p) },
		func() ([]output.File, error) { return manifestFile(m) },
		func() ([]output.File, error) { return lists(p), nil },
		func() ([]output.File, error) { return dataMap(p.DataMap()) },
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// together takes all steps at once and returns their files.
func together(steps []step) ([]output.File, error) {
	results := make([][]output.File, len(steps))
	errs := make([]error, len(steps))
	parallel.For(len(steps), func(i int) { results[i], errs[i] = steps[i]() })
	return slices.Concat(results...), errors.Join(errs...)
}

// documents writes every document in its formats.
func documents(m *model.Model, p *render.Publication) ([]output.File, error) {
	docs := p.Documents()
	entries, inMarkdown := menu(m, docs), only(m, docs, "markdown")
	steps := []step{func() ([]output.File, error) {
		css, err := html.StyleOf(docs...)
		return []output.File{{Path: html.StylePath, Content: css}}, err
	}}
	for _, doc := range docs {
		if publishes(m, doc, "html") {
			steps = append(steps, func() ([]output.File, error) { return htmlPage(m, doc, entries) })
		}
		if publishes(m, doc, "markdown") {
			steps = append(steps, func() ([]output.File, error) { return markdownPage(doc, inMarkdown) })
		}
	}
	return together(steps)
}

func manifestFile(m *model.Model) ([]output.File, error) {
	content, err := manifest.Encode(m)
	return []output.File{{Path: ManifestPath, Content: content}}, err
}

func lists(p *render.Publication) []output.File {
	table, records := p.Subprocessors()
	return []output.File{{Path: "subprocessors.csv", Content: table}, {Path: "subprocessors.json", Content: records}}
}

// dataMap draws the map as files of their own. A map that is too large for a
// picture is still written in the form that others can lay out.
func dataMap(g *graph.Graph) ([]output.File, error) {
	var svg, mermaid bytes.Buffer
	if err := graph.WriteMermaid(&mermaid, g); err != nil {
		return nil, err
	}
	files := []output.File{{Path: "data-map.mmd", Content: mermaid.Bytes()}}
	var large *graph.TooLargeError
	switch err := graph.WriteSVG(&svg, g, graph.Options{}); {
	case errors.As(err, &large):
	case err != nil:
		return nil, err
	default:
		files = append(files, output.File{Path: "data-map.svg", Content: svg.Bytes()})
	}
	return files, nil
}

func htmlPage(m *model.Model, doc *tree.Document, menu []html.Page) ([]output.File, error) {
	site := html.Site{Title: owner(m, menu), Pages: menu}
	if publishes(m, doc, "markdown") {
		site.Others = []html.Alternate{{Type: "text/markdown", Href: doc.Name + ".md", Title: "Markdown"}}
	}
	content, err := html.Encode(doc, site)
	return []output.File{{Path: doc.Name + ".html", Content: content}}, err
}

// owner is whose site it is: the organization's name, or the policy's title where
// no organization is named.
func owner(m *model.Model, menu []html.Page) string {
	if policy := m.Policy(); policy != nil && policy.Ref("organization") != nil {
		return policy.Ref("organization").Label()
	}
	return menu[0].Title
}

func markdownPage(doc *tree.Document, pages []*tree.Document) ([]output.File, error) {
	content := markdown.Encode(doc, markdown.Options{Pages: pages})
	return []output.File{{Path: doc.Name + ".md", Content: content}}, nil
}

// menu lists the pages that a reader of the site can go to.
func menu(m *model.Model, docs []*tree.Document) []html.Page {
	var pages []html.Page
	for _, doc := range only(m, docs, "html") {
		pages = append(pages, html.Page{Name: doc.Name, Title: doc.Title})
	}
	if len(pages) == 0 {
		pages = []html.Page{{Name: docs[0].Name, Title: docs[0].Title}}
	}
	return pages
}

func only(m *model.Model, docs []*tree.Document, format string) []*tree.Document {
	var those []*tree.Document
	for _, doc := range docs {
		if publishes(m, doc, format) {
			those = append(those, doc)
		}
	}
	return those
}

// publishes reports whether a document is written in a format. One that the
// author has not laid out, or for which no format is named, is written in all.
func publishes(m *model.Model, doc *tree.Document, format string) bool {
	authored := m.Lookup("document." + doc.Name)
	return authored == nil || !authored.Has("formats") || slices.Contains(authored.Texts("formats"), format)
}
