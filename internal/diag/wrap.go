package diag

import (
	"strings"
	"unicode/utf8"
)

// wrap breaks clean text into lines of at most room columns, between words. A
// word that is longer stands on a line of its own and is cut to twice the room.
// Where more than most lines would come out, the last ends in a mark.
func wrap(text string, room, most int) []string {
	room = max(room, 1)
	var lines []string
	used := 0
	for word := range strings.FieldsSeq(text) {
		word = shorten(word, 2*room)
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

// truncate marks a line as going on, within the room it has.
func truncate(line string, room int) string {
	for textWidth(line) > max(room-2, 0) {
		_, size := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-size]
	}
	return strings.TrimRight(line, " .,;:") + " …"
}
