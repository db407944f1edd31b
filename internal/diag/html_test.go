package diag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func explained(c Code) string {
	if _, ok := Page(c); !ok {
		return ""
	}
	return "/explain/" + string(c)
}

func TestHTML(t *testing.T) {
	for _, c := range textCases(t) {
		if c.name == "many" || c.name == "quiet" { // the limit is in another, and there is no quiet
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := WriteHTML(&b, c.list, HTMLOptions{Limit: c.options.Limit, Folder: c.options.Folder, Explain: explained}); err != nil {
				t.Fatal(err)
			}
			golden(t, "html/"+c.name+".html", b.Bytes())
			inertHTML(t, b.String())
		})
	}
}

func TestPieces(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"plain":                  "plain",
		"write `a.b`":            "write <a.b>",
		"`a` or `b`.":            "<a> or <b>.",
		"a ` alone":              "a ` alone",
		"`a` and one ` too many": "<a> and one ` too many",
	} {
		var b strings.Builder
		for _, p := range piecesOf(text) {
			if p.Code {
				p.Text = "<" + p.Text + ">"
			}
			b.WriteString(p.Text)
		}
		if b.String() != want {
			t.Errorf("%q is divided into %q, want %q", text, b.String(), want)
		}
	}
}

// writtenElements are all that findings are made of.
var writtenElements = []string{"a", "article", "code", "div", "h2", "li", "mark", "ol", "p", "pre", "span", "ul"}

// inertHTML fails where findings hold anything but their elements, with a class or an
// address, or characters that mislead a reader.
func inertHTML(t testing.TB, text string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			t.Fatalf("what is no element: %s", tokens.Raw())
		case html.TextToken:
			inert(t, strings.ReplaceAll(string(tokens.Text()), "::", "")) // no runner reads a page
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if !slices.Contains(writtenElements, token.Data) {
				t.Fatalf("the element %s", token)
			}
			for _, a := range token.Attr {
				allowed := a.Key == "class" || a.Key == "href" && strings.HasPrefix(a.Val, "/explain/PV")
				if !allowed {
					t.Fatalf("the attribute %s=%q", a.Key, a.Val)
				}
			}
		}
	}
}
