// Package html writes documents as pages that need nothing but one style sheet.
//
// A page has no script, no style of its own outside its drawings, and loads
// nothing from anywhere else; it says so in a policy for the browser. All that
// varies is escaped by html/template or by the few functions of this package that
// return markup: [writer.text] for runs of text, drawing for SVG.
package html

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// StylePath is where pages look for the style sheet.
const StylePath = "assets/style.css"

//go:embed style.css page.html
var files embed.FS

// Style returns the style sheet.
func Style() []byte {
	css, err := files.ReadFile("style.css")
	if err != nil {
		panic(err) // it is embedded
	}
	return css
}

// A Site is what the pages of one site share.
type Site struct {
	Title  string // stands in the header of every page
	Pages  []Page // in the order of the menu; a site of one page has no menu
	Others []Alternate
	Words  Words
}

// A Page is an entry of the menu.
type Page struct {
	Name  string // the document's name
	Title string
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
}

// Write writes a document as a page. It fails on a drawing that is not harmless,
// and where w fails.
func Write(w io.Writer, doc *tree.Document, site Site) error {
	v, err := newView(doc, site)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := page.Execute(&out, v); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

var page = template.Must(template.New("page.html").Funcs(template.FuncMap{
	"text":     text,
	"verbatim": tree.CleanLines,
}).ParseFS(files, "page.html"))

// policy tells the browser what the page does without. Styles and pictures are
// left to the server's own policy: a page opened from a disk has no origin that
// they could be compared with.
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'"

// maxContents is the number of entries up to which the table of contents shows
// two levels.
const maxContents = 36

func newView(doc *tree.Document, site Site) (*view, error) {
	words := site.Words.orEnglish()
	b := builder{numbers: tree.Numbers(doc), words: words, ids: map[string]bool{}}
	for _, id := range tree.Fragments(doc) {
		b.ids[id] = true
	}
	v := &view{
		Policy:   policy,
		Title:    tree.Clean(doc.Title),
		Language: doc.Language,
		RTL:      isRTL(doc.Language),
		Style:    StylePath,
		Site:     tree.Clean(site.Title),
		Words:    words,
		Intro:    b.blocks(doc.Intro, 1),
		Sections: b.sections(doc.Sections, 2),
		Footer:   b.blocks(doc.Footer, 1),
	}
	for _, p := range site.Pages {
		v.Pages = append(v.Pages, pageLink{Href: p.Name + ".html", Title: tree.Clean(p.Title), Here: p.Name == doc.Name})
	}
	for _, a := range site.Others {
		if href, ok := tree.Target(a.Href); ok {
			v.Others = append(v.Others, Alternate{Type: a.Type, Href: href, Title: tree.Clean(a.Title)})
		}
	}
	v.Contents = contents(v.Sections, 2)
	if count(v.Contents) > maxContents {
		v.Contents = contents(v.Sections, 1)
	}
	return v, b.err
}

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
