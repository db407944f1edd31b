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
	margin := strings.Repeat(" ", hanging(text))
	line, empty := "", true
	for _, word := range strings.SplitAfter(text, " ") {
		if !empty && utf8.RuneCountInString(line+strings.TrimRight(word, " ")) > columns {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line, empty = margin, true
		}
		line += word
		empty = empty && strings.Trim(word, " -*") == ""
	}
	b.WriteString(line + "\n")
}

// hanging is the indentation of the text of a list item.
func hanging(text string) int {
	rest := strings.TrimLeft(text, " ")
	if strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") {
		return len(text) - len(rest) + 2
	}
	return 0
}
