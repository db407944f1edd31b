package prose

import (
	"strings"

	"github.com/privity/privity/internal/render/tree"
)

// isPlain reports whether prose is one line of words in which Markdown sees no
// mark: most notes are, and need no parser. It errs on the side of the parser.
func isPlain(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || !isLetter(s[0]) || len(s) > 1000 {
		return false
	}
	for i := range len(s) {
		b := s[i]
		if !isLetter(b) && (b < '0' || b > '9') && !strings.ContainsRune(" ,;()?%", rune(b)) && !isStop(s, i) {
			return false
		}
	}
	return !strings.Contains(s, "  ")
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// isStop reports whether a full stop, colon or hyphen stands where it cannot be
// part of an address: a stop or colon at the end of a word, a hyphen within one.
func isStop(s string, i int) bool {
	last := i+1 == len(s)
	switch s[i] {
	case '.', ':':
		return last || s[i+1] == ' '
	case '-':
		return i > 0 && !last && isLetter(s[i-1]) && isLetter(s[i+1])
	}
	return false
}

func plainBlocks(s string) []tree.Block {
	return []tree.Block{&tree.Paragraph{Text: tree.T(s)}}
}
