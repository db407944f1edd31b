package html

import (
	"bytes"
	"html/template"

	"github.com/privity/privity/internal/render/tree"
)

// A Redline is a page that shows what was inserted into a document and what was
// deleted from it. It is one file: its style is in it.
type Redline struct {
	Document *tree.Document
	Heading  string       // of the list of changes
	Changes  []tree.Block // what stands beside the text
	Words    Words
}

// frame of a redline as its template sees it.
type redlineView struct {
	Title, Language, Policy string
	TitleIn                 string // the language of the title where it is another
	RTL                     bool
	Style                   template.CSS
	Heading                 string
	Skip                    string
}

// EncodeRedline returns a redline as a page. It fails on a drawing that is not
// harmless.
func EncodeRedline(r Redline) ([]byte, error) {
	doc := r.Document
	harmless, err := drawings(doc)
	if err != nil {
		return nil, err
	}
	style, err := redlineStyle(doc)
	if err != nil {
		return nil, err
	}
	w := &writer{body: &body{drawings: harmless, language: doc.Language}}
	v := redlineView{
		Title: tree.Clean(doc.Title), TitleIn: tree.LanguageOf(doc.Heading), Language: doc.Language, RTL: isRTL(doc.Language), Policy: policy,
		Style: style, Heading: r.Heading, Skip: r.Words.orEnglish().Skip,
	}
	w.redlineFrame("redline-head", v)
	w.blocks(r.Changes, 2)
	w.redlineFrame("redline-middle", v)
	w.unlessEmpty("<div class=\"intro\">\n", func() { w.blocks(doc.Intro, 1) }, "</div>\n")
	w.sections(doc.Sections, 2)
	w.redlineFrame("redline-foot", v)
	w.flush()
	return bytes.Join(w.done, nil), nil
}

func (w *writer) redlineFrame(name string, v redlineView) {
	if err := page.ExecuteTemplate((*appender)(&w.markup), name, v); err != nil {
		panic("html: the redline has no such part or field: " + err.Error())
	}
}

// redlineStyle is the style of all pages with that of insertions and deletions.
func redlineStyle(doc *tree.Document) (template.CSS, error) {
	all, err := StyleOf(doc)
	if err != nil {
		return "", err
	}
	css, err := files.ReadFile("redline.css")
	if err != nil {
		panic(err) // it is embedded
	}
	return template.CSS(append(all, css...)), nil //nolint:gosec // rules of this package and of drawings, which load nothing
}
