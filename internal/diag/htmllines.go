package diag

import (
	"cmp"
	"slices"
)

// How much of a long line a page shows, in characters: before the first mark, and
// in all.
const (
	mostBefore  = 80
	mostOfALine = 400
)

// A part is a run of source that is marked in one way, or not.
type part struct {
	Text string
	Kind kind
}

// A kind is how source is marked, as a class of the page; the later wins where two
// marks overlap.
type kind string

const (
	unmarked  kind = ""
	secondary kind = "other"
	primary   kind = "cause"
	inserted  kind = "new"
)

// A band is a run of bytes of one kind. Where it is empty it points between two.
type band struct {
	start, end int
	kind       kind
}

func (b band) empty() bool { return b.start == b.end }

// markedLines shows the lines of one file that marks point at, in the order of the
// file, as [snippet] draws them.
func markedLines(marks []mark) []pageLine {
	var strokes []stroke
	for _, m := range marks {
		strokes = append(strokes, m.strokes()...)
	}
	slices.SortStableFunc(strokes, func(a, b stroke) int { return cmp.Compare(a.line, b.line) })
	var lines []pageLine
	for i := 0; i < len(strokes); {
		n := i
		for n < len(strokes) && strokes[n].line == strokes[i].line {
			n++
		}
		if i > 0 && strokes[i].line > strokes[i-1].line+1 {
			lines = append(lines, pageLine{Gap: true})
		}
		lines = append(lines, markedLine(strokes[i:n]))
		i = n
	}
	return lines
}

func markedLine(strokes []stroke) pageLine {
	content := strokes[0].span.File.Bytes
	line := pageLine{Number: strokes[0].line}
	var bands []band
	for _, s := range strokes {
		if s.start == s.end && !s.closing {
			continue // an empty line within a mark
		}
		k := secondary
		if s.primary {
			k = primary
		}
		bands = append(bands, band{s.start, s.end, k})
		if s.closing && s.text != "" {
			line.Labels = append(line.Labels, pageLabel{Primary: s.primary, Text: piecesOf(s.text)})
		}
	}
	line.Parts = partsOf(content, strokes[0].start, bands)
	return line
}

// mendedLines shows the first lines that a fix changes, as they would read.
func mendedLines(fix Fix) []pageLine {
	var lines []pageLine
	eachChangedLine(sortedEdits(fix), mostChangedLines, func(text []byte, number int, marks []run, follows bool) {
		if !follows && len(lines) > 0 {
			lines = append(lines, pageLine{Gap: true})
		}
		var bands []band
		for _, m := range marks {
			if m.start < m.end {
				bands = append(bands, band{skipIndent(text, m.start), m.end, inserted})
			}
		}
		lines = append(lines, pageLine{Number: number, Parts: partsOf(text, marks[0].start, bands)})
	})
	return lines
}

// partsOf divides the line in which a byte stands into parts of one kind each.
func partsOf(content []byte, at int, bands []band) []part {
	l := layOut(content, at)
	cells, before, behind := aboutCell(l, at)
	var parts []part
	add := func(k kind, text string) {
		if n := len(parts); n > 0 && parts[n-1].Kind == k && text != "" {
			parts[n-1].Text += text
			return
		}
		parts = append(parts, part{text, k})
	}
	if before {
		add(unmarked, "…")
	}
	for _, c := range cells {
		if k := pointAt(bands, c.at); k != unmarked {
			parts = append(parts, part{Kind: k})
		}
		add(kindAt(bands, c.at), c.text)
	}
	if behind {
		add(unmarked, "…")
	} else if k := pointAt(bands, l.end); k != unmarked {
		parts = append(parts, part{Kind: k})
	}
	return parts
}

// aboutCell returns the cells of a line about that of a byte, and whether there are
// more on either side.
func aboutCell(l line, at int) (cells []cell, before, behind bool) {
	n, _ := slices.BinarySearchFunc(l.cells, at, func(c cell, at int) int { return cmp.Compare(c.at, at) })
	first := max(n-mostBefore, 0)
	if len(l.cells) <= mostOfALine {
		first = 0
	}
	last := min(first+mostOfALine, len(l.cells))
	return l.cells[first:last], l.cutBefore || first > 0, l.cutBehind || last < len(l.cells)
}

// kindAt is how a byte is marked.
func kindAt(bands []band, at int) kind {
	k := unmarked
	for _, b := range bands {
		if b.start <= at && at < b.end && k != primary {
			k = b.kind
		}
	}
	return k
}

// pointAt is the kind of a band that is empty and stands before a byte.
func pointAt(bands []band, at int) kind {
	k := unmarked
	for _, b := range bands {
		if b.empty() && b.start == at && k != primary {
			k = b.kind
		}
	}
	return k
}
