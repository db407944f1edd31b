package diag

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

var newline = []byte("\n")

// mostChangedLines is how many lines of a fix are shown.
const mostChangedLines = 3

// A run is a run of bytes in text that was put together, and what marks it.
type run struct {
	start, end int
	symbol     string
}

// changed returns the first lines that a fix changes, as they would read, with
// the new text marked. It returns none where the fix only takes lines away, or
// stands in no file.
func changed(fix Fix, room int) []row {
	var rows []row
	eachChangedLine(sortedEdits(fix), mostChangedLines, func(text []byte, number int, marks []run, follows bool) {
		if !follows && len(rows) > 0 {
			rows = append(rows, row{gap: true})
		}
		rows = append(rows, drawChange(text, number, marks, room)...)
	})
	return rows
}

// eachChangedLine calls see with at most so many of the lines that edits change: the
// text that comes of edits which share lines, the number of the line, and the new
// text in it. A line follows the one before where no others may lie between them.
func eachChangedLine(edits []Edit, most int, see func(text []byte, number int, marks []run, follows bool)) {
	for shown := 0; len(edits) > 0 && shown < most; {
		n := 1
		for n < len(edits) && sameLine(edits[n-1], edits[n]) {
			n++
		}
		text, runs := apply(edits[:n])
		number := edits[0].Span.File.Position(int(edits[0].Span.Start)).Line
		for start, follows := 0, false; start <= len(text) && shown < most; number++ {
			end := lineEnd(text, start)
			if marks := within(runs, start, end); len(marks) > 0 && len(bytes.TrimSpace(text[start:end])) > 0 {
				see(text, number, marks, follows)
				shown++
				follows = true
			}
			start = end + 1
		}
		edits = edits[n:]
	}
}

// sortedEdits returns the edits in the file of the first, in order, those left
// out that overlap.
func sortedEdits(fix Fix) []Edit {
	var edits []Edit
	for _, e := range fix.Edits {
		if e.Span.IsZero() || len(edits) > 0 && e.Span.File != edits[0].Span.File {
			continue
		}
		e.Span = clamp(e.Span)
		edits = append(edits, e)
	}
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	kept := edits[:0]
	for _, e := range edits {
		if n := len(kept); n == 0 || e.Span.Start >= kept[n-1].Span.End {
			kept = append(kept, e)
		}
	}
	return kept
}

func sameLine(a, b Edit) bool {
	content := a.Span.File.Bytes
	return int(b.Span.Start) <= lineEnd(content, int(a.Span.End))
}

// apply puts the new text of the edits into the lines that they touch. Of very
// long lines only the surroundings are kept.
func apply(edits []Edit) (text []byte, runs []run) {
	content := edits[0].Span.File.Bytes
	first, last := int(edits[0].Span.Start), int(edits[len(edits)-1].Span.End)
	before := layOut(content, first)
	at := first
	if len(before.cells) > 0 {
		at = min(before.cells[0].at, first)
	}
	for _, e := range edits {
		text = append(text, content[at:e.Span.Start]...)
		start := len(text)
		text = append(text, e.New...)
		if e.New != "" || !bytes.Contains(content[e.Span.Start:e.Span.End], newline) {
			runs = append(runs, run{start, len(text), e.symbol()})
		}
		at = int(e.Span.End)
	}
	return append(text, content[last:min(lineEnd(content, last), last+reach)]...), runs
}

func (e Edit) symbol() string {
	if e.Span.Start == e.Span.End {
		return "+"
	}
	return "~"
}

// within returns the parts of runs that lie in a line. An empty run is where
// something was taken away.
func within(runs []run, start, end int) []run {
	var marks []run
	for _, r := range runs {
		part := run{max(r.start, start), min(r.end, end), r.symbol}
		if part.start < part.end || part == r {
			marks = append(marks, part)
		}
	}
	return marks
}

func drawChange(text []byte, number int, marks []run, room int) []row {
	l := layOut(text, marks[0].start)
	from, to := l.span(marks[0].start, marks[0].end)
	v := l.view(from, to, room)
	var under strings.Builder
	at := 0
	for _, m := range marks {
		from, to := l.span(skipIndent(text, m.start), m.end)
		from, to = max(from+v.shift, at), min(to+v.shift, v.width)
		if m.start == m.end || from >= to {
			continue
		}
		under.WriteString(strings.Repeat(" ", from-at) + strings.Repeat(m.symbol, to-from))
		at = to
	}
	rows := []row{{number: number, text: v.text}}
	if at > 0 {
		rows = append(rows, row{text: under.String(), change: true})
	}
	return rows
}
