package site

import (
	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
)

// withVersions adds the page of versions to others, and says on all of them which
// version they belong to.
func withVersions(docs []*tree.Document, log *changelog.Log, language string) []*tree.Document {
	if log == nil || log.Last() == nil {
		return docs
	}
	page := log.Page(docs[0].Title, language)
	tree.Typeset(page)
	docs = append(docs, page)
	for _, doc := range docs {
		doc.Footer = append(doc.Footer, log.Footer(language)...)
	}
	return docs
}

// versions writes the changelog and the feeds. What is for an organization's own
// people has no feed.
func versions(m *model.Model, log *changelog.Log) ([]output.File, error) {
	if log == nil || log.Last() == nil {
		return nil, nil
	}
	data, err := log.Encode()
	if err != nil {
		return nil, err
	}
	files := []output.File{{Path: changelog.Path, Content: data}}
	if !hasFeeds(m) {
		return files, nil
	}
	owner := OwnerOf(m)
	all, err := log.Feed(owner)
	if err != nil {
		return nil, err
	}
	recipients, err := log.Subprocessors(owner)
	return append(files, output.File{Path: changelog.FeedPath, Content: all}, output.File{Path: changelog.SubprocessorsPath, Content: recipients}), err
}

func hasFeeds(m *model.Model) bool {
	return m.Policy() == nil || m.Policy().Text("audience") != "internal"
}

// OwnerOf is whose policy it is, as feeds and messages name it.
func OwnerOf(m *model.Model) changelog.Owner {
	o := changelog.Owner{Title: "the policy", Name: "the publisher", Language: m.SourceLanguage()}
	policy := m.Policy()
	if policy == nil {
		return o
	}
	o.Title, o.Name = policy.Text("title"), policy.Text("title")
	if organization := policy.Ref("organization"); organization != nil {
		o.Name = organization.Label()
	}
	return o
}

// feeds are those that a page leads to.
func (e edition) feeds(doc *tree.Document) []html.Alternate {
	if e.log == nil || e.log.Last() == nil || !hasFeeds(e.model) {
		return nil
	}
	switch doc.Name {
	case changelog.PageName:
		return []html.Alternate{{Type: "application/atom+xml", Href: e.root() + changelog.FeedPath, Title: "Atom feed"}}
	case "subprocessors":
		return []html.Alternate{{Type: "application/atom+xml", Href: e.root() + changelog.SubprocessorsPath, Title: "Atom feed"}}
	}
	return nil
}
