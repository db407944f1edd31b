package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is printed may come from anybody: a pull request from a fork, a list
// that a vendor publishes. A terminal obeys escape sequences, a reader trusts
// the order of letters, and the runners of continuous integration execute lines
// that look like their commands. Everything that is printed passes here.

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// hidden reports characters that act on the screen, or that a reader cannot
// see. The joiners stay: Persian, several Indian scripts and emoji need them.
func hidden(r rune) bool {
	if r >= ' ' && r < 0x7f {
		return false
	}
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// cleanLine makes text fit to stand in one line: white space of every kind
// becomes a space, hidden characters go.
func cleanLine(s string) string { return clean(s, ' ') }

// cleanText does the same and keeps line breaks.
func cleanText(s string) string { return clean(s, '\n') }

func clean(s string, lineBreak rune) string {
	if isPlain(s) {
		return breakCommands(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			b.WriteRune(lineBreak)
		case r == '\t':
			b.WriteByte(' ')
		case !hidden(r):
			b.WriteRune(r) // invalid bytes arrive here as U+FFFD
		}
	}
	return breakCommands(b.String())
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// breakCommands takes the force from "##[group]", "##vso[…]" and
// "##teamcity[…]", which runners obey wherever in a line they stand.
func breakCommands(s string) string {
	if !strings.Contains(s, "##") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if i >= 2 && s[i-1] == '#' && s[i-2] == '#' && opensCommand(rune(s[i])) {
			b.WriteByte(' ')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// opensCommand reports whether a character after ## may open a command.
func opensCommand(r rune) bool {
	return r == '[' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// breakLine takes the force from a line that begins, after white space, with
// two colons.
func breakLine(line string) string {
	rest := strings.TrimLeftFunc(line, unicode.IsSpace)
	if !strings.HasPrefix(rest, "::") {
		return line
	}
	return line[:len(line)-len(rest)] + ": " + breakLine(rest[1:])
}

// shorten cuts text to a number of characters and marks the cut.
func shorten(s string, most int) string {
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n == most {
			return s[:i] + "…"
		}
	}
	return s
}

// Clean makes text that comes from others fit to stand in one line of what is
// printed, as findings are.
func Clean(s string) string { return cleanLine(s) }

// CleanText makes text that comes from others, or names it, fit to be printed in
// lines of its own.
func CleanText(s string) string { return Disarm(cleanText(s)) }

// Disarm takes the force from every line of a text that a runner of continuous
// integration would obey.
func Disarm(text string) string {
	if !strings.Contains(text, "::") {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(breakLine(line))
	}
	return b.String()
}
