package redline

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/render/html"
	"github.com/privity/privity/internal/render/tree"
)

// Text that is in another language than the page says so in a redline, too, whatever
// becomes of it.
func TestTextInAnotherLanguage(t *testing.T) {
	in := func(text string) tree.Text {
		return tree.T("Zweck: ", tree.Foreign{Language: "en", Text: tree.T(text)}, " [en]")
	}
	page := func(text tree.Text, markdown, language string) *tree.Document {
		return &tree.Document{Name: "index", Title: "Seite", Language: "de", Sections: []*tree.Section{{
			ID: "s", Title: tree.T("Daten"),
			Blocks: []tree.Block{&tree.Paragraph{Text: text}, &tree.Prose{Markdown: markdown, Language: language}},
		}}}
	}
	const prose = "Kept *briefly*.\n\n> As said.\n\n- one\n- two\n"
	for _, c := range []struct {
		name          string
		before, after *tree.Document
		wanted        []string
		not           string
	}{
		{
			"it stays", page(in("answering questions"), prose, "en"), page(in("answering questions"), prose, "en"),
			[]string{
				`Zweck: <span lang="en">answering questions</span> [en]`, `<p><span lang="en">Kept <em>briefly</em>.</span></p>`,
				`<p><span lang="en">As said.</span></p>`, `<li><span lang="en">one</span></li>`,
			},
			"<ins>",
		},
		{
			"a word changes", page(in("answering questions"), "", ""), page(in("answering all questions"), "", ""),
			[]string{`Zweck: <span lang="en">answering</span> <ins><span lang="en">all</span></ins> <span lang="en">questions</span> [en]`},
			"<del>",
		},
		{
			"it is translated", page(in("answering questions"), prose, "en"), page(tree.T("Zweck: Antworten"), "Kurz aufbewahrt.", "de"),
			[]string{`<del>Zweck: <span lang="en">answering questions</span> [en]</del>`, `<ins>Zweck: Antworten</ins>`, `<del><span lang="en">Kept <em>briefly</em>.</span></del>`, `<ins>Kurz aufbewahrt.</ins>`},
			`<span lang="de">`,
		},
	} {
		doc := Merge(c.before, c.after, nil)
		text, err := html.EncodeRedline(html.Redline{Document: doc, Heading: "Änderungen"})
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(text), "<main")
		for _, want := range c.wanted {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, body)
			}
		}
		if strings.Contains(body, c.not) {
			t.Errorf("%s: %s in\n%s", c.name, c.not, body)
		}
	}
}

// The title of a page that is not translated keeps its mark.
func TestTitleInAnotherLanguage(t *testing.T) {
	heading := tree.T(tree.Foreign{Language: "en", Text: tree.T("Data policy")}, " [en]")
	page := &tree.Document{Name: "index", Title: "Data policy [en]", Heading: heading, Language: "de"}
	text, err := html.EncodeRedline(html.Redline{Document: Merge(page, page, nil), Heading: "Änderungen"})
	if err != nil || !strings.Contains(string(text), `<h1 lang="en">Data policy [en]</h1>`) {
		t.Errorf("%v in\n%s", err, text)
	}
}
