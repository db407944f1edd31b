package english

import (
	"strconv"
	"strings"
)

var numberWords = []string{
	"no", "one", "two", "three", "four", "five", "six",
	"seven", "eight", "nine", "ten", "eleven", "twelve",
}

// Number writes a count as running text does: in words to twelve, then in
// figures, their thousands parted by commas.
func Number(n int) string {
	if n >= 1 && n < len(numberWords) {
		return numberWords[n]
	}
	figures := strconv.Itoa(n)
	for i := len(figures) - 3; i > 0; i -= 3 {
		figures = figures[:i] + "," + figures[i:]
	}
	return figures
}

// Count writes a number of things: "no stores", "one store", "13 stores".
func Count(n int, singular, plural string) string {
	switch n {
	case 0:
		return numberWords[0] + " " + plural
	case 1:
		return numberWords[1] + " " + singular
	}
	return Number(n) + " " + plural
}

// Article puts "a" or "an" before a phrase, by how its first word sounds.
func Article(phrase string) string {
	word, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	if soundsLikeVowel(word) {
		return "an " + phrase
	}
	return "a " + phrase
}

func soundsLikeVowel(word string) bool {
	for _, silent := range []string{"hour", "honest", "honour", "heir"} {
		if strings.HasPrefix(word, silent) {
			return true
		}
	}
	for _, consonant := range []string{"uni", "use", "usa", "util", "euro", "one", "once"} {
		if strings.HasPrefix(word, consonant) && !strings.HasPrefix(word, "unin") {
			return false
		}
	}
	return word != "" && strings.ContainsRune("aeiou", rune(word[0]))
}
