package html

import (
	"strconv"

	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
)

// wide is the number of columns from which on the style sheet makes no difference.
const wide = 8

func (w *writer) table(t *tree.Table) {
	w.put("<div")
	w.attr(` class="table columns-`, strconv.Itoa(min(len(t.Head), wide)))
	w.put(">\n<table>\n")
	if len(t.Caption) > 0 {
		w.put("<caption>")
		w.line(t.Caption)
		w.put("</caption>\n")
	}
	w.put("<thead>\n<tr>")
	for _, h := range t.Head {
		w.put(`<th scope="col">`)
		w.line(h)
		w.put("</th>")
	}
	w.put("</tr>\n</thead>\n<tbody>\n")
	w.rows(t)
	w.put("</tbody>\n</table>\n</div>\n")
}

// rows gives every cell the text of its column's head, which names it where the
// head is out of sight.
func (w *writer) rows(t *tree.Table) {
	if len(t.Head) == 0 {
		return
	}
	labels := make([]string, len(t.Head))
	for i, h := range t.Head {
		labels[i] = tree.PlainText(h)
	}
	w.each(len(t.Rows), func(w *writer, i int) { w.row(t.Rows[i], labels) })
}

func (w *writer) row(r tree.Row, labels []string) {
	w.put("<tr")
	w.id(r.ID)
	w.put(">\n")
	for i, label := range labels {
		var c tree.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		if i == 0 {
			w.put(`<th scope="row"`)
			w.cell(label, c)
			w.put("</th>\n")
			continue
		}
		w.put("<td")
		w.cell(label, c)
		w.put("</td>\n")
	}
	w.put("</tr>\n")
}

// cell writes a cell from the middle of its tag on. Several lines become a list,
// in which each begins with a capital.
func (w *writer) cell(label string, c tree.Cell) {
	w.attr(` data-label="`, label)
	w.put(">")
	if len(c) == 1 {
		w.line(c[0])
	}
	if len(c) < 2 {
		return
	}
	w.put("<ul>")
	for _, line := range c {
		w.put("<li>")
		w.line(english.Capital(line))
		w.put("</li>")
	}
	w.put("</ul>")
}
