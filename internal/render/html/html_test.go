package html

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

var update = flag.Bool("update", false, "rewrite the expected output")

var site = Site{
	Title: "Example Service",
	Pages: []Page{{Name: "index", Title: "Privacy policy"}, {Name: "subprocessors", Title: "Subprocessors"}, {Name: "changes", Title: "Changes"}},
	Others: []Alternate{
		{"text/markdown", "index.md", "Markdown"},
		{"application/json", "manifest.json", "JSON"},
	},
}

func render(t *testing.T, doc *tree.Document, s Site) []byte {
	t.Helper()
	page, err := Encode(doc, s)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestGolden(t *testing.T) {
	plain := &tree.Document{Name: "empty", Title: "Empty", Language: "he"}
	for name, page := range map[string][]byte{
		"sample.html": render(t, treetest.Document(), site),
		"empty.html":  render(t, plain, Site{}),
	} {
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, page, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(page)); diff != "" {
			t.Errorf("%s differs (-want +got):\n%s", name, diff)
		}
	}
}

// allowed are the elements of a page, with their attributes.
var allowed = map[string]string{
	"html": "lang dir", "head": "", "meta": "charset name content http-equiv", "title": "", "link": "rel type href title",
	"body": "", "a": "href class aria-current type lang", "header": "class", "div": "class id role tabindex aria-label", "p": "class", "nav": "aria-label class",
	"ul": "", "ol": "start", "li": "id", "main": "id", "details": "class", "summary": "", "h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "",
	"section": "id", "span": "class lang", "strong": "", "em": "", "code": "", "br": "", "hr": "", "pre": "", "blockquote": "", "dl": "", "dt": "", "dd": "",
	"table": "", "caption": "", "thead": "", "tbody": "", "tr": "id", "th": "scope data-label", "td": "data-label",
	"figure": "", "figcaption": "", "footer": "class",
	"svg": "xmlns id role aria-labelledby viewBox width height", "g": "fill stroke font-size text-anchor", "rect": "x y width height rx", "path": "d", "text": "x y",
}

// inert reports what on a page could act: an element or an attribute that is not
// among those that we write, an address that leads where it may not.
func inert(t *testing.T, name string, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			t.Errorf("%s: there is a comment %q", name, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		attrs, ok := allowed[n.Data]
		if !ok {
			t.Errorf("%s: there is an element %s", name, n.Data)
		}
		for _, a := range n.Attr {
			known := strings.Contains(" "+attrs+" ", " "+a.Key+" ") || n.Namespace == "svg" && a.Key == "id"
			if !known {
				t.Errorf("%s: there is an attribute %s of %s", name, a.Key, n.Data)
			}
			if a.Key == "href" && !harmlessAddress(a.Val) {
				t.Errorf("%s: there is a link to %q", name, a.Val)
			}
			if a.Key == "http-equiv" && a.Val != "Content-Security-Policy" {
				t.Errorf("%s: there is a meta element for %q", name, a.Val)
			}
		}
	}
	return root
}

// harmlessAddress judges an address in another way than tree.Target does.
func harmlessAddress(href string) bool {
	for _, prefix := range []string{"https://", "http://", "mailto:", "tel:", "#"} {
		if strings.HasPrefix(strings.ToLower(href), prefix) {
			return true
		}
	}
	path := href[:len(href)-len(strings.TrimLeft(href, "/.-_~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))]
	rest := href[len(path):]
	return !strings.HasPrefix(href, "//") && (rest == "" || rest[0] == '?' || rest[0] == '#')
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func find(root *html.Node, id string) *html.Node {
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && a.Val == id {
				return n
			}
		}
	}
	return nil
}

// Every hostile string stands in every place that takes text, a link or prose. None
// comes alive, and where text is literal, readers see it.
func TestHostileStringsAreInert(t *testing.T) {
	hostile := treetest.Hostile()
	if len(hostile) < 150 {
		t.Fatalf("there are only %d hostile strings", len(hostile))
	}
	for _, s := range hostile {
		doc := &tree.Document{
			Name: "index", Title: s, Language: s,
			Sections: []*tree.Section{{
				ID: "literal", Title: tree.T(s),
				Blocks: []tree.Block{
					&tree.List{Items: []tree.Item{{ID: "plain", Text: tree.T(s)}, {ID: "code", Text: tree.T(tree.Code(s))}}},
					&tree.Paragraph{Text: tree.T(tree.Strong{Text: tree.T(s)}, tree.Link{Href: s, Text: tree.T(s)})},
					&tree.Table{Caption: tree.T(s), Head: []tree.Text{tree.T(s), tree.T(s)}, Rows: []tree.Row{{Cells: []tree.Cell{{tree.T(s)}, {tree.T(s), tree.T(s)}}}}},
					&tree.Definitions{Entries: []tree.Definition{{Term: tree.T(s), About: []tree.Block{&tree.Verbatim{Text: s}}}}},
					&tree.Figure{SVG: []byte(treetest.Drawing), File: s, Caption: tree.T(s), Alt: s},
					&tree.Prose{Markdown: s},
					&tree.Prose{Markdown: "[x](" + s + ") ![x](" + s + ") [y][z] <" + s + ">\n\n[z]: " + s + "\n\n" + s},
					&tree.Prose{Markdown: "| " + s + " | a |\n| - | :-: |\n| " + s + " | b |\n\n- " + s + "\n\n> " + s + "\n\n# " + s},
				},
			}},
		}
		page := render(t, doc, Site{Title: s, Pages: []Page{{Name: "index", Title: s}, {Name: "other", Title: s}}, Others: []Alternate{{s, s, s}}, Words: Words{Skip: s, Pages: s, Contents: s}})
		root := inert(t, s, page)
		want := tree.PlainText(tree.T(s))
		for _, id := range []string{"plain", "code"} {
			if got := textOf(find(root, id)); strings.TrimSpace(tree.Clean(got)) != want {
				t.Errorf("%q became %q", s, got)
			}
		}
	}
}

func TestRandomPagesAreInert(t *testing.T) {
	for seed := range uint64(200) {
		inert(t, "random page", render(t, treetest.Random(rand.New(rand.NewPCG(seed, 2))), site))
	}
}

func TestDrawingsThatActAreRefused(t *testing.T) {
	in := func(s string) string { return `<svg xmlns="http://www.w3.org/2000/svg">` + s + `</svg>` }
	for _, svg := range []string{
		in(`<script>alert(1)</script>`), in(`<foreignObject/>`), in(`<image href="x"/>`), in(`<use href="#x"/>`), in(`<animate/>`), in(`<set/>`),
		in(`<g onclick="x"/>`), in(`<g ONCLICK="x"/>`), in(`<g style="x"/>`), in(`<a href="javascript:x">x</a>`),
		in(`<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:x">x</a>`), in(`<style>@import "x";</style>`), in(`<style>*{fill:url(//x)}</style>`),
		in(`<style>*{fill:ur\6c (//x)}</style>`), in(`<rect fill="url(https://x)"/>`), in(`<!-- x -->`), in(`<?x y?>`), in(`<![CDATA[`), in(`<g>`), in(`&nbsp;`),
		`<svg onload="x" xmlns="http://www.w3.org/2000/svg"/>`, `<?xml version="1.0"?>` + in(""), `<!DOCTYPE svg>` + in(""), `<script>alert(1)</script>`, `<svg><g/></svg>`,
		`<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script/></x:svg>`, in(`<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>`), `<svg`,
	} {
		doc := &tree.Document{Name: "x", Title: "x", Language: "en", Intro: []tree.Block{&tree.Figure{SVG: []byte(svg), Alt: "x"}}}
		if _, err := Encode(doc, Site{}); err == nil {
			t.Errorf("%s was drawn", svg)
		}
	}
	if err := checkDrawing([]byte(in(`<style>#x text{fill:url(#y)}</style><text>curl(1), @import</text><a href="index.html#b"><path d="M0 0"/></a>`)), map[string]bool{}); err != nil {
		t.Errorf("a harmless drawing was refused: %v", err)
	}
}

func TestDrawingsShareNoIdentifierWithThePage(t *testing.T) {
	doc := &tree.Document{Name: "x", Title: "x", Language: "en", Sections: []*tree.Section{{
		ID: "page-map", Title: tree.T("Map"), Blocks: []tree.Block{&tree.Figure{SVG: []byte(treetest.Drawing), Alt: "x"}},
	}}}
	if _, err := Encode(doc, Site{}); err == nil {
		t.Error("two elements have one identifier")
	}
}

func TestProseIsRead(t *testing.T) {
	for _, p := range prose.Check(treetest.Prose) {
		t.Errorf("line %d: %s", p.Line, p.Message)
	}
	if err := tree.Check(treetest.Document()); err != nil {
		t.Error(err)
	}
}
