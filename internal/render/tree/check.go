package tree

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// idForm is what a fragment identifier looks like: safe in an address, in HTML and
// in a file's name.
var idForm = regexp.MustCompile(`^[a-z0-9._-]+$`)

// Check reports what is wrong with documents that stand on one site: identifiers
// that are not unique on their page or of another form than [a-z0-9._-]+, tables
// whose rows differ in length from their head, headings and links without text,
// and links that lead nowhere. A page outside docs is not looked for. What it
// finds are mistakes of the program, not of a policy's author.
func Check(docs ...*Document) error {
	ids := make(map[string]map[string]bool, len(docs))
	checks := make([]*check, len(docs))
	for i, doc := range docs {
		checks[i] = &check{doc: doc, ids: map[string]bool{}}
		checks[i].identifiers()
		ids[doc.Name] = checks[i].ids
	}
	var errs []error
	for _, c := range checks {
		c.structure()
		c.links(ids)
		errs = append(errs, c.errs...)
	}
	return errors.Join(errs...)
}

type check struct {
	doc  *Document
	ids  map[string]bool
	errs []error
}

func (c *check) errorf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("page %s: %s", c.doc.Name, fmt.Sprintf(format, args...)))
}

func (c *check) identifiers() {
	w := walker{id: func(place *string) {
		switch id := *place; {
		case !idForm.MatchString(id):
			c.errorf("the identifier %q holds other characters than a-z, 0-9, \".\", \"_\" and \"-\"", id)
		case strings.HasPrefix(id, "page-"):
			c.errorf("the identifier %q begins like those of the page itself", id)
		case c.ids[id]:
			c.errorf("the identifier %q is there twice", id)
		}
		c.ids[*place] = true
	}}
	w.document(c.doc)
}

func (c *check) structure() {
	if c.doc.Name == "" || strings.TrimSpace(Clean(c.doc.Title)) == "" || c.doc.Language == "" {
		c.errorf("a page needs a name, a title and a language")
	}
	w := walker{
		section: func(s *Section) {
			if s.ID == "" {
				c.errorf("the section %q has no identifier", PlainText(s.Title))
			}
			if PlainText(s.Title) == "" {
				c.errorf("the section %q has an empty heading", s.ID)
			}
		},
		block: c.block,
	}
	w.document(c.doc)
}

func (c *check) block(b Block) {
	switch b := b.(type) {
	case *Table:
		c.table(b)
	case *Definitions:
		for _, d := range b.Entries {
			if PlainText(d.Term) == "" {
				c.errorf("a definition has no term")
			}
		}
	case *Figure:
		if strings.TrimSpace(b.Alt) == "" {
			c.errorf("the figure %q has no text for those who cannot see it", b.File)
		}
	}
}

func (c *check) table(t *Table) {
	name := PlainText(t.Caption)
	for i, h := range t.Head {
		if PlainText(h) == "" {
			c.errorf("table %q: column %d has no heading", name, i+1)
		}
	}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Head) {
			c.errorf("table %q: row %d has %d cells under %d headings", name, i+1, len(r.Cells), len(t.Head))
		}
	}
}

func (c *check) links(pages map[string]map[string]bool) {
	Walk(c.doc, func(n Inline) {
		link, ok := n.(Link)
		if !ok {
			return
		}
		if PlainText(link.Text) == "" {
			c.errorf("the link to %q has no text", link.Href)
		}
		if _, ok := Target(link.Href); !ok {
			c.errorf("the link to %q is refused", link.Href)
		}
		page, id := SplitHref(link.Href)
		if page == "" && id != "" {
			page = c.doc.Name
		}
		if ids, known := pages[page]; known && id != "" && !ids[id] {
			c.errorf("the link to %q leads nowhere", link.Href)
		}
	})
}

// SplitHref returns the page and the place on it that a link leads to, such as
// "retention" and "b-users" for "retention.html#b-users". The page is empty for a
// place on the same page; both are empty for an address elsewhere.
func SplitHref(href string) (page, id string) {
	file, id, _ := strings.Cut(href, "#")
	if file == "" {
		return "", id
	}
	page, isPage := strings.CutSuffix(file, ".html")
	if !isPage || strings.ContainsAny(page, "/:?") {
		return "", ""
	}
	return page, id
}
