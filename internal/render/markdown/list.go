package markdown

import (
	"strconv"
	"strings"

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
	for i, item := range l.Items {
		if body := w.item(item, level); body != "" {
			mark := bullet(l, i, alternate)
			items = append(items, indent(body, mark+" ", strings.Repeat(" ", len(mark)+1)))
		}
	}
	return strings.Join(items, between)
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
