// Package markdown writes documents as CommonMark with the tables of GitHub's
// dialect.
//
// The file is made to be read twice: as it is, and by renderers that nobody here
// has seen. So a paragraph is one line, marks are escaped only where some renderer
// would act on them, and there is no HTML in it. Beyond CommonMark, the braces of
// MDX and Liquid, the mathematics of GitHub, and the imports of MDX are kept from
// meaning anything.
//
// What Markdown has no form for is said with what it has:
//
//   - The lines of one table cell stand beside each other, divided by "; ", or by a
//     space after a line that ends in punctuation.
//   - A definition is a list item that begins with its term in strong text.
//   - A link to a place on a page leads to the heading above that place, by the
//     identifier that GitHub and its like derive from the heading's text.
//   - A heading has its number in its text.
package markdown

import (
	"strings"

	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
)

// Options say how a document stands among others.
type Options struct {
	// LinkExtension takes the place of ".html" in links to pages; ".md" if empty.
	LinkExtension string
	// Pages are the documents of the site that are written as Markdown. Links to
	// other pages keep ".html". If nil, every page is taken to be there, and links
	// to places on other pages lead to the page.
	Pages []*tree.Document
	// Languages stands below the heading: links to the document in other languages.
	Languages tree.Text
}

// Encode returns a document as Markdown.
func Encode(doc *tree.Document, o Options) []byte {
	if o.LinkExtension == "" {
		o.LinkExtension = ".md"
	}
	var out pieces
	newWriter(doc, o).document(&out, doc, o.Languages)
	return out.joined()
}

// pieces are what a document is made of, in its order.
type pieces []string

func (p *pieces) add(s ...string) { *p = append(*p, s...) }

func (p pieces) joined() []byte {
	size := 0
	for _, s := range p {
		size += len(s)
	}
	all := make([]byte, 0, size)
	for _, s := range p {
		all = append(all, s...)
	}
	return all
}

// writer turns blocks into Markdown.
type writer struct {
	numbers map[*tree.Section]string
	links   links
}

func newWriter(doc *tree.Document, o Options) *writer {
	return &writer{numbers: tree.Numbers(doc), links: newLinks(doc, o)}
}

func (w *writer) document(out *pieces, doc *tree.Document, languages tree.Text) {
	out.add("# ", w.headingText(doc.Headed()), "\n")
	w.part(out, []tree.Block{&tree.Paragraph{Text: languages}}, 2)
	w.part(out, doc.Intro, 2)
	w.sections(out, doc.Sections, 2)
	if len(doc.Footer) > 0 {
		out.add("\n---\n")
		w.part(out, doc.Footer, 2)
	}
}

func (w *writer) part(out *pieces, blocks []tree.Block, level int) {
	if s := w.blocks(blocks, level); s != "" {
		out.add("\n", s, "\n")
	}
}

func (w *writer) sections(out *pieces, sections []*tree.Section, level int) {
	for _, s := range sections {
		title := s.Title
		if n := w.numbers[s]; n != "" {
			title = tree.T(n+" ", title)
		}
		out.add("\n", w.heading(title, level), "\n")
		w.part(out, s.Blocks, level+1)
		w.sections(out, s.Sections, level+1)
	}
}

// heading returns a heading; CommonMark has six levels.
func (w *writer) heading(t tree.Text, level int) string {
	return strings.Repeat("#", min(level, 6)) + " " + w.headingText(t)
}

// blocks returns blocks with an empty line between them. Headings inside them have
// the given level or one below it.
func (w *writer) blocks(blocks []tree.Block, level int) string {
	var parts []string
	var before tree.Block
	alternate := false
	for _, b := range blocks {
		alternate = joins(before, b) && !alternate
		var s string
		switch b := b.(type) {
		case *tree.List:
			s = w.list(b, level, alternate)
		case *tree.Prose:
			s = w.blocks(proseBlocks(b), level)
		default:
			s = w.block(b, level)
		}
		if s != "" {
			parts = append(parts, s)
			before = b
		}
	}
	return strings.Join(parts, "\n\n")
}

// joins reports whether a reader would take b for the continuation of the list
// before it. Prose may end in a list of either kind.
func joins(before, b tree.Block) bool {
	return isList(before) && isList(b)
}

func isList(b tree.Block) bool {
	switch b.(type) {
	case *tree.List, *tree.Definitions, *tree.Prose:
		return true
	}
	return false
}

// proseBlocks is what the author wrote, in the language that it is in.
func proseBlocks(p *tree.Prose) []tree.Block {
	if p.Language == "" {
		return prose.Blocks(p.Markdown)
	}
	return prose.BlocksIn(p.Language, p.Markdown)
}

func (w *writer) block(b tree.Block, level int) string {
	switch b := b.(type) {
	case *tree.Paragraph:
		return w.text(b.Text)
	case *tree.Table:
		return w.table(b)
	case *tree.Definitions:
		return w.definitions(b, level)
	case *tree.Figure:
		return w.figure(b)
	case *tree.Heading:
		return w.heading(b.Text, level+b.Depth-1)
	case *tree.Quote:
		return indent(w.blocks(b.Blocks, level), "> ", "> ")
	case *tree.Verbatim:
		return w.verbatim(b.Text)
	case *tree.Rule:
		return "* * *"
	}
	return ""
}

func (w *writer) definitions(d *tree.Definitions, level int) string {
	l := &tree.List{}
	for _, e := range d.Entries {
		term, about := tree.T(tree.Strong{Text: e.Term}), e.About
		if len(about) > 0 {
			if p, ok := about[0].(*tree.Paragraph); ok {
				term, about = tree.T(term, " – ", p.Text), about[1:]
			}
		}
		l.Items = append(l.Items, tree.Item{Text: term, Blocks: about})
	}
	return w.list(l, level, false)
}

func (w *writer) figure(f *tree.Figure) string {
	picture := w.text(tree.T(f.Alt))
	if file, ok := tree.Target(f.File); ok {
		picture = "![" + w.labelText(tree.T(f.Alt)) + "](" + escapeTarget(file) + ")"
	}
	caption := w.text(tree.T(tree.Emphasis{Text: f.Caption}))
	if picture == "" || caption == "" {
		return picture + caption
	}
	return picture + "\n\n" + caption
}

// verbatim returns a fenced block. Liquid reads what stands in it as well; text
// that it would act on is written as a paragraph of as many lines.
func (w *writer) verbatim(s string) string {
	s = tree.CleanLines(s)
	lines := strings.Split(s, "\n")
	if !isTemplate(s) {
		fence := strings.Repeat("`", max(3, longestRun(s, '`')+1))
		return fence + "\n" + strings.Join(lines, "\n") + "\n" + fence
	}
	var t tree.Text
	for i, line := range lines {
		if i > 0 {
			t = append(t, tree.Break{})
		}
		t = append(t, tree.Plain(line))
	}
	return w.text(t)
}

// indent puts first before the first line, and rest before every other line that
// is not empty.
func indent(s, first, rest string) string {
	if s != "" && strings.IndexByte(s, '\n') < 0 {
		return first + s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i, line := range strings.Split(s, "\n") {
		prefix := rest
		if i == 0 {
			prefix = first
		} else {
			b.WriteByte('\n')
		}
		if line == "" {
			prefix = strings.TrimRight(prefix, " ")
		}
		b.WriteString(prefix)
		b.WriteString(line)
	}
	return b.String()
}
