// Package tree is a document before it has a format: sections, paragraphs,
// lists, tables, and in them runs of text that know which facts they state.
//
// Markdown and HTML are written from the same tree, so that they cannot
// disagree. A test can ask a tree which facts it states, and so whether a fact
// of the model reached a reader.
package tree

import "github.com/privity/privity/internal/model"

// A Document is one page.
//
// A fragment identifier stands in HTML as it is given, and is what links lead to.
// Those that begin with "page-" are the page's own. See [Check].
type Document struct {
	Name     string // the file's name without an extension, such as "index"
	Title    string
	Language string // BCP 47, for the page's lang attribute
	Heading  Text   // the title where part of it is in another language, or else empty
	Intro    []Block
	Sections []*Section
	Footer   []Block
	Numbered bool // sections carry decimal numbers
	Aside    bool // no part of what the other pages say: nothing leads to it
}

// Headed is the title as it stands over the page.
func (d *Document) Headed() Text {
	if len(d.Heading) > 0 {
		return d.Heading
	}
	return T(d.Title)
}

// LanguageOf is the language of a text that begins in another than the page's, or else
// empty. It is for places that hold no elements of HTML, such as a menu.
func LanguageOf(t Text) string {
	if len(t) == 0 {
		return ""
	}
	switch n := t[0].(type) {
	case Foreign:
		return n.Language
	case Stated:
		return LanguageOf(n.Text)
	}
	return ""
}

// A Section is a heading and what stands under it.
type Section struct {
	ID       string // a fragment identifier, unique in the document
	Title    Text
	Blocks   []Block
	Sections []*Section
}

// A Block is a Paragraph, List, Table, Definitions, Figure or Prose. Only prose
// holds a Heading, Quote, Verbatim or Rule as well: package prose makes them.
type Block interface{ isBlock() }

// A Paragraph is one paragraph of text.
type Paragraph struct{ Text Text }

// A List is a list of items, each a line of text with perhaps a list below it.
type List struct {
	Ordered bool
	Start   int // the number of the first item where it is not 1
	Items   []Item
}

// An Item is one item of a List.
type Item struct {
	ID     string // a fragment identifier, or empty
	Text   Text
	List   *List
	Blocks []Block // what else belongs to the item
}

// A Table has a head and rows of as many cells. On a phone each row becomes a
// block of its own, its cells named by the head. The first cell names the row.
type Table struct {
	Caption Text
	Head    []Text
	Rows    []Row
}

// A Row is one row of a Table.
type Row struct {
	ID    string // a fragment identifier, or empty
	Cells []Cell
}

// A Cell is text, or several lines of it. Those after the first are in HTML given a
// capital each, and in Markdown joined to it by semicolons.
type Cell []Text

// Definitions is a list of terms with what is said of each.
type Definitions struct{ Entries []Definition }

// A Definition is one term of Definitions.
type Definition struct {
	ID    string
	Term  Text
	About []Block
}

// A Figure is a drawing: SVG for HTML, and a link to a file for Markdown.
type Figure struct {
	SVG     []byte // inline markup without an XML declaration
	Style   string // rules for the style sheet of the site, which hold for the identifiers of the drawing
	File    string // the file that holds the same drawing
	Caption Text
	Alt     string
}

// Prose is the author's own Markdown.
type Prose struct {
	Markdown string
	Fact     model.Fact
	Language string // BCP 47; empty for English
	Stale    bool   // as that of Foreign
}

// A Heading is a heading inside prose. Depth 1 is one below that of the section.
type Heading struct {
	Depth int
	Text  Text
}

// A Quote is what the author quotes.
type Quote struct{ Blocks []Block }

// Verbatim is text in which every letter and every line break counts.
type Verbatim struct{ Text string }

// A Rule is a break between two matters.
type Rule struct{}

func (*Paragraph) isBlock()   {}
func (*List) isBlock()        {}
func (*Table) isBlock()       {}
func (*Definitions) isBlock() {}
func (*Figure) isBlock()      {}
func (*Prose) isBlock()       {}
func (*Heading) isBlock()     {}
func (*Quote) isBlock()       {}
func (*Verbatim) isBlock()    {}
func (*Rule) isBlock()        {}

// Text is a run of inline pieces.
type Text []Inline

// An Inline is a Plain, Strong, Emphasis, Code, Link, Stated, Foreign or Break; in a document
// that shows how it came out of another, also an Inserted or Deleted.
type Inline interface{ isInline() }

// Plain is text without any marking.
type Plain string

// Strong is text that matters more than its surroundings.
type Strong struct{ Text Text }

// Emphasis is stressed text.
type Emphasis struct{ Text Text }

// Code is text to be read letter by letter: a code, a name in a program.
type Code string

// A Link leads to a place on the page ("#id"), to a page of the site
// ("name.html", "name.html#id") or to a web address. What [Target] refuses is
// printed as text.
type Link struct {
	Href string
	Text Text
}

// Stated is text that states facts of the model.
type Stated struct {
	Facts []model.Fact
	Text  Text
}

// Foreign is text in another language than that of the page.
type Foreign struct {
	Language string // BCP 47
	Stale    bool   // there is a translation, of what the text was before
	Text     Text
}

// A Break begins a new line within a paragraph.
type Break struct{}

// Inserted is text that an earlier version of the document did not have.
type Inserted struct{ Text Text }

// Deleted is text that an earlier version had and this one has not. It is no part of
// what the document says: a format without a form for it leaves it out.
type Deleted struct{ Text Text }

func (Break) isInline()    {}
func (Inserted) isInline() {}
func (Deleted) isInline()  {}
func (Plain) isInline()    {}
func (Strong) isInline()   {}
func (Emphasis) isInline() {}
func (Code) isInline()     {}
func (Link) isInline()     {}
func (Stated) isInline()   {}
func (Foreign) isInline()  {}

// T joins strings and inline pieces into a run of text. A string is Plain.
func T(pieces ...any) Text {
	size := 0
	for _, p := range pieces {
		size++
		if inner, ok := p.(Text); ok {
			size += len(inner) - 1
		}
	}
	t := make(Text, 0, size)
	for _, p := range pieces {
		switch p := p.(type) {
		case string:
			if p != "" {
				t = append(t, Plain(p))
			}
		case Text:
			t = append(t, p...)
		case Inline:
			t = append(t, p)
		default:
			panic("tree: T takes strings, Inlines and Texts")
		}
	}
	if len(t) == 0 {
		return nil
	}
	return t
}

// Says marks text as the statement of facts; facts that are not set are left
// out.
func Says(t Text, facts ...model.Fact) Text {
	var set []model.Fact
	for _, f := range facts {
		if f.IsSet() {
			set = append(set, f)
		}
	}
	if len(set) == 0 {
		return t
	}
	return Text{Stated{Facts: set, Text: t}}
}
