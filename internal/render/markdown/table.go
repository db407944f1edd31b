package markdown

import (
	"strings"

	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/tree"
)

func (w *writer) table(t *tree.Table) string {
	if len(t.Head) == 0 {
		return ""
	}
	var b strings.Builder
	if len(t.Caption) > 0 {
		b.WriteString(w.text(tree.T(tree.Emphasis{Text: t.Caption})) + "\n\n")
	}
	head := make([]string, len(t.Head))
	for i, h := range t.Head {
		head[i] = w.cellText(h)
	}
	writeRow(&b, head)
	b.WriteString("\n|" + strings.Repeat(" --- |", len(head)))
	rows := parallel.Map(len(t.Rows), func(i int) string { return w.row(t.Rows[i], len(head)) })
	return strings.Join(append([]string{b.String()}, rows...), "\n")
}

func (w *writer) row(r tree.Row, width int) string {
	cells := make([]string, width)
	for i := range min(width, len(r.Cells)) {
		cells[i] = w.cell(r.Cells[i])
	}
	var b strings.Builder
	writeRow(&b, cells)
	return b.String()
}

func writeRow(b *strings.Builder, cells []string) {
	size := 1
	for _, c := range cells {
		size += len(c) + len("  |")
	}
	b.Grow(size)
	b.WriteByte('|')
	for _, c := range cells {
		b.WriteByte(' ')
		if c != "" {
			b.WriteString(c)
			b.WriteByte(' ')
		}
		b.WriteByte('|')
	}
}

// cell puts the lines of a cell beside each other.
func (w *writer) cell(c tree.Cell) string {
	if len(c) == 1 {
		return w.cellText(c[0])
	}
	var b strings.Builder
	ended := true
	for _, line := range c {
		s := w.cellText(line)
		if s == "" {
			continue
		}
		switch {
		case b.Len() == 0:
		case ended:
			b.WriteByte(' ')
		default:
			b.WriteString("; ")
		}
		b.WriteString(s)
		plain := tree.PlainText(line)
		ended = strings.HasSuffix(plain, ".") || strings.HasSuffix(plain, "!") || strings.HasSuffix(plain, "?") ||
			strings.HasSuffix(plain, ":") || strings.HasSuffix(plain, ";") || strings.HasSuffix(plain, ",")
	}
	return b.String()
}
