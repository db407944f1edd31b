// Package feed writes Atom feeds (RFC 4287): one entry for each version of what
// is published, so that whoever wants to know of a change need not come and look.
//
// A feed is a function of what it is given. Its dates are days, since a version is
// published on a day; they are written as the beginning of that day in UTC. The
// same entry has the same identifier for ever, which [TagURI] makes.
package feed

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// A Feed is a list of entries about one subject, the latest first.
type Feed struct {
	ID       string // an absolute IRI that never changes
	Title    string
	Subtitle string // may be empty
	Author   string // a name; of an organization, not of a person
	Language string // BCP 47; may be empty
	Page     string // where the page that the feed speaks of is, seen from the feed
	Self     string // where the feed itself is; may be empty
	Updated  string // the day of the latest entry, as 2026-01-31
	Entries  []Entry
}

// An Entry is one thing that happened.
type Entry struct {
	ID         string // an absolute IRI that never changes
	Title      string
	Day        string // on which it was published, as 2026-01-31
	Link       string // where more is said of it, seen from the feed
	Summary    string // a sentence or two, without markup
	Items      []Item
	Categories []Category
}

// An Item is a line of an entry, in parts of one language each.
type Item []Run

// A Run is a part of an item.
type Run struct {
	Text     string
	Language string // BCP 47, where it is another than that of the feed
}

// A Category says what kind of thing an entry is, for readers that filter.
type Category struct{ Term, Label string }

// TagURI returns an identifier in the form of RFC 4151. The authority is a domain
// name that belonged to the publisher on the given day; what follows is the
// publisher's own.
func TagURI(authority, day, specific string) string {
	return "tag:" + strings.ToLower(authority) + "," + day + ":" + (&url.URL{Path: specific}).EscapedPath()
}

// The elements below are those of RFC 4287, section 4, in the order in which they
// are written.

type feedElement struct {
	XMLName  xml.Name       `xml:"http://www.w3.org/2005/Atom feed"`
	Language string         `xml:"xml:lang,attr,omitempty"`
	ID       string         `xml:"id"`
	Title    string         `xml:"title"`
	Subtitle string         `xml:"subtitle,omitempty"`
	Updated  string         `xml:"updated"`
	Author   author         `xml:"author"`
	Links    []link         `xml:"link"`
	Entries  []entryElement `xml:"entry"`
}

type entryElement struct {
	ID         string            `xml:"id"`
	Title      string            `xml:"title"`
	Published  string            `xml:"published"`
	Updated    string            `xml:"updated"`
	Link       link              `xml:"link"`
	Categories []categoryElement `xml:"category"`
	Summary    string            `xml:"summary"`
	Content    *content          `xml:"content,omitempty"`
}

type author struct {
	Name string `xml:"name"`
}

type link struct {
	Relation string `xml:"rel,attr"`
	Type     string `xml:"type,attr,omitempty"`
	Href     string `xml:"href,attr"`
}

type categoryElement struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr,omitempty"`
}

type content struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// Encode returns the feed as an XML document. It fails on a day that is none, on an
// entry without an identifier, and on an identifier that two entries have.
func Encode(f Feed) ([]byte, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	e := feedElement{
		ID: f.ID, Language: f.Language, Title: clean(f.Title), Subtitle: clean(f.Subtitle), Updated: instant(f.Updated),
		Author: author{clean(f.Author)},
		Links:  []link{{"alternate", "text/html", f.Page}},
	}
	if f.Self != "" {
		e.Links = append(e.Links, link{"self", "application/atom+xml", f.Self})
	}
	for _, entry := range f.Entries {
		e.Entries = append(e.Entries, element(entry))
	}
	text, err := xml.MarshalIndent(e, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("feed: %w", err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), nil
}

func element(e Entry) entryElement {
	out := entryElement{
		ID: e.ID, Title: clean(e.Title), Published: instant(e.Day), Updated: instant(e.Day),
		Link: link{"alternate", "text/html", e.Link}, Summary: clean(e.Summary),
	}
	for _, c := range e.Categories {
		out.Categories = append(out.Categories, categoryElement{clean(c.Term), clean(c.Label)})
	}
	if len(e.Items) > 0 {
		out.Content = &content{"html", list(e.Items)}
	}
	return out
}

// list returns items as a list in HTML, which an encoder of XML then escapes as a
// whole (RFC 4287, section 3.1.1.2).
func list(items []Item) string {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	var b strings.Builder
	b.WriteString("<ul>")
	for _, item := range items {
		b.WriteString("<li>")
		for _, run := range item {
			text := escape.Replace(clean(run.Text))
			if run.Language != "" {
				text = `<span lang="` + escape.Replace(clean(run.Language)) + `">` + text + "</span>"
			}
			b.WriteString(text)
		}
		b.WriteString("</li>")
	}
	b.WriteString("</ul>")
	return b.String()
}

// instant is the beginning of a day, as RFC 3339 writes it.
func instant(day string) string { return day + "T00:00:00Z" }

// clean leaves out what XML 1.0 has no way to write (section 2.2), and what is not
// UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}
