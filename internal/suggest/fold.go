package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const separator = "_"

// fold writes a name without what people overlook: capitals become small, every
// separator an underscore, and numbers lose their leading zeros.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '-', ' ', '.', '/':
			return '_'
		}
		return unicode.ToLower(r)
	}, s)
	s = strings.Trim(s, separator)
	if !strings.Contains(s, "0") {
		return s
	}
	var b strings.Builder
	counted := false // a digit of this number has been written
	for i := range len(s) {
		if s[i] == '0' && !counted && i+1 < len(s) && isDigit(s[i+1]) {
			continue
		}
		counted = isDigit(s[i])
		b.WriteByte(s[i])
	}
	return b.String()
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// digits returns the numbers in a folded name, with what parts them.
func digits(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if isDigit(s[i]) {
			if b.Len() > 0 && !isDigit(s[i-1]) {
				b.WriteByte(' ')
			}
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// alphabet returns the set of characters in a folded name, those that are not
// small letters sharing a few places.
func alphabet(s string) uint64 {
	var set uint64
	for i := range len(s) {
		if c := s[i]; c >= 'a' && c <= 'z' {
			set |= 1 << (c - 'a')
		} else {
			set |= 1 << (32 + c%32)
		}
	}
	return set
}

// singular takes the ending of a regular English plural away.
func singular(s string) string {
	for _, e := range []struct{ plural, singular string }{
		{"ies", "y"}, {"sses", "ss"}, {"xes", "x"}, {"ches", "ch"}, {"shes", "sh"}, {"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(s, e.plural); ok && stem != "" {
			return stem + e.singular
		}
	}
	return s
}

func sortedWords(s string) []string {
	words := strings.Split(s, separator)
	slices.Sort(words)
	return words
}

// sharedPrefix returns the number of characters that both begin with.
func sharedPrefix(a, b string) int {
	n := 0
	for i, r := range a {
		q, size := utf8.DecodeRuneInString(b[min(i, len(b)):])
		if size == 0 || q != r {
			return n
		}
		n++
	}
	return n
}
