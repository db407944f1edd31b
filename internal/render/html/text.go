package html

import "github.com/privity/privity/internal/render/tree"

// line adds a run of text without white space around it.
func (m *markup) line(t tree.Text) {
	start := len(m.html)
	m.inline(t, false)
	m.trim(start)
}

func (m *markup) inline(t tree.Text, inLink bool) {
	for _, n := range t {
		switch n := n.(type) {
		case tree.Plain:
			m.text(tree.Unbroken(string(n)))
		case tree.Code:
			m.put("<code>")
			m.text(string(n))
			m.put("</code>")
		case tree.Strong:
			m.put("<strong>")
			m.inline(n.Text, inLink)
			m.put("</strong>")
		case tree.Emphasis:
			m.put("<em>")
			m.inline(n.Text, inLink)
			m.put("</em>")
		case tree.Stated:
			m.inline(n.Text, inLink)
		case tree.Inserted:
			m.put("<ins>")
			m.inline(n.Text, inLink)
			m.put("</ins>")
		case tree.Deleted:
			m.put("<del>")
			m.inline(n.Text, inLink)
			m.put("</del>")
		case tree.Foreign:
			m.put("<span")
			m.attr(` lang="`, n.Language)
			m.put(">")
			m.inline(n.Text, inLink)
			m.put("</span>")
		case tree.Break:
			m.put("<br>")
		case tree.Link:
			m.link(n, inLink)
		}
	}
}

// link adds a link, or its text where it leads nowhere that it may. Links do not
// stand in each other.
func (m *markup) link(n tree.Link, inLink bool) {
	href, ok := tree.Target(n.Href)
	if !ok || inLink {
		m.inline(n.Text, inLink)
		return
	}
	m.put("<a")
	m.attr(` href="`, href)
	m.put(">")
	m.inline(n.Text, true)
	m.put("</a>")
}
