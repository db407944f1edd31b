// Package site makes everything that a build publishes, as files in memory:
// pages as HTML and Markdown, the lists, the data map, and the manifest.
//
// The files are a function of the model, and of the versions before it. Nothing is written here; package
// output does that, so that a build can be compared with a folder, or served,
// without touching one.
package site

import (
	"errors"
	"slices"
	"strings"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
)

// ManifestPath is where the manifest stands in a site.
const ManifestPath = "manifest.json"

// A step makes some of the files.
type step func() ([]output.File, error)

// Build returns the files of a policy's site, in the order of their paths.
func Build(m *model.Model) ([]output.File, error) { return BuildWith(m, nil) }

// BuildWith returns the files of the site of a version: with the page of all versions
// up to it, and their feeds. The changelog is nil where nothing was published.
func BuildWith(m *model.Model, log *changelog.Log) ([]output.File, error) {
	all := editions(m, log)
	files, err := together([]step{
		func() ([]output.File, error) { return manifestFile(m) },
		func() ([]output.File, error) { return versions(log) },
		func() ([]output.File, error) { return together(all[0].steps()) },
	})
	for _, e := range all[1:] { // one after the other: their pages are large before they are written
		if err != nil {
			return nil, err
		}
		var more []output.File
		more, err = together(e.steps())
		files = append(files, more...)
	}
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

func manifestFile(m *model.Model) ([]output.File, error) {
	content, err := manifest.Encode(m)
	return []output.File{{Path: ManifestPath, Content: content}}, err
}

// owner is whose site it is: the organization's name, or the policy's title where
// no organization is named.
func owner(m *model.Model, menu []html.Page) string {
	if policy := m.Policy(); policy != nil && policy.Ref("organization") != nil {
		return policy.Ref("organization").Label()
	}
	return menu[0].Title
}

// menu lists the pages that a reader of the site can go to.
func menu(m *model.Model, docs []*tree.Document) []html.Page {
	var pages []html.Page
	for _, doc := range only(m, docs, "html") {
		if doc.Aside {
			continue
		}
		pages = append(pages, menuEntry(doc))
	}
	if len(pages) == 0 {
		pages = []html.Page{menuEntry(docs[0])}
	}
	return pages
}

func menuEntry(doc *tree.Document) html.Page {
	return html.Page{Name: doc.Name, Title: doc.Title, TitleIn: tree.LanguageOf(doc.Heading)}
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

// publishes reports whether a document is written in a format.
func publishes(m *model.Model, doc *tree.Document, format string) bool {
	return slices.Contains(render.Formats(m, doc.Name), format)
}
