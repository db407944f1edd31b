package tree_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

func p(pieces ...any) *tree.Paragraph { return &tree.Paragraph{Text: tree.T(pieces...)} }

func TestFacts(t *testing.T) {
	technology, note := treetest.Fact("technology"), treetest.Fact("note")
	var ids []string
	for _, f := range tree.Facts(treetest.Document()) {
		ids = append(ids, f.ID())
	}
	if diff := cmp.Diff([]string{technology.ID(), note.ID()}, ids); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	doc := &tree.Document{Intro: []tree.Block{
		p(tree.Strong{Text: tree.Says(tree.T("a", tree.Says(tree.T("b"), technology)), note, technology)}),
		&tree.Prose{Markdown: "x"},
	}}
	if got := tree.Facts(doc); len(got) != 2 || got[0] != note || got[1] != technology {
		t.Errorf("got %v", got)
	}
	if got := tree.Says(tree.T("a"), model.Fact{}); len(got) != 1 || got[0] != tree.Plain("a") {
		t.Errorf("text without a fact became %v", got)
	}
}

// A walk meets the text of every kind of node.
func TestWalk(t *testing.T) {
	doc := &tree.Document{
		Intro: []tree.Block{p("paragraph")},
		Sections: []*tree.Section{{Title: tree.T("section"), Blocks: []tree.Block{
			&tree.List{Items: []tree.Item{{Text: tree.T("item"), List: &tree.List{Items: []tree.Item{{Text: tree.T("below")}}}, Blocks: []tree.Block{p("more")}}}},
			&tree.Table{Caption: tree.T("caption"), Head: []tree.Text{tree.T("head")}, Rows: []tree.Row{{Cells: []tree.Cell{{tree.T("cell"), tree.T("line")}}}}},
			&tree.Definitions{Entries: []tree.Definition{{Term: tree.T("term"), About: []tree.Block{p("about")}}}},
			&tree.Figure{Caption: tree.T("figure")},
			&tree.Quote{Blocks: []tree.Block{&tree.Heading{Text: tree.T("heading")}}},
		}, Sections: []*tree.Section{{Title: tree.T(tree.Link{Text: tree.T(tree.Emphasis{Text: tree.T(tree.Code("inner"))})})}}}},
		Footer: []tree.Block{p("footer")},
	}
	var got []string
	tree.Walk(doc, func(n tree.Inline) {
		if s := tree.PlainText(tree.T(n)); len(got) == 0 || got[len(got)-1] != s {
			got = append(got, s)
		}
	})
	want := strings.Fields("paragraph section item below more caption head cell line term about figure heading inner footer")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"plain – text":             "plain – text",
		"a \t\r\n b":               "a b",
		" a ":                      " a ",
		"a\u00a0b\u202fc":          "a\u00a0b\u202fc",
		"a\u2028b\u0085c":          "a b c",
		"a\x00b\x1b[31m":           "a\ufffdb\ufffd[31m",
		"a\u202eb\u2066":           "a\ufffdb\ufffd",
		"\xff\xc0a":                "\ufffd\ufffda",
		"\ufeff\ufffe\U0001ffff":   "\ufffd\ufffd\ufffd",
		"👩\u200d👧 שלום\u200f":      "👩\u200d👧 שלום\u200f",
		"\u0301 combining e\u0301": "\u0301 combining e\u0301",
	} {
		if got := tree.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	for _, s := range treetest.Hostile() {
		if once := tree.Clean(s); tree.Clean(once) != once && !strings.Contains(once, "\ufffd") {
			t.Errorf("Clean(%q) is not stable", s)
		}
	}
	if got := tree.CleanLines("a\r\n\tb\rc \x00"); got != "a\n\tb\nc \ufffd" {
		t.Errorf("CleanLines: %q", got)
	}
}

func TestPlainText(t *testing.T) {
	text := tree.T(" a ", tree.Strong{Text: tree.T("b", tree.Break{}, tree.Code("c"))}, tree.Link{Href: "x", Text: tree.T(" d ")}, tree.Stated{Text: tree.T(tree.Emphasis{Text: tree.T("e")})})
	if got := tree.PlainText(text); got != "a b c d e" {
		t.Errorf("got %q", got)
	}
}

func TestJoin(t *testing.T) {
	for want, texts := range map[string][]tree.Text{
		"":              {nil, {}},
		"one":           {nil, tree.T("one"), {}},
		"one; two; six": {tree.T("one"), nil, tree.T("two"), tree.T("six")},
	} {
		if got := tree.Concat(tree.Join("; ", texts...)); got != want {
			t.Errorf("%v joined is %q, want %q", texts, got, want)
		}
	}
}

func TestTarget(t *testing.T) {
	for in, want := range map[string]string{
		"#a.b":                               "#a.b",
		"retention.html#b":                   "retention.html#b",
		"a/b.html?c=d&e=f":                   "a/b.html?c=d&e=f",
		"https://example.com":                "https://example.com",
		"HTTPS://example.com/a b":            "HTTPS://example.com/a%20b",
		"http://example.com/ä(1)*_%20":       "http://example.com/%C3%A4%281%29%2A_%20",
		`https://example.com/"'<>` + "`{}|^": "https://example.com/%22%27%3C%3E%60%7B%7D%7C%5E",
		"mailto:a@b.example?subject=x y":     "mailto:a@b.example?subject=x%20y",
		"tel:+45-12345678":                   "tel:+45-12345678",
	} {
		if got, ok := tree.Target(in); !ok || got != want {
			t.Errorf("Target(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	refused := append(treetest.Addresses(), "", " ", "a:b", ":", "https:", "mailto:", "a&b", "%2e%2e/", "https://example.com/"+strings.Repeat("a", tree.MaxTarget))
	for _, in := range refused {
		if got, ok := tree.Target(in); ok {
			t.Errorf("Target(%q) = %q", in, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	inner := &tree.Section{}
	outer := &tree.Section{Sections: []*tree.Section{{}, inner}}
	doc := &tree.Document{Sections: []*tree.Section{{}, outer}}
	if got := tree.Numbers(doc); got != nil {
		t.Errorf("a document without numbers has %v", got)
	}
	doc.Numbered = true
	if got := tree.Numbers(doc); got[outer] != "2" || got[inner] != "2.2" || len(got) != 4 {
		t.Errorf("got %v", got)
	}
}

func TestSplitHref(t *testing.T) {
	for href, want := range map[string][2]string{
		"#a": {"", "a"}, "x.html": {"x", ""}, "x.html#a": {"x", "a"}, "": {},
		"https://example.com/x.html#a": {}, "a/x.html": {}, "data-map.svg": {}, "mailto:a@b.example": {}, "x.html?y#a": {},
	} {
		if page, id := tree.SplitHref(href); page != want[0] || id != want[1] {
			t.Errorf("SplitHref(%q) = %q, %q", href, page, id)
		}
	}
}

func TestCheck(t *testing.T) {
	if err := tree.Check(treetest.Document()); err != nil {
		t.Errorf("the sample: %v", err)
	}
	tests := []struct {
		want  string // a part of the error
		spoil func(*tree.Document)
	}{
		{"a name, a title and a language", func(d *tree.Document) { d.Title = " \n" }},
		{"a name, a title and a language", func(d *tree.Document) { d.Language = "" }},
		{"is there twice", func(d *tree.Document) { d.Sections[0].ID = "data_store.accounts" }},
		{"other characters", func(d *tree.Document) { d.Sections[0].ID = "Who" }},
		{"begins like those of the page", func(d *tree.Document) { d.Sections[0].ID = "page-main" }},
		{"has no identifier", func(d *tree.Document) { d.Sections[0].ID = "" }},
		{"empty heading", func(d *tree.Document) { d.Sections[0].Title = tree.T(" ") }},
		{"leads nowhere", func(d *tree.Document) { d.Intro = []tree.Block{p(tree.Link{Href: "#x", Text: tree.T("x")})} }},
		{"leads nowhere", func(d *tree.Document) { d.Intro = []tree.Block{p(tree.Link{Href: "index.html#x", Text: tree.T("x")})} }},
		{"has no text", func(d *tree.Document) { d.Intro = []tree.Block{p(tree.Link{Href: "#who"})} }},
		{"is refused", func(d *tree.Document) { d.Intro = []tree.Block{p(tree.Link{Href: "javascript:x", Text: tree.T("x")})} }},
		{"2 cells under 1 headings", func(d *tree.Document) {
			d.Intro = []tree.Block{&tree.Table{Head: []tree.Text{tree.T("x")}, Rows: []tree.Row{{Cells: []tree.Cell{{}, {}}}}}}
		}},
		{"column 1 has no heading", func(d *tree.Document) { d.Intro = []tree.Block{&tree.Table{Head: []tree.Text{{}}}} }},
		{"no term", func(d *tree.Document) { d.Intro = []tree.Block{&tree.Definitions{Entries: []tree.Definition{{}}}} }},
		{"cannot see it", func(d *tree.Document) { d.Intro = []tree.Block{&tree.Figure{}} }},
	}
	for _, test := range tests {
		doc := treetest.Document()
		test.spoil(doc)
		if err := tree.Check(doc); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %q", err, test.want)
		}
	}
	other := &tree.Document{Name: "subprocessors", Title: "x", Language: "en"}
	if err := tree.Check(treetest.Document(), other); err == nil || !strings.Contains(err.Error(), "subprocessors.html#all") {
		t.Errorf("a link to a page without the place: %v", err)
	}
}
