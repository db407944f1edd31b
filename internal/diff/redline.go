package diff

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/redline"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/telling"
)

// Redline returns one of the pages of two versions in a language as HTML: its text as it
// is now, with what was inserted and deleted, and beside it the changes with links to
// where they are. Without a language it is that in which the policy is written. The error
// is a *NoPageError where neither version has the page, and a *NoLanguageError where the
// policy has no pages in the language.
func Redline(r *Report, c *compare.Comparison, page, language string) ([]byte, error) {
	language, err := languageOf(c, language)
	if err != nil {
		return nil, err
	}
	then, now := render.In(c.Before, language), render.In(c.After, language)
	before, after := pageOf(then, page), pageOf(now, page)
	if before == nil && after == nil {
		return nil, &NoPageError{page, pageNames(then, now)}
	}
	if before == nil {
		before = &tree.Document{Name: page, Title: after.Title, Language: after.Language}
	}
	if after == nil {
		after = &tree.Document{Name: page, Title: before.Title, Language: before.Language}
	}
	doc := redline.Merge(before, after, renames(c))
	doc.Intro = append([]tree.Block{&tree.Paragraph{Text: now.Text("redline.marks",
		tree.T(tree.Strong{Text: r.Before.on(now)}), tree.T(tree.Strong{Text: r.After.on(now)}),
		tree.T(tree.Deleted{Text: now.Text("redline.struck")}), tree.T(tree.Inserted{Text: now.Text("redline.underlined")}),
	)}}, doc.Intro...)
	l := newLinks(doc, before, after)
	l.page, l.told = now, telling.In(c, language)
	return html.EncodeRedline(html.Redline{
		Document: doc, Heading: headingOf(now, len(r.Changes)), Changes: l.list(r.Changes), Words: html.Words{Skip: now.Say("skip")},
	})
}

// headingOf stands over a number of changes.
func headingOf(p *render.Publication, n int) string {
	switch {
	case n == 0:
		return p.Say("redline.none")
	case p.InSentences():
		return counted(n, "change")
	}
	return tree.PlainText(p.Text("redline.count", tree.T(p.Tongue.Number(n))))
}

// languageOf is the language of the newer version that is asked for.
func languageOf(c *compare.Comparison, language string) (string, error) {
	all := render.Languages(c.After)
	for _, known := range all {
		if strings.EqualFold(known, language) {
			return known, nil
		}
	}
	if language != "" {
		return "", &NoLanguageError{language, all}
	}
	return all[0], nil
}

// A NoLanguageError says that the policy has no pages in a language.
type NoLanguageError struct {
	Language string
	Known    []string
}

func (e *NoLanguageError) Error() string { return "there are no pages in the language " + e.Language }

// A NoPageError says that there is no such page.
type NoPageError struct {
	Page  string
	Known []string
}

func (e *NoPageError) Error() string { return "there is no page " + e.Page }

func pageOf(p *render.Publication, page string) *tree.Document {
	for _, doc := range p.Documents() {
		if doc.Name == page {
			return doc
		}
	}
	return nil
}

func pageNames(then, now *render.Publication) []string {
	var names []string
	for _, doc := range append(now.Documents(), then.Documents()...) {
		if !slices.Contains(names, doc.Name) {
			names = append(names, doc.Name)
		}
	}
	return names
}

// renames leads from the identifiers of the earlier page to those of the later.
func renames(c *compare.Comparison) redline.Names {
	names := redline.Names{}
	for i := range c.Changes {
		if ch := &c.Changes[i]; ch.Was != "" {
			names[render.Fragment(ch.Was)] = render.Fragment(ch.Address)
		}
	}
	return names
}

// links finds where on a redline a change is to be seen.
type links struct {
	ids     map[string]bool   // of the redline
	was, is map[string]string // the section that states a fact first, by the fact, in either page

	page *render.Publication
	told []tree.Text // the changes on a page of entries; nil where they are told in sentences
}

func newLinks(doc, before, after *tree.Document) *links {
	l := &links{ids: map[string]bool{}, was: sectionsOf(before), is: sectionsOf(after)}
	for _, id := range tree.Fragments(doc) {
		l.ids[id] = true
	}
	return l
}

// sectionsOf leads from facts, and from the blocks that they are about, to the section
// that states them first.
func sectionsOf(doc *tree.Document) map[string]string {
	in := map[string]string{}
	for _, s := range doc.Sections {
		for _, f := range tree.Facts(&tree.Document{Sections: []*tree.Section{s}}) {
			for _, name := range []string{f.ID(), f.Block.Address} {
				if in[name] == "" {
					in[name] = s.ID
				}
			}
		}
	}
	return in
}

// list returns changes with their links, the gravest first.
func (l *links) list(changes []Change) []tree.Block {
	var blocks []tree.Block
	for _, w := range Weights {
		list := &tree.List{}
		for i := range changes {
			if c := &changes[i]; c.Materiality == w.Materiality {
				list.Items = append(list.Items, tree.Item{Text: l.text(i, c), Blocks: l.below(c)})
			}
		}
		if len(list.Items) > 0 {
			blocks = append(blocks, &tree.Heading{Depth: 1, Text: l.page.Text(w.Key)}, list)
		}
	}
	return blocks
}

// text is what a change says, the i-th of all.
func (l *links) text(i int, c *Change) tree.Text {
	if l.told == nil {
		return tree.T(c.Summary)
	}
	return l.told[i]
}

// below links to where a change is in the earlier and in the later text.
func (l *links) below(c *Change) []tree.Block {
	was := c.Address
	if c.Was != "" {
		was = c.Was
	}
	var to []tree.Text
	before, after := l.place(redline.DeletedPrefix, was, c.Attribute, l.was), l.place("", c.Address, c.Attribute, l.is)
	if before != "" {
		to = append(to, tree.T(tree.Link{Href: "#" + before, Text: l.page.Text("redline.before")}))
	}
	if after != "" && c.Symbol != Removed {
		to = append(to, tree.T(tree.Link{Href: "#" + after, Text: l.page.Text("redline.after")}))
	}
	if len(to) == 0 {
		return nil
	}
	if len(to) == 2 {
		return []tree.Block{&tree.Paragraph{Text: tree.T(to[0], " · ", to[1])}}
	}
	return []tree.Block{&tree.Paragraph{Text: to[0]}}
}

// place returns the identifier of a block, of what it stands in, or of the section that
// states the fact.
func (l *links) place(prefix, address, attribute string, sections map[string]string) string {
	for at := address; strings.Contains(at, "."); at = at[:strings.LastIndexByte(at, '.')] {
		if id := prefix + render.Fragment(at); l.ids[id] {
			return id
		}
	}
	for _, fact := range []string{address + "." + attribute, address} {
		if id := prefix + sections[fact]; sections[fact] != "" && l.ids[id] {
			return id
		}
	}
	return ""
}
