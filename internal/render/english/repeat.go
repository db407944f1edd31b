package english

import "strings"

// Repeats reports whether a phrase says in other forms only what stands in a text
// already: whether each of its words that mean something has one there from the same
// stem. "improving the product" repeats what "improve our products" says.
func Repeats(phrase, text string) bool {
	said := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, notOfWord) {
		said[stem(w)] = true
	}
	means := false
	for _, w := range strings.FieldsFunc(phrase, notOfWord) {
		if meansLittle[strings.ToLower(w)] {
			continue
		}
		if !said[stem(w)] {
			return false
		}
		means = true
	}
	return means
}

func notOfWord(r rune) bool { return strings.ContainsRune(" ,;:.()“”\"/-", r) }

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
