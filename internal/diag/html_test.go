package diag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/privity/privity/internal/source"
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

// What a finding is about shows through where marks overlap, and a line between that
// has nothing in it is not marked.
func TestMarkedLines(t *testing.T) {
	f := source.NewFile("f.hcl", []byte("a = one\n\nb = two\n"))
	whole := source.Span{File: f, Start: 0, End: 16}
	for _, c := range []struct {
		name  string
		marks []mark
		want  []string // lines: <cause>, (other), with nothing in them where they point
	}{
		{"an empty line", []mark{{whole, "", true}}, []string{"<a = one>", "", "<b = two>"}},
		{"the cause first", []mark{{at(t, f, "one", 1), "", true}, {whole, "", false}}, []string{"(a = )<one>", "", "(b = two)"}},
		{"the cause last", []mark{{whole, "", false}, {at(t, f, "two", 1), "", true}}, []string{"(a = one)", "", "(b = )<two>"}},
		{"two points", []mark{{point(at(t, f, "a ", 1)), "", true}, {point(at(t, f, "a ", 1)), "", false}}, []string{"a <>= one"}},
		{"a point at the end", []mark{{point(at(t, f, "one", 1)), "", false}}, []string{"a = one()"}},
	} {
		var got []string
		for _, line := range markedLines(c.marks) {
			got = append(got, spelled(line.Parts))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func spelled(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		switch p.Kind {
		case primary:
			b.WriteString("<" + p.Text + ">")
		case secondary:
			b.WriteString("(" + p.Text + ")")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
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
