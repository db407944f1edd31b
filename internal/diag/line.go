package diag

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	tabStop  = 4
	reach    = 2048 // bytes of a long line that are looked at on either side of a place
	maxMarks = 8    // combining marks drawn on one character
	replaced = "\ufffd"
)

// A cell is a source character, with the marks that combine with it, as it is
// drawn on a screen.
type cell struct {
	text   string
	at     int // byte in the file at which it starts
	column int // column of the screen, from nought
	width  int // columns, one at least
	marks  int
}

// A line is a line of source laid out in columns. Of a very long line it is the
// part about the place that is shown.
type line struct {
	cells                []cell
	width                int
	end                  int // byte in the file behind the last cell
	cutBefore, cutBehind bool
}

// layOut lays out the line in which a byte stands.
func layOut(content []byte, at int) line {
	at = min(max(at, 0), len(content))
	lo, hi := max(at-reach, 0), min(at+reach, len(content))
	start := bytes.LastIndexByte(content[lo:at], '\n') + 1 + lo
	end := hi
	if n := bytes.IndexByte(content[at:hi], '\n'); n >= 0 {
		end = at + n
	}
	l := line{cutBefore: start == lo && lo > 0 && content[lo-1] != '\n', cutBehind: end < len(content) && content[end] != '\n'}
	if l.cutBefore {
		start = nextRune(content, start)
	}
	if end > start && content[end-1] == '\r' {
		end--
	}
	l.end = end
	for i := start; i < end; {
		r, size := utf8.DecodeRune(content[i:end])
		l.put(r, size, i)
		i += size
	}
	return l
}

// nextRune moves a byte offset that may stand inside a character to the next.
func nextRune(content []byte, at int) int {
	for n := 0; n < utf8.UTFMax && at < len(content) && !utf8.RuneStart(content[at]); n++ {
		at++
	}
	return at
}

// put adds a character behind those already laid out.
func (l *line) put(r rune, size, at int) {
	switch {
	case r == '\t':
		n := tabStop - l.width%tabStop
		l.append(strings.Repeat(" ", n), n, at)
	case r == utf8.RuneError && size <= 1, hidden(r):
		l.append(replaced, 1, at)
	case l.combines(r):
		l.combine(r)
	case columns(r) == 0:
		l.append(" "+string(r), 1, at)
	case l.opensCommand(r):
		l.append(" "+string(r), columns(r)+1, at)
	default:
		l.append(string(r), columns(r), at)
	}
}

func (l *line) append(text string, width, at int) {
	l.cells = append(l.cells, cell{text: text, at: at, column: l.width, width: width})
	l.width += width
}

// combines reports whether a character is drawn on the one before it.
func (l *line) combines(r rune) bool {
	if len(l.cells) == 0 {
		return false
	}
	before := l.cells[len(l.cells)-1]
	if before.width == 2 && columns(r) == 2 {
		skinTone := r >= 0x1f3fb && r <= 0x1f3ff
		return skinTone || strings.HasSuffix(before.text, string(zeroWidthJoiner))
	}
	return columns(r) == 0
}

func (l *line) combine(r rune) {
	c := &l.cells[len(l.cells)-1]
	if c.marks++; c.marks > maxMarks {
		return
	}
	c.text += string(r)
	const emojiStyle = '\ufe0f'
	if r == emojiStyle && c.width == 1 {
		c.width, l.width = 2, l.width+1
	}
}

// opensCommand reports whether a character would complete a command of a
// runner; see breakCommands.
func (l *line) opensCommand(r rune) bool {
	n := len(l.cells)
	return n >= 2 && l.cells[n-1].text == "#" && l.cells[n-2].text == "#" && opensCommand(r)
}

// columns returns how many columns of a screen a character takes.
func columns(r rune) int {
	switch {
	case r >= ' ' && r < 0x7f:
		return 1
	case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me), r >= 0x1160 && r <= 0x11ff: // and the Korean vowels that join
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// textWidth returns the columns that clean text takes.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

// span returns the columns at which a run of bytes is drawn. It is one column
// wide at least, so that an empty run can be pointed at.
func (l *line) span(start, end int) (from, to int) {
	from, to = l.column(start), l.column(end)
	if from == l.width {
		return from, from + 1
	}
	if n := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].at >= end }); n > 0 && end > start {
		last := l.cells[n-1]
		to = last.column + last.width
	}
	return from, max(to, from+1)
}

// column returns the column of the cell in which a byte stands.
func (l *line) column(at int) int {
	if at >= l.end {
		return l.width
	}
	n := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].at > at })
	if n == 0 {
		return 0
	}
	return l.cells[n-1].column
}

// A view is the part of a line that fits the screen.
type view struct {
	text  string
	shift int // what to add to a column of the line
	width int
}

// view returns the part of the line, at most room columns, in which the columns
// from and to are seen, with a mark where the line goes on.
func (l *line) view(from, to, room int) view {
	lo := 0
	if to > room-2 {
		lo = max(min(from-room/4, to-room*3/4), 0)
	}
	if from < lo {
		lo = max(from-room/4, 0)
	}
	if l.width <= room-2 {
		lo = 0
	}
	first := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].column >= lo })
	var v view
	var b strings.Builder
	if first < len(l.cells) {
		v.shift = -l.cells[first].column
	}
	if first > 0 || l.cutBefore {
		b.WriteString("…")
		v.shift, v.width = v.shift+1, 1
	}
	l.draw(&b, &v, first, room)
	v.text = strings.TrimRight(b.String(), " ")
	return v
}

func (l *line) draw(b *strings.Builder, v *view, first, room int) {
	for i := first; i < len(l.cells); i++ {
		c := l.cells[i]
		last := i == len(l.cells)-1 && !l.cutBehind
		if v.width+c.width > room || !last && v.width+c.width > room-1 {
			b.WriteString("…")
			v.width++
			return
		}
		b.WriteString(c.text)
		v.width += c.width
	}
	if l.cutBehind {
		b.WriteString("…")
		v.width++
	}
}
