package site

import (
	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/output"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
)

// withVersions adds the page of versions to others, and says on all of them which
// version they belong to.
func (e edition) withVersions(docs []*tree.Document) []*tree.Document {
	if e.log == nil || e.log.Last() == nil {
		return docs
	}
	page := e.log.Page(docs[0].Headed(), e.Language())
	if prevailing := e.Prevailing(); len(prevailing) > 0 {
		page.Footer = []tree.Block{&tree.Paragraph{Text: prevailing}}
	}
	tree.Typeset(page)
	docs = append(docs, page)
	for _, doc := range docs {
		doc.Footer = append(doc.Footer, e.log.Footer(e.Language())...)
	}
	return docs
}

// versions writes the changelog, of which there is one.
func versions(log *changelog.Log) ([]output.File, error) {
	if log == nil || log.Last() == nil {
		return nil, nil
	}
	data, err := log.Encode()
	return []output.File{{Path: changelog.Path, Content: data}}, err
}

// atom writes the feeds of the edition.
func (e edition) atom() ([]output.File, error) {
	if !e.hasFeeds() {
		return nil, nil
	}
	owner := changelog.OwnerIn(e.model, e.language)
	all, err := e.log.Feed(owner)
	if err != nil {
		return nil, err
	}
	recipients, err := e.log.Subprocessors(owner)
	return []output.File{e.file(changelog.FeedPath, all), e.file(changelog.SubprocessorsPath, recipients)}, err
}

// hasFeeds reports whether there is something to tell. What is for an organization's
// own people has no feed.
func (e edition) hasFeeds() bool {
	isInternal := e.model.Policy() != nil && e.model.Policy().Text("audience") == "internal"
	return e.log != nil && e.log.Last() != nil && !isInternal
}

// feeds are those that a page leads to.
func (e edition) feeds(doc *tree.Document) []html.Alternate {
	if !e.hasFeeds() {
		return nil
	}
	switch doc.Name {
	case changelog.PageName:
		return []html.Alternate{{Type: "application/atom+xml", Href: changelog.FeedPath, Title: e.Say("feed.link")}}
	case "subprocessors":
		return []html.Alternate{{Type: "application/atom+xml", Href: changelog.SubprocessorsPath, Title: e.Say("feed.link")}}
	}
	return nil
}
