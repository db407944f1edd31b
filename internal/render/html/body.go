package html

import (
	"strconv"

	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/prose"
	"github.com/privity/privity/internal/render/tree"
)

// writer writes the body of a page.
type writer struct {
	markup
	*body
	done [][]byte // what stands before the markup under way
}

// body is what the writers of one page share.
type body struct {
	numbers  map[*tree.Section]string
	drawings map[*tree.Figure]bool // those that may stand on the page
	open     string                // the link from a drawing to its file
	language string                // of the page
}

// batch is how many rows, items or definitions one core writes at a time.
const batch = 64

// each writes n things in their order. Where they are many, all cores take part.
func (w *writer) each(n int, write func(w *writer, i int)) {
	if n <= batch {
		for i := range n {
			write(w, i)
		}
		return
	}
	parts := make([]writer, (n+batch-1)/batch)
	parallel.For(len(parts), func(k int) {
		part := &parts[k]
		part.body = w.body
		part.html = make([]byte, 0, usual)
		for i := k * batch; i < min(n, (k+1)*batch); i++ {
			write(part, i)
		}
	})
	w.flush()
	for i := range parts {
		parts[i].flush()
		w.done = append(w.done, parts[i].done...)
	}
}

// usual is how many bytes a batch often has.
const usual = 24 << 10

// flush puts what was written with what is done.
func (w *writer) flush() {
	w.done = append(w.done, w.html)
	w.html = nil
}

func (w *writer) sections(sections []*tree.Section, level int) {
	for _, s := range sections {
		w.put("<section")
		w.attr(` id="`, s.ID)
		w.put(">\n")
		w.heading(level, w.numbers[s], s.Title)
		w.blocks(s.Blocks, level)
		w.sections(s.Sections, level+1)
		w.put("</section>\n")
	}
}

// headings are the tags of each level that a heading inside a page may have.
var headings = [...]struct{ opens, closes tag }{
	2: {"<h2>", "</h2>\n"}, 3: {"<h3>", "</h3>\n"}, 4: {"<h4>", "</h4>\n"}, 5: {"<h5>", "</h5>\n"}, 6: {"<h6>", "</h6>\n"},
}

func (w *writer) heading(level int, number string, t tree.Text) {
	h := headings[min(level, 6)]
	w.put(h.opens)
	if number != "" {
		w.put(`<span class="number">`)
		w.text(number)
		w.put("</span> ")
	}
	w.line(t)
	w.put(h.closes)
}

// blocks writes blocks below a heading of the given level.
func (w *writer) blocks(blocks []tree.Block, level int) {
	for _, b := range blocks {
		w.block(b, level)
	}
}

func (w *writer) block(b tree.Block, level int) {
	switch b := b.(type) {
	case *tree.Paragraph:
		w.put("<p>")
		w.line(b.Text)
		w.put("</p>\n")
	case *tree.List:
		w.list(b, level)
	case *tree.Table:
		w.table(b)
	case *tree.Definitions:
		w.definitions(b, level)
	case *tree.Figure:
		w.figure(b)
	case *tree.Prose:
		w.prose(b, level)
	case *tree.Heading:
		w.heading(level+b.Depth, "", b.Text)
	case *tree.Quote:
		w.put("<blockquote>\n")
		w.blocks(b.Blocks, level)
		w.put("</blockquote>\n")
	case *tree.Verbatim:
		w.put("<pre><code>")
		w.verbatim(b.Text)
		w.put("</code></pre>\n")
	case *tree.Rule:
		w.put("<hr>\n")
	}
}

// prose writes what the author wrote, and says in which language where that is not
// the page's.
func (w *writer) prose(p *tree.Prose, level int) {
	if p.Language == "" {
		w.blocks(prose.Blocks(p.Markdown), level)
		return
	}
	foreign := p.Language != w.language
	if foreign {
		w.put("<div")
		w.attr(` lang="`, p.Language)
		w.put(">\n")
	}
	w.blocks(prose.BlocksIn(p.Language, p.Markdown), level)
	if foreign {
		w.put("</div>\n")
	}
}

func (w *writer) list(l *tree.List, level int) {
	if !l.Ordered {
		w.put("<ul>\n")
		w.items(l, level)
		w.put("</ul>\n")
		return
	}
	w.put("<ol")
	if l.Start > 1 {
		w.attr(` start="`, strconv.Itoa(l.Start))
	}
	w.put(">\n")
	w.items(l, level)
	w.put("</ol>\n")
}

func (w *writer) items(l *tree.List, level int) {
	w.each(len(l.Items), func(w *writer, i int) {
		item := l.Items[i]
		w.put("<li")
		w.id(item.ID)
		w.put(">")
		w.line(item.Text)
		w.below(item, level)
		w.put("</li>\n")
	})
}

// below writes what stands below the text of an item, on lines of its own.
func (w *writer) below(item tree.Item, level int) {
	w.unlessEmpty("\n", func() {
		if item.List != nil {
			w.list(item.List, level)
		}
		w.blocks(item.Blocks, level)
	}, "")
}

// unlessEmpty writes something between two tags, or nothing where it is nothing.
func (w *writer) unlessEmpty(opens tag, something func(), closes tag) {
	start := len(w.html)
	w.put(opens)
	inside, before := len(w.html), len(w.done)
	something()
	if len(w.html) == inside && len(w.done) == before {
		w.html = w.html[:start]
		return
	}
	w.put(closes)
}

func (w *writer) definitions(d *tree.Definitions, level int) {
	w.put("<dl>\n")
	w.each(len(d.Entries), func(w *writer, i int) {
		entry := d.Entries[i]
		w.put("<div")
		w.id(entry.ID)
		w.put(">\n<dt>")
		w.line(entry.Term)
		w.put("</dt>\n<dd>\n")
		w.blocks(entry.About, level)
		w.put("</dd>\n</div>\n")
	})
	w.put("</dl>\n")
}
