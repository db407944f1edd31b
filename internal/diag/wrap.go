package diag

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// wrap breaks clean text into lines of at most room columns: between words, and
// within a word only where it is longer than a line. Where more than most lines
// would come out, the last ends in a mark.
func wrap(text string, room, most int) []string {
	var lines []string
	used := 0
	for word := range words(text, room) {
		n := textWidth(word)
		switch last := len(lines) - 1; {
		case last >= 0 && used+1+n <= room:
			lines[last] += " " + word
			used += 1 + n
		case len(lines) == most:
			lines[last] = truncate(lines[last], room)
			return lines
		default:
			lines = append(lines, word)
			used = n
		}
	}
	return lines
}

// words yields the words of a text, those that are wider than room in pieces.
func words(text string, room int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.FieldsSeq(text) {
			for textWidth(word) > room {
				n := fitting(word, room)
				if !yield(word[:n]) {
					return
				}
				word = word[n:]
			}
			if word != "" && !yield(word) {
				return
			}
		}
	}
}

// fitting returns how many bytes of a word fit in so many columns, a character
// at least.
func fitting(word string, room int) int {
	used := 0
	for i, r := range word {
		if used += columns(r); used > room && i > 0 {
			return i
		}
	}
	return len(word)
}

// truncate marks a line as going on, within the room it has.
func truncate(line string, room int) string {
	for textWidth(line) > max(room-2, 0) {
		_, size := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-size]
	}
	return strings.TrimRight(line, " .,;:") + " …"
}
