package markdown

import (
	"strconv"
	"strings"

	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/render/tree"
)

// list returns a list. The alternate marks tell it from a list right before it. An
// item without anything in it is left out: under a line of text, its mark alone
// would make a heading of that line.
func (w *writer) list(l *tree.List, level int, alternate bool) string {
	between := "\n"
	for _, item := range l.Items {
		if len(item.Blocks) > 0 {
			between = "\n\n"
		}
	}
	var items []string
	for _, item := range parallel.Map(len(l.Items), func(i int) string { return w.listItem(l, i, level, alternate) }) {
		if item != "" {
			items = append(items, item)
		}
	}
	return strings.Join(items, between)
}

func (w *writer) listItem(l *tree.List, i, level int, alternate bool) string {
	body := w.item(l.Items[i], level)
	if body == "" {
		return ""
	}
	mark := bullet(l, i, alternate)
	return indent(body, mark+" ", strings.Repeat(" ", len(mark)+1))
}

func bullet(l *tree.List, i int, alternate bool) string {
	marks := [2]string{"-", "*"}
	if l.Ordered {
		n := strconv.Itoa(max(l.Start, 1) + i)
		marks = [2]string{n + ".", n + ")"}
	}
	if alternate {
		return marks[1]
	}
	return marks[0]
}

func (w *writer) item(item tree.Item, level int) string {
	body := w.text(item.Text)
	if item.List != nil && len(item.List.Items) > 0 {
		switch {
		case body == "":
		case item.List.Ordered && item.List.Start > 1:
			body += "\n\n" // only a list that begins with 1 may follow text at once
		default:
			body += "\n"
		}
		body += w.list(item.List, level, false)
	}
	more := w.blocks(item.Blocks, level)
	if body != "" && more != "" {
		body += "\n\n"
	}
	return body + more
}
