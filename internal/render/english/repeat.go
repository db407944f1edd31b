package english

import "strings"

// Repeats reports whether a phrase says in other forms only what stands in a text
// already: whether each of its words that mean something has one there from the same
// stem. "improving the product" repeats what "improve our products" says.
func Repeats(phrase, text string) bool {
	means := false
	for w := range strings.FieldsFuncSeq(phrase, notOfWord) {
		if meansLittle[strings.ToLower(w)] {
			continue
		}
		if !hasStem(text, stem(w)) {
			return false
		}
		means = true
	}
	return means
}

// hasStem reports whether a word of a text has a stem.
func hasStem(text, of string) bool {
	for w := range strings.FieldsFuncSeq(text, notOfWord) {
		if stem(w) == of {
			return true
		}
	}
	return false
}

func notOfWord(r rune) bool {
	switch r {
	case ' ', ',', ';', ':', '.', '(', ')', '“', '”', '"', '/', '-':
		return true
	}
	return false
}

// meansLittle are words that a phrase is not missed without.
var meansLittle = map[string]bool{"the": true, "a": true, "an": true, "and": true, "of": true, "or": true, "matters": true}

// stem is a word without the commonest endings.
func stem(word string) string {
	word = strings.ToLower(word)
	for _, ending := range []string{"ing", "es", "ed", "e", "s"} {
		if short, cut := strings.CutSuffix(word, ending); cut && len(short) > 3 {
			return short
		}
	}
	return word
}
