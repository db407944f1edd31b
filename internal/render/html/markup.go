package html

import (
	"bytes"

	"github.com/privity/privity/internal/render/tree"
)

// markup is HTML while it is written. There are three ways to add to it: a tag
// that stands in this package's source, text, and the value of an attribute. The
// latter two escape whatever they are given, so that nothing which varies is ever
// read as a tag.
type markup struct{ html []byte }

// A tag is markup that is a constant. Strings do not become tags: the compiler
// refuses them, and a test refuses the conversion.
type tag string

func (m *markup) put(t tag) { m.html = append(m.html, t...) }

// text adds text as it is printed.
func (m *markup) text(s string) { m.escape(tree.Clean(s)) }

// verbatim adds text with its spaces and lines.
func (m *markup) verbatim(s string) { m.escape(tree.CleanLines(s)) }

// attr adds an attribute in the tag under way: its name and what stands around it,
// such as ` id="`, and its value.
func (m *markup) attr(name tag, value string) {
	m.put(name)
	m.escape(value)
	m.put(`"`)
}

// id adds an identifier in the tag under way, unless it is empty.
func (m *markup) id(id string) {
	if id != "" {
		m.attr(` id="`, id)
	}
}

// escape adds what may stand between tags and between the quotes of an attribute.
func (m *markup) escape(s string) {
	done := 0
	for i := range len(s) {
		reference := references[s[i]]
		if reference == "" {
			continue
		}
		m.html = append(m.html, s[done:i]...)
		m.put(reference)
		done = i + 1
	}
	m.html = append(m.html, s[done:]...)
}

// references stand for the characters that mean something in HTML, and for the one
// that it does not know.
var references = [256]tag{'<': "&lt;", '>': "&gt;", '&': "&amp;", '"': "&#34;", '\'': "&#39;", 0: "\uFFFD"}

// trim takes the white space off both ends of what was added from start on.
func (m *markup) trim(start int) {
	m.html = append(m.html[:start], bytes.TrimSpace(m.html[start:])...)
}
