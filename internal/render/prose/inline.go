package prose

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	goldmark "github.com/yuin/goldmark/renderer/html"

	"github.com/privity/privity/internal/render/tree"
)

// maxInline bounds how deep emphasis and links stand in each other; below it, only
// their text is kept.
const maxInline = 16

func (r *reader) text(n ast.Node) tree.Text { return r.inlines(n, 0) }

func (r *reader) inlines(parent ast.Node, depth int) tree.Text {
	var t tree.Text
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t = append(t, r.inline(n, depth)...)
	}
	return t
}

func (r *reader) inline(n ast.Node, depth int) tree.Text {
	switch n := n.(type) {
	case *ast.Text:
		return r.words(n)
	case *ast.String:
		return tree.T(string(n.Value))
	case *ast.CodeSpan:
		return tree.T(tree.Code(r.code(n)))
	case *ast.AutoLink:
		return r.link(n, autoTarget(n, r.source), tree.T(string(n.Label(r.source))))
	case *ast.RawHTML:
		r.refuse(start(n), "HTML is not allowed in this text. Write Markdown, or put a backslash before the \"<\" to print it.")
		return tree.T(string(n.Segments.Value(r.source)))
	}
	inner := r.inlines(n, depth+1)
	switch n := n.(type) {
	case *ast.Emphasis:
		return emphasis(n.Level, inner, depth)
	case *ast.Link:
		return r.link(n, unescape(n.Destination), inner)
	case *ast.Image:
		r.refuse(start(n), "Pictures are not allowed in this text: what is loaded from elsewhere tells others who reads the page. Link to it instead.")
	}
	return inner
}

func emphasis(level int, inner tree.Text, depth int) tree.Text {
	switch {
	case depth >= maxInline || tree.PlainText(inner) == "":
		return inner
	case level == 2:
		return tree.T(tree.Strong{Text: inner})
	}
	return tree.T(tree.Emphasis{Text: inner})
}

func (r *reader) link(n ast.Node, href string, inner tree.Text) tree.Text {
	if tree.PlainText(inner) == "" {
		return inner
	}
	if _, ok := tree.Target(href); !ok {
		r.refuse(start(n), "The link to %q is not allowed. Links may lead to other pages of the site, and to addresses that begin with https:, http:, mailto: or tel:.", shorten(href))
		return inner
	}
	if r.targets += len(href); r.targets > maxTargets {
		r.refuse(start(n), "The links in this text are more than %d bytes long in all. Divide the text.", maxTargets)
		return inner
	}
	return tree.T(tree.Link{Href: href, Text: inner})
}

func shorten(href string) string {
	const most = 80
	if len(href) <= most {
		return href
	}
	return strings.ToValidUTF8(href[:most], "") + "…"
}

func autoTarget(n *ast.AutoLink, source []byte) string {
	target := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		return "mailto:" + target
	}
	return target
}

// words returns a stretch of text, with the end of its line.
func (r *reader) words(n *ast.Text) tree.Text {
	s := string(n.Segment.Value(r.source))
	if !n.IsRaw() {
		s = unescape([]byte(s))
	}
	s = tree.TypographicIn(r.language, s)
	switch {
	case n.HardLineBreak():
		return tree.T(s, tree.Break{})
	case n.SoftLineBreak():
		return tree.T(s + " ")
	}
	return tree.T(s)
}

func (r *reader) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			b.Write(child.Segment.Value(r.source))
		case *ast.String:
			b.Write(child.Value)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// unescape resolves backslashes and character references in one pass, as goldmark
// does when it writes HTML.
func unescape(source []byte) string {
	if bytes.IndexByte(source, '\\') < 0 && bytes.IndexByte(source, '&') < 0 {
		return string(source)
	}
	var b bytes.Buffer
	w := bufio.NewWriterSize(&b, len(source))
	goldmark.DefaultWriter.Write(w, source)
	_ = w.Flush() // a bytes.Buffer takes everything
	return html.UnescapeString(b.String())
}
