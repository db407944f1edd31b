package render

import (
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
)

// admit says at the top of each page how many of the author's texts on it are in
// another language than the page, and why.
func (w *writer) admit(docs []*tree.Document) {
	if w.speech.Language() == w.model.SourceLanguage() || w.speech.InSentences() {
		return
	}
	for _, doc := range docs {
		missing, stale := w.foreignTexts(doc)
		source := w.speech.Tongue.LanguageName(w.model.SourceLanguage())
		count := func(key string, n int) tree.Text {
			if n == 0 {
				return nil
			}
			return w.speech.Text(key, tree.T(w.speech.Tongue.Number(n)), tree.T(source), tree.T(speech.Mark(w.model.SourceLanguage())))
		}
		if t := english.Paragraph(count("untranslated", missing), count("stale", stale)); len(t) > 0 {
			doc.Intro = append([]tree.Block{&tree.Paragraph{Text: t}}, doc.Intro...)
		}
	}
}

// foreignTexts counts the different texts of a page that are not translated, and those
// that were before they changed.
func (w *writer) foreignTexts(doc *tree.Document) (missing, stale int) {
	seen := map[string]bool{}
	add := func(text string, isStale bool) {
		switch {
		case seen[text]:
		case isStale:
			stale++
		default:
			missing++
		}
		seen[text] = true
	}
	if doc.Name == dataMapPage {
		for text, isStale := range w.onMap {
			add(text, isStale)
		}
	}
	foreign := func(n tree.Inline) {
		if f, ok := n.(tree.Foreign); ok {
			add(tree.PlainText(f.Text), f.Stale)
		}
	}
	for _, n := range doc.Heading {
		foreign(n)
	}
	tree.Walk(doc, foreign)
	tree.Blocks(doc, func(b tree.Block) {
		if p, ok := b.(*tree.Prose); ok && p.Language != w.speech.Language() {
			add(p.Markdown, p.Stale)
		}
	})
	return missing, stale
}
