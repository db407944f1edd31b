package diff

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/redline"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
)

// Redline returns one of the pages of two versions as HTML: its text as it is now,
// with what was inserted and deleted, and beside it the changes with links to where
// they are. The error is a *NoPageError where neither version has the page.
func Redline(r *Report, c *compare.Comparison, page string) ([]byte, error) {
	before, after := pageOf(c, page, false), pageOf(c, page, true)
	if before == nil && after == nil {
		return nil, &NoPageError{page, pageNames(c)}
	}
	if before == nil {
		before = &tree.Document{Name: page, Title: after.Title, Language: after.Language}
	}
	if after == nil {
		after = &tree.Document{Name: page, Title: before.Title, Language: before.Language}
	}
	doc := redline.Merge(before, after, renames(c))
	doc.Intro = append([]tree.Block{&tree.Paragraph{Text: tree.T(
		"What ", tree.Strong{Text: tree.T(r.Before.Name)}, " said and ", tree.Strong{Text: tree.T(r.After.Name)}, " does not is ",
		tree.Deleted{Text: tree.T("struck out")}, "; what is new is ", tree.Inserted{Text: tree.T("underlined")}, ".",
	)}}, doc.Intro...)
	l := newLinks(doc, before, after)
	heading := "No changes"
	if len(r.Changes) > 0 {
		heading = counted(len(r.Changes), "change")
	}
	return html.EncodeRedline(html.Redline{Document: doc, Heading: heading, Changes: l.list(r.Changes)})
}

// A NoPageError says that there is no such page.
type NoPageError struct {
	Page  string
	Known []string
}

func (e *NoPageError) Error() string { return "there is no page " + e.Page }

func pageOf(c *compare.Comparison, page string, after bool) *tree.Document {
	m := c.Before
	if after {
		m = c.After
	}
	for _, doc := range render.Documents(m) {
		if doc.Name == page {
			return doc
		}
	}
	return nil
}

func pageNames(c *compare.Comparison) []string {
	var names []string
	for _, doc := range append(render.Documents(c.After), render.Documents(c.Before)...) {
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
}

func newLinks(doc, before, after *tree.Document) *links {
	l := &links{map[string]bool{}, sectionsOf(before), sectionsOf(after)}
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
				list.Items = append(list.Items, tree.Item{Text: tree.T(c.Summary), Blocks: l.below(c)})
			}
		}
		if len(list.Items) > 0 {
			blocks = append(blocks, &tree.Heading{Depth: 1, Text: tree.T(w.Heading)}, list)
		}
	}
	return blocks
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
		to = append(to, tree.T(tree.Link{Href: "#" + before, Text: tree.T("in the earlier text")}))
	}
	if after != "" && c.Symbol != Removed {
		to = append(to, tree.T(tree.Link{Href: "#" + after, Text: tree.T("in the text")}))
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
