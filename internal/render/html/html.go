// Package html writes documents as pages that need nothing but one style sheet.
//
// A page has no script and no style of its own, and loads nothing from anywhere
// else; it says so in a policy for the browser. What its drawings need of style is
// part of the site's style sheet.
//
// All that varies is escaped. The frame of a page, which is its head, header, menu,
// table of contents and footer, is a template of html/template. What stands in the
// frame grows with the policy, and is written by type writer in terms of type
// markup, to which only constants can be added as they are; drawings are the one
// exception, and are looked at token by token. docs/adr/0008-html-bodies.md says
// why.
package html

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// StylePath is where pages look for the style sheet.
const StylePath = "assets/style.css"

//go:embed style.css page.html redline.css redline.html
var files embed.FS

// Style returns the style sheet of pages without drawings.
func Style() []byte {
	css, err := files.ReadFile("style.css")
	if err != nil {
		panic(err) // it is embedded
	}
	return css
}

// StyleOf returns the style sheet of a site with these documents: that of every page,
// and the rules of their drawings, each once. It fails on rules that load something.
func StyleOf(docs ...*tree.Document) ([]byte, error) {
	css := Style()
	seen := map[string]bool{}
	var err error
	for _, doc := range docs {
		tree.Blocks(doc, func(b tree.Block) {
			f, ok := b.(*tree.Figure)
			switch {
			case !ok || f.Style == "" || seen[f.Style]:
			case loads(f.Style):
				err = fmt.Errorf("drawing %s: its style loads something", f.File)
			default:
				seen[f.Style] = true
				css = append(css, f.Style...)
			}
		})
	}
	return css, err
}

// A Site is what the pages of one site share.
type Site struct {
	Title  string // stands in the header of every page
	Pages  []Page // in the order of the menu; a site of one page has no menu
	Others []Alternate
	Words  Words
	// Languages are those of the site, if it has several.
	Languages []Language
}

// A Language is one in which the same document can be read.
type Language struct {
	Tag  string // BCP 47
	Name string // what it calls itself
	Href string // the document in it
	Here bool   // whether this page is in it
}

// A Page is an entry of the menu.
type Page struct {
	Name    string // the document's name
	Title   string
	TitleIn string // BCP 47, where the title is in another language than the page
}

// An Alternate is the same document in another format.
type Alternate struct {
	Type  string // media type, such as text/markdown
	Href  string
	Title string
}

// Words are those that a page has beside its document's. Empty ones are English.
type Words struct {
	Skip     string // the link over the header
	Pages    string // names the menu
	Contents string // heads the table of contents
	Formats  string // stands before the list of other formats
	Drawing  string // the link from a drawing to its file

	Languages string // names the choice of languages
}

// Encode returns a document as a page. It fails on a drawing that is not harmless.
func Encode(doc *tree.Document, site Site) ([]byte, error) {
	harmless, err := drawings(doc)
	if err != nil {
		return nil, err
	}
	words := site.Words.orEnglish()
	w := &writer{body: &body{numbers: tree.Numbers(doc), drawings: harmless, open: words.Drawing, language: doc.Language}}
	v := newView(doc, site, words, w.numbers)
	w.frame("head", v)
	w.unlessEmpty("<div class=\"intro\">\n", func() { w.blocks(doc.Intro, 1) }, "</div>\n")
	w.sections(doc.Sections, 2)
	w.frame("middle", v)
	w.blocks(doc.Footer, 1)
	w.frame("foot", v)
	w.flush()
	return bytes.Join(w.done, nil), nil
}

// frame adds a part of the page that is a template.
func (m *markup) frame(name string, v *view) {
	if err := page.ExecuteTemplate((*appender)(m), name, v); err != nil {
		panic("html: the page has no such part or field: " + err.Error())
	}
}

// appender takes what a template writes.
type appender markup

func (a *appender) Write(part []byte) (int, error) {
	a.html = append(a.html, part...)
	return len(part), nil
}

var page = template.Must(template.ParseFS(files, "page.html", "redline.html"))

// policy tells the browser what the page does without. Styles and pictures are
// left to the server's own policy: a page opened from a disk has no origin that
// they could be compared with.
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'"

func (w Words) orEnglish() Words {
	for _, word := range []struct {
		given   *string
		english string
	}{
		{&w.Skip, "Skip to content"},
		{&w.Pages, "Pages"},
		{&w.Contents, "Contents"},
		{&w.Formats, "This page in other formats:"},
		{&w.Drawing, "Open the drawing on its own"},
		{&w.Languages, "Languages"},
	} {
		if *word.given == "" {
			*word.given = word.english
		}
	}
	return w
}

// isRTL reports whether a language is written from right to left.
func isRTL(language string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.Contains([]string{"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}, primary)
}
