package suggest

import (
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// distance returns the edits between two words: letters put in, left out,
// replaced, or swapped with their neighbour.
func distance(a, b []rune) int {
	best := edits(a, b)
	for _, fromEnd := range []bool{false, true} {
		if c, swaps := untwist(a, b, fromEnd); swaps > 0 {
			best = min(best, swaps+edits(c, b))
		}
	}
	return best
}

// edits returns the Levenshtein distance. It asks for all of it: with a limit,
// version 1.2.3 of the library returns too little for some pairs, such as 2 for
// engagement and exception, which differ by 8.
func edits(a, b []rune) int {
	const noLimit = 0
	n, _, _ := levenshtein.Calculate(a, b, noLimit, 1, 1, 1)
	return n
}

// untwist undoes the swaps of neighbours that make a differ from b, the two
// being laid side by side from the start or from the end.
func untwist(a, b []rune, fromEnd bool) (untwisted []rune, swaps int) {
	shift := 0
	if fromEnd {
		shift = len(b) - len(a)
	}
	for i := range len(a) - 1 {
		j := i + shift
		if j < 0 || j+1 >= len(b) || a[i] == b[j] || a[i] != b[j+1] || a[i+1] != b[j] {
			continue
		}
		if untwisted == nil {
			untwisted = slices.Clone(a)
		}
		if untwisted[i] == a[i] { // not swapped already with the one before
			untwisted[i], untwisted[i+1] = a[i+1], a[i]
			swaps++
		}
	}
	return untwisted, swaps
}

// isSwap reports whether two words of one length differ by a swap of neighbours
// alone.
func isSwap(a, b []rune) bool {
	c, swaps := untwist(a, b, false)
	return swaps == 1 && slices.Equal(c, b)
}

// isKeyBeside reports whether two words of one length differ in their last letter
// alone, by a key that lies beside the other. In the middle of an abbreviation that
// is another one as often as not: gcp and gdp.
func isKeyBeside(a, b []rune) bool {
	last := len(a) - 1
	return slices.Equal(a[:last], b[:last]) && beside(a[last], b[last])
}

// beside reports whether the keys of two letters touch, on keyboards that begin with
// q, w, e, r, t.
func beside(a, b rune) bool {
	rowA, colA := key(a)
	rowB, colB := key(b)
	switch {
	case rowA < 0 || rowB < 0:
		return false
	case rowA == rowB:
		return abs(colA-colB) == 1
	case rowA > rowB: // each row stands half a key to the right of the one above
		rowA, colA, rowB, colB = rowB, colB, rowA, colA
	}
	return rowB-rowA == 1 && (colA == colB || colA == colB+1)
}

// keys are the letters of a keyboard, row by row.
var keys = []string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// key returns where the key of a letter is; the row is negative for what has none.
func key(letter rune) (row, column int) {
	for row, letters := range keys {
		if column := strings.IndexRune(letters, letter); column >= 0 {
			return row, column
		}
	}
	return -1, 0
}

// otherInitial reports whether the first letter was replaced. People misspell
// the middle and the end of words; another initial is mostly another word.
func otherInitial(a, b []rune) bool {
	return a[0] != b[0] && a[0] != b[1] && a[1] != b[0]
}
