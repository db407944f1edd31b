package markdown

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/privity/privity/internal/render/tree"
)

// links knows where the links of one document lead.
type links struct {
	page      string
	extension string
	all       bool                                // every page is there
	anchors   map[string]func() map[string]string // of a page and a place on it, the heading's identifier; made when first asked for
}

func newLinks(doc *tree.Document, o Options) links {
	l := links{page: doc.Name, extension: o.LinkExtension, all: o.Pages == nil, anchors: map[string]func() map[string]string{}}
	for _, p := range o.Pages {
		if p.Name != doc.Name {
			l.anchors[p.Name] = sync.OnceValue(func() map[string]string { return anchors(p) })
		}
	}
	l.anchors[doc.Name] = sync.OnceValue(func() map[string]string { return anchors(doc) })
	return l
}

// target returns the address that a link is given, unless it is refused or leads
// nowhere.
func (l links) target(href string) (string, bool) {
	page, id := tree.SplitHref(href)
	switch {
	case page == "" && id == "":
		return tree.Target(href)
	case page == "" || page == l.page:
		if id == "" {
			return tree.Target(page + l.extension)
		}
		anchor, ok := l.anchors[l.page]()[id]
		return "#" + anchor, ok
	}
	anchors, known := l.anchors[page]
	if !known && !l.all {
		return tree.Target(href)
	}
	address, ok := tree.Target(page + l.extension)
	if known && id != "" && anchors()[id] != "" {
		address += "#" + anchors()[id]
	}
	return address, ok
}

// anchors returns, for every place on a page, the identifier of the heading above
// it.
func anchors(doc *tree.Document) map[string]string {
	s := slugs{given: map[string]int{}, of: map[string]string{}, numbers: tree.Numbers(doc)}
	title := s.slug(doc.Title)
	s.blocks(doc.Intro, title)
	s.sections(doc.Sections)
	s.blocks(doc.Footer, title)
	return s.of
}

// slugs gives out identifiers as GitHub does.
type slugs struct {
	given   map[string]int
	of      map[string]string
	numbers map[*tree.Section]string
}

func (s *slugs) sections(sections []*tree.Section) {
	for _, sec := range sections {
		slug := s.slug(strings.TrimSpace(s.numbers[sec] + " " + tree.PlainText(sec.Title)))
		s.of[sec.ID] = slug
		s.blocks(sec.Blocks, slug)
		s.sections(sec.Sections)
	}
}

func (s *slugs) blocks(blocks []tree.Block, slug string) {
	for _, id := range tree.FragmentsIn(blocks) {
		s.of[id] = slug
	}
	// The author's headings take identifiers, too.
	for _, b := range blocks {
		p, ok := b.(*tree.Prose)
		if !ok {
			continue
		}
		for _, inner := range proseBlocks(p) {
			if h, ok := inner.(*tree.Heading); ok {
				s.slug(tree.PlainText(h.Text))
			}
		}
	}
}

// slug returns the identifier of the next heading: its letters, digits, hyphens
// and underlines in lower case, with hyphens for spaces, and a number if another
// heading has the same.
func (s *slugs) slug(heading string) string {
	base := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.In(r, unicode.L, unicode.N, unicode.M):
			return unicode.ToLower(r)
		}
		return -1
	}, tree.Clean(heading))
	slug := base
	for s.given[slug] > 0 {
		slug = base + "-" + strconv.Itoa(s.given[base])
		s.given[base]++
	}
	s.given[slug]++
	return slug
}
