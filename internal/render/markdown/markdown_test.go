package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

var update = flag.Bool("update", false, "rewrite the expected output")

func TestGolden(t *testing.T) {
	got := writeString(t, treetest.Document(), Options{})
	golden := filepath.Join("testdata", "sample.md")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
}

func paragraph(t *testing.T, text tree.Text) string {
	t.Helper()
	doc := &tree.Document{Name: "x", Title: "T", Intro: []tree.Block{&tree.Paragraph{Text: text}}}
	return strings.TrimSuffix(strings.TrimPrefix(writeString(t, doc, Options{}), "# T\n\n"), "\n")
}

// Marks are escaped where they would act, and nowhere else.
func TestEscaping(t *testing.T) {
	for text, want := range map[string]string{
		"Name, e-mail (work): 5 > 3; 100%!": "Name, e-mail (work): 5 > 3; 100%!",
		"data_store.users":                  "data_store.users",
		"_private":                          `\_private`,
		"a * b":                             `a \* b`,
		"[1]":                               `\[1\]`,
		"a < b":                             "a &lt; b",
		"AT&T":                              "AT&T",
		"&copy;":                            "&amp;copy;",
		"{{ x }} {% y %}":                   "&#123;&#123; x &#125;&#125; &#123;% y %&#125;",
		"costs $5":                          "costs $5",
		"$a$":                               `\$a\$`,
		"a | b":                             "a | b",
		"# no heading":                      `\# no heading`,
		"- no item":                         `\- no item`,
		"-5 degrees":                        "-5 degrees",
		"+ no item":                         `\+ no item`,
		"1986. A year":                      `1986\. A year`,
		"1.5 years":                         "1.5 years",
		"> no quote":                        `\> no quote`,
		"--- no rule":                       `\--- no rule`,
		"export of data":                    "&#101;xport of data",
		"a\n\n  b":                          "a b",
		`C:\x`:                              `C:\\x`,
		"~~kept~~":                          `\~\~kept\~\~`,
		"https://example.com":               `https\://example.com`,
		"www.example.com":                   `www\.example.com`,
		"::: note":                          `\::: note`,
	} {
		if got := paragraph(t, tree.T(text)); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestInline(t *testing.T) {
	tests := []struct {
		text tree.Text
		want string
	}{
		{tree.T("a", tree.Strong{Text: tree.T(" b ")}, "c"), "a **b** c"},
		{tree.T("a", tree.Strong{Text: tree.T("b")}, "c"), "a**b**c"},
		{tree.T("a", tree.Emphasis{Text: tree.T("b")}, "c"), "abc"},
		{tree.T("a", tree.Strong{Text: tree.T("(b)")}, "c"), "a(b)c"},
		{tree.T(tree.Strong{Text: tree.T("a")}, tree.Strong{Text: tree.T("b")}), "**ab**"},
		{tree.T(tree.Strong{Text: tree.T("a ", tree.Strong{Text: tree.T("b")})}), "**a b**"},
		{tree.T(tree.Strong{Text: tree.T(tree.Emphasis{Text: tree.T("a")})}), "**_a_**"},
		{tree.T(tree.Code("a`b")), "``a`b``"},
		{tree.T(tree.Code("`")), "`` ` ``"},
		{tree.T(tree.Code("{{x}}")), "&#123;&#123;x&#125;&#125;"},
		{tree.T(tree.Code("a"), tree.Code("b")), "`ab`"},
		{tree.T("see!", tree.Link{Href: "x.html", Text: tree.T("x")}), `see\![x](x.md)`},
		{tree.T(tree.Link{Href: "javascript:x", Text: tree.T("x")}), "x"},
		{tree.T(tree.Link{Href: "https://x.example/a_(b)?c&d", Text: tree.T("x")}), "[x](https://x.example/a_%28b%29?c&amp;d)"},
		{tree.T("a", tree.Break{}, "- b", tree.Break{}), "a\\\n\\- b"},
	}
	for _, test := range tests {
		if got := paragraph(t, test.text); got != test.want {
			t.Errorf("%#v is written %q, want %q", test.text, got, test.want)
		}
	}
}

func TestCellLines(t *testing.T) {
	doc := &tree.Document{Name: "x", Title: "T", Intro: []tree.Block{&tree.Table{
		Head: []tree.Text{tree.T("A|B"), tree.T("C")},
		Rows: []tree.Row{{Cells: []tree.Cell{{tree.T("one"), tree.T("two.", tree.Break{}), tree.T(""), tree.T("three")}, {tree.T(tree.Code("x|y"))}}}, {}},
	}}}
	want := "# T\n\n| A\\|B | C |\n| --- | --- |\n| one; two. three | `x\\|y` |\n| | |\n"
	if got := writeString(t, doc, Options{}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestListsDoNotJoin(t *testing.T) {
	list := func(ordered bool) *tree.List {
		return &tree.List{Ordered: ordered, Items: []tree.Item{{Text: tree.T("a")}, {}}}
	}
	doc := &tree.Document{Name: "x", Title: "T", Intro: []tree.Block{
		list(false), list(false), list(false), list(true), list(true),
		&tree.List{Items: []tree.Item{{Text: tree.T("x"), List: &tree.List{Ordered: true, Start: 4, Items: []tree.Item{{Text: tree.T("y")}}}}}},
	}}
	want := "# T\n\n- a\n\n* a\n\n- a\n\n1) a\n\n1. a\n\n* x\n\n  4. y\n"
	if got := writeString(t, doc, Options{}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Links lead to identifiers that a renderer like GitHub's gives to headings.
func TestLinksLeadToHeadings(t *testing.T) {
	section := func(id, title string, blocks ...tree.Block) *tree.Section {
		return &tree.Section{ID: id, Title: tree.T(title), Blocks: blocks}
	}
	link := func(href string) tree.Inline { return tree.Link{Href: href, Text: tree.T(href)} }
	other := &tree.Document{Name: "other", Title: "Other", Sections: []*tree.Section{
		section("a", "What's in it?", &tree.Prose{Markdown: "# More"}), section("b", "More", &tree.List{Items: []tree.Item{{ID: "c", Text: tree.T("c")}}}),
	}}
	doc := &tree.Document{Name: "index", Title: "Top", Numbered: true, Sections: []*tree.Section{
		section("s", "Data & Ids_", &tree.Table{Head: []tree.Text{tree.T("x")}, Rows: []tree.Row{{ID: "data_store.x", Cells: []tree.Cell{{tree.T("x")}}}}}),
	}}
	doc.Intro = []tree.Block{&tree.Paragraph{Text: tree.T(
		link("#s"), " ", link("#data_store.x"), " ", link("index.html#s"), " ", link("#nowhere"), " ",
		link("other.html"), " ", link("other.html#a"), " ", link("other.html#c"), " ", link("other.html#x"), " ",
		link("data-map.html"), " ", link("data-map.svg"), " ", link("https://example.com/x.html"),
	)}}
	var got []string
	_, root := readShape(t, []byte(writeString(t, doc, Options{Pages: []*tree.Document{doc, other}})))
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "a" {
			got = append(got, attr(n, "href"))
		}
	}
	want := []string{
		"#1-data--ids_", "#1-data--ids_", "#1-data--ids_", "other.md", "other.md#whats-in-it", "other.md#more-1", "other.md",
		"data-map.html", "data-map.svg", "https://example.com/x.html",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs (-want +got):\n%s", diff)
	}
	if got := writeString(t, &tree.Document{Name: "x", Title: "T", Intro: []tree.Block{&tree.Paragraph{Text: tree.T(link("data-map.html#x"))}}}, Options{LinkExtension: "/"}); !strings.Contains(got, "](data-map/)") {
		t.Errorf("got %q", got)
	}
}

// Nothing in the output is markup to HTML, MDX or Liquid, outside code.
func TestOutputHoldsNoMarkup(t *testing.T) {
	for _, s := range treetest.Hostile() {
		got := paragraph(t, tree.T(s))
		for _, mark := range []string{"<", "{", "}"} {
			if strings.Contains(got, mark) {
				t.Errorf("%q is written %q", s, got)
			}
		}
	}
}

// Prose keeps what it says on its way through Markdown.
func TestHostileProse(t *testing.T) {
	for _, s := range treetest.Hostile() {
		doc := &tree.Document{Name: "x", Title: "T", Intro: []tree.Block{
			&tree.Prose{Markdown: s}, &tree.Prose{Markdown: "- [see](" + s + ")\n- <" + s + ">\n\n> " + s + "\n\n# " + s + "\n\n| a | b |\n|---|---|\n| " + s + " | c |\n"},
		}}
		md := writeString(t, doc, Options{})
		_, root := readShape(t, []byte(md))
		if t.Failed() {
			t.Fatalf("%q is written:\n%s", s, md)
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "a" {
				if _, ok := tree.Target(attr(n, "href")); !ok {
					t.Errorf("%q leads to %q", s, attr(n, "href"))
				}
			}
		}
	}
}
