package diag

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/source"
)

// A mark is a run of bytes that a snippet points at, and what it says there.
type mark struct {
	span    source.Span
	text    string
	primary bool
}

// marks are the places of a finding, its own first.
func (d *Diagnostic) marks() []mark {
	var marks []mark
	if !d.Span.IsZero() {
		marks = append(marks, mark{d.Span, shorten(cleanLine(d.Label), mostText), true})
	}
	for _, r := range d.Related {
		if !r.Span.IsZero() {
			marks = append(marks, mark{r.Span, shorten(cleanLine(r.Message), mostText), false})
		}
	}
	return marks
}

// byFile groups marks by their files, in the order in which those come first.
func byFile(marks []mark) [][]mark {
	var groups [][]mark
next:
	for _, m := range marks {
		for i, group := range groups {
			if group[0].span.File == m.span.File {
				groups[i] = append(group, m)
				continue next
			}
		}
		groups = append(groups, []mark{m})
	}
	return groups
}

func (m mark) symbol() string {
	if m.primary {
		return "^"
	}
	return "-"
}

// clamp brings a span within its file, the right way round.
func clamp(s source.Span) source.Span {
	size := int32(len(s.File.Bytes))
	s.Start = min(max(s.Start, 0), size)
	s.End = min(max(s.End, s.Start), size)
	return s
}

// A stroke is the part of a mark that lies in one line.
type stroke struct {
	mark
	line       int // number, from one
	start, end int
	closing    bool // the text of the mark stands here
}

// strokes divides a mark into lines: all of them where it covers three or
// fewer, else the first and the last.
func (m mark) strokes() []stroke {
	s := clamp(m.span)
	content := s.File.Bytes
	start, end := int(s.Start), int(s.End)
	for end > start && isSpace(content[end-1]) {
		end--
	}
	first, last := s.File.Position(start).Line, s.File.Position(end).Line
	if first == last {
		return []stroke{{mark: m, line: first, start: start, end: end, closing: true}}
	}
	head := stroke{mark: m, line: first, start: start, end: lineEnd(content, start)}
	tail := stroke{mark: m, line: last, start: lineIndent(content, end), end: end, closing: true}
	if last-first != 2 {
		return []stroke{head, tail}
	}
	middle := min(head.end+1, len(content))
	between := stroke{mark: m, line: first + 1, start: skipIndent(content, middle), end: lineEnd(content, middle)}
	return []stroke{head, between, tail}
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// lineEnd returns where the line ends in which a byte stands.
func lineEnd(content []byte, at int) int {
	if n := bytes.IndexByte(content[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(content)
}

// lineIndent returns where the text of the line begins in which a byte stands.
func lineIndent(content []byte, at int) int {
	lo := max(at-reach, 0)
	return min(skipIndent(content, bytes.LastIndexByte(content[lo:at], '\n')+1+lo), at)
}

func skipIndent(content []byte, at int) int {
	for at < len(content) && (content[at] == ' ' || content[at] == '\t') {
		at++
	}
	return at
}

// A row is a line of a snippet: source with its number, or marks under it.
type row struct {
	number int // 0 where the row is no line of source
	gap    bool
	text   string
	mark   *mark // whose row it is
	change bool  // marks new text
}

// snippet draws the lines of one file that the marks point at, in the order of
// the file.
func snippet(marks []mark, room int) []row {
	var strokes []stroke
	for _, m := range marks {
		strokes = append(strokes, m.strokes()...)
	}
	slices.SortStableFunc(strokes, func(a, b stroke) int { return cmp.Compare(a.line, b.line) })
	var rows []row
	for i := 0; i < len(strokes); {
		n := i
		for n < len(strokes) && strokes[n].line == strokes[i].line {
			n++
		}
		if i > 0 {
			rows = append(rows, between(strokes[i-1], strokes[i], room)...)
		}
		rows = append(rows, drawLine(strokes[i:n], room)...)
		i = n
	}
	return rows
}

// between returns what stands for the lines between two that are drawn: the
// line itself where there is only one.
func between(a, b stroke, room int) []row {
	switch b.line - a.line {
	case 0, 1:
		return nil
	case 2:
		content := a.span.File.Bytes
		l := layOut(content, min(lineEnd(content, a.start)+1, len(content)))
		return []row{{number: a.line + 1, text: l.view(0, 1, room).text}}
	}
	return []row{{gap: true}}
}

// drawLine draws one line of source and, under it, a row for each stroke.
func drawLine(strokes []stroke, room int) []row {
	lead := strokes[0]
	for _, s := range strokes {
		if s.primary && !lead.primary {
			lead = s
		}
	}
	l := layOut(lead.span.File.Bytes, lead.start)
	from, to := l.span(lead.start, lead.end)
	v := l.view(from, to, room)
	rows := []row{{number: lead.line, text: v.text}}
	for _, s := range strokes {
		if s.start == s.end && !s.closing {
			continue // an empty line within a mark
		}
		rows = append(rows, s.draw(&l, v, room)...)
	}
	return rows
}

// leastRoom is the number of columns under which text is not wrapped below its
// mark but at the margin.
const leastRoom = 24

// draw draws a stroke, with its text behind it or, where that does not fit,
// wrapped below.
func (s stroke) draw(l *line, v view, room int) []row {
	from, to := l.span(s.start, s.end)
	from, to = max(from+v.shift, 0), to+v.shift
	if from > v.width {
		from = max(v.width-1, 0)
	}
	to = max(min(to, v.width), from+1)
	under := strings.Repeat(" ", from) + strings.Repeat(s.symbol(), to-from)
	if !s.closing || s.text == "" {
		return []row{{text: under, mark: &s.mark}}
	}
	if to+1+textWidth(s.text) <= room {
		return []row{{text: under + " " + s.text, mark: &s.mark}}
	}
	if room-from < leastRoom {
		from = 0
	}
	rows := []row{{text: under, mark: &s.mark}}
	for _, text := range wrap(s.text, room-from, mostLabel) {
		rows = append(rows, row{text: strings.Repeat(" ", from) + text, mark: &s.mark})
	}
	return rows
}
