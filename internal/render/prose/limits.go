package prose

import (
	"fmt"
	"strings"
)

// The limits on one piece of prose. Honest prose stays far below them; a Markdown
// reader needs time and memory out of all proportion to what exceeds them. They are
// measured on the text alone, before it is read.
const (
	MaxBytes    = 64 << 10 // in all
	MaxNesting  = 16       // quotes and lists within each other, at the start of a line
	MaxIndent   = 80       // columns of white space at the start of a line
	MaxMarks    = 4000     // brackets, asterisks, underlines and backticks in one paragraph
	MaxCells    = 20_000   // cells that the rows of all tables might have
	MaxHeadings = 3        // headings below each other
	maxTargets  = 256 << 10
)

// measure returns the first limit that the prose exceeds.
func measure(s string) *Problem {
	if len(s) > MaxBytes {
		return &Problem{Line: 1, Message: fmt.Sprintf("This text is %d bytes long, and %d is the most. Divide it among several blocks.", len(s), MaxBytes)}
	}
	var m meter
	offset := 0
	for number := 1; offset < len(s); number++ {
		line, _, _ := strings.Cut(s[offset:], "\n")
		if message := m.line(line); message != "" {
			return &Problem{Offset: offset, Line: number, Message: message}
		}
		offset += len(line) + 1
	}
	return nil
}

// meter measures a text line by line. Lines up to an empty one are one paragraph:
// a table, or text in which one mark looks for its partner.
type meter struct {
	marks, lines, width int // of the paragraph
	cells               int // of the paragraphs before it
}

func (m *meter) line(line string) string {
	nesting, indent := opening(line)
	if strings.TrimSpace(line) == "" {
		m.cells += m.area()
		m.marks, m.lines, m.width = 0, 0, 0
		return ""
	}
	m.lines++
	m.width = max(m.width, strings.Count(line, "|"))
	for i := range len(line) {
		if strings.IndexByte("*_[]`<", line[i]) >= 0 {
			m.marks++
		}
	}
	switch {
	case nesting > MaxNesting:
		return fmt.Sprintf("Quotes and lists stand %d deep in each other here, and %d is the most. Write it flatter.", nesting, MaxNesting)
	case indent > MaxIndent:
		return fmt.Sprintf("This line is indented by more than %d columns. Indent it less.", MaxIndent)
	case m.marks > MaxMarks:
		return fmt.Sprintf("This paragraph has more than %d brackets, asterisks, underlines and backticks. Divide it with empty lines.", MaxMarks)
	case m.cells+m.area() > MaxCells:
		return fmt.Sprintf("The tables in this text have more than %d cells. Describe what they hold in blocks, or divide the text.", MaxCells)
	}
	return ""
}

// area is the number of cells if the paragraph is a table: every row is given as
// many as the head.
func (m *meter) area() int {
	if m.width == 0 {
		return 0
	}
	return (m.width + 1) * m.lines
}

// opening counts the marks of quotes and list items at the start of a line, and
// the columns of white space there.
func opening(line string) (nesting, indent int) {
	for i := 0; i < len(line); {
		c := line[i]
		if c == ' ' || c == '\t' {
			indent++
			if c == '\t' {
				indent += 3
			}
			i++
			continue
		}
		n := marker(line[i:])
		if n == 0 {
			break
		}
		nesting++
		i += n
	}
	return nesting, indent
}

// marker returns the length of the mark of a quote or a list item.
func marker(s string) int {
	if s[0] == '>' {
		return 1
	}
	n := 0
	for n < len(s) && n < 9 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	marks := "-+*"
	if n > 0 {
		marks = ".)"
	}
	if n == len(s) || strings.IndexByte(marks, s[n]) < 0 {
		return 0
	}
	if n++; n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}
