package graph

import (
	"strings"
	"unicode"
)

// face is a way of setting text: a size in pixels, the distance of its lines, and
// the advance widths by which it is measured.
type face struct {
	size, leading float64
	ascii         *[95]uint8 // hundredths of an em, from the space on
	other         float64    // em, for letters beyond ASCII
}

// No font is embedded, so the reader's may be any sans-serif. Each width is the
// greater of Liberation Sans (metrics of Arial) and DejaVu Sans, which is about the
// widest in use: text may end short of its box, never beyond.
var (
	regularWidths = [95]uint8{
		32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
		64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
		102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79,
		67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56,
		50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
		64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
	}
	boldWidths = [95]uint8{
		35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37,
		70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 62,
		100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100, 84, 86,
		74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 56,
		50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69,
		72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
	}

	headingFace = face{13, 17, &boldWidths, 1.41}
	nameFace    = face{14, 18, &boldWidths, 1.41}
	detailFace  = face{12, 16, &regularWidths, 1.23}
	edgeFace    = face{12, 14, &regularWidths, 1.23}
)

// width measures s in pixels.
func (f face) width(s string) float64 {
	ems := 0.0
	for _, r := range s {
		ems += f.ems(r)
	}
	return ems * f.size
}

func (f face) ems(r rune) float64 {
	switch {
	case r >= ' ' && r <= '~':
		return float64(f.ascii[r-' ']) / 100
	case r >= 0xC0 && r <= 0x24F && unicode.IsLower(r):
		return 1.0
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1F000:
		return 1.5 // pictographs
	}
	return f.other
}

// ellipsis stands for what a block of lines had no room for.
const ellipsis = "…"

// wrap breaks s into at most most lines, none wider than width. A word that fits no
// line is broken behind a hyphen, or else where it must; what is left over is cut with an ellipsis. Line
// breaks and runs of blanks in s count as one space.
func (f face) wrap(s string, width float64, most int) []string {
	words := strings.Fields(strings.ToValidUTF8(s, "\uFFFD"))
	var lines []string
	line := ""
	for len(words) > 0 {
		word := words[0]
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		switch {
		case f.width(joined) <= width:
			line, words = joined, words[1:]
			continue
		case line == "":
			head := f.fit(word, width)
			if hyphen := strings.LastIndexByte(head, '-'); hyphen > 0 {
				head = head[:hyphen+1]
			}
			line, words[0] = head, word[len(head):]
		}
		if len(lines) == most-1 {
			rest := strings.TrimSpace(line + " " + words[0])
			return append(lines, f.cut(rest, width))
		}
		lines, line = append(lines, line), ""
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// widestWord is the width of the widest word of s, if it is no wider than most, or else
// most.
func (f face) widestWord(s string, most float64) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(s) {
		widest = max(widest, f.width(word))
	}
	return min(widest, most)
}

// fit returns the longest start of s, of one rune at least, that is no wider than width.
func (f face) fit(s string, width float64) string {
	sum := 0.0
	for i, r := range s {
		sum += f.ems(r) * f.size
		if sum > width && i > 0 {
			return s[:i]
		}
	}
	return s
}

// cut shortens s to width, and marks it as shortened.
func (f face) cut(s string, width float64) string {
	return strings.TrimSpace(f.fit(s, width-f.width(ellipsis))) + ellipsis
}

// widest returns the width of the widest line.
func (f face) widest(lines []string) float64 {
	most := 0.0
	for _, line := range lines {
		most = max(most, f.width(line))
	}
	return most
}
