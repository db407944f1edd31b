package cli

import (
	"strings"
	"unicode/utf8"
)

// reflow breaks the paragraphs and list items of Markdown, which have a line
// each, to a width. Code stays as it is.
func reflow(markdown string, columns int) string {
	var b strings.Builder
	code := false
	for line := range strings.Lines(markdown) {
		text := strings.TrimSuffix(line, "\n")
		fence := strings.HasPrefix(strings.TrimSpace(text), "```")
		if code = code != fence; code || fence || strings.HasPrefix(text, "|") {
			b.WriteString(line)
			continue
		}
		fill(&b, text, columns)
	}
	return b.String()
}

// fill writes a line as lines of at most so many columns. Those that follow
// stand below the text of the first.
func fill(b *strings.Builder, text string, columns int) {
	hang := hanging(text)
	at := 0
	for i, word := range strings.SplitAfter(text, " ") {
		size := utf8.RuneCountInString(strings.TrimRight(word, " "))
		if i > 0 && at > hang && at+size > columns {
			b.WriteString("\n" + strings.Repeat(" ", hang))
			at = hang
		}
		b.WriteString(word)
		at += utf8.RuneCountInString(word)
	}
	b.WriteByte('\n')
}

// hanging is the indentation of the text of a list item.
func hanging(text string) int {
	rest := strings.TrimLeft(text, " ")
	if strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") {
		return len(text) - len(rest) + 2
	}
	return 0
}
