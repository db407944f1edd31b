package html

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/render/tree"
)

func TestRedline(t *testing.T) {
	doc := &tree.Document{Name: "index", Title: "A <page>", Language: "en", Sections: []*tree.Section{{
		ID: "s", Title: tree.T("Kept"), Blocks: []tree.Block{&tree.Paragraph{Text: tree.T("for ", tree.Deleted{Text: tree.T("<30> ")}, tree.Inserted{Text: tree.T("60")}, " days")}},
	}}}
	got, err := EncodeRedline(Redline{Document: doc, Heading: "Two changes", Changes: []tree.Block{&tree.Paragraph{Text: tree.T(tree.Link{Href: "#s", Text: tree.T("kept longer")})}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<p>for <del>&lt;30&gt; </del><ins>60</ins> days</p>`, `<h1>A &lt;page&gt;</h1>`, `<h2 id="page-changes">Two changes</h2>`,
		`<p><a href="#s">kept longer</a></p>`, "--inserted: #dcf5e3;",
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got[strings.Index(string(got), "</style>"):])
		}
	}
	for _, word := range []string{"<script", "ZgotmplZ", "url(", "<link"} {
		if strings.Contains(string(got), word) {
			t.Errorf("the page holds %q", word)
		}
	}
}
