package html

import (
	"html/template"
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// text returns a run of text as markup. It is the only function that writes tags
// around what varies, and the elements that it knows are all there are.
func text(t tree.Text) template.HTML {
	var b strings.Builder
	writeText(&b, t, false)
	return template.HTML(strings.TrimSpace(b.String())) //nolint:gosec // writeText escapes everything that varies
}

func writeText(b *strings.Builder, t tree.Text, inLink bool) {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
			b.WriteString(escape(string(n)))
		case tree.Code:
			enclose(b, "code", func() { b.WriteString(escape(string(n))) })
		case tree.Strong:
			enclose(b, "strong", func() { writeText(b, n.Text, inLink) })
		case tree.Emphasis:
			enclose(b, "em", func() { writeText(b, n.Text, inLink) })
		case tree.Stated:
			writeText(b, n.Text, inLink)
		case tree.Break:
			b.WriteString("<br>")
		case tree.Link:
			writeLink(b, n, inLink)
		}
	}
}

// writeLink writes a link, or its text where it leads nowhere that it may. Links
// do not stand in each other.
func writeLink(b *strings.Builder, n tree.Link, inLink bool) {
	href, ok := tree.Target(n.Href)
	if !ok || inLink {
		writeText(b, n.Text, inLink)
		return
	}
	b.WriteString(`<a href="` + template.HTMLEscapeString(href) + `">`)
	writeText(b, n.Text, true)
	b.WriteString("</a>")
}

func enclose(b *strings.Builder, element string, inner func()) {
	b.WriteString("<" + element + ">")
	inner()
	b.WriteString("</" + element + ">")
}

func escape(s string) string { return template.HTMLEscapeString(tree.Clean(s)) }
