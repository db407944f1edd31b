package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns s as it is printed: any white space as one space, as browsers
// show it, and U+FFFD for what cannot or must not be printed, which is broken
// UTF-8, control characters, and the controls that reorder text. A space that
// does not break a line stays what it is.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if isSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(printable(r))
	}
	return b.String()
}

func isClean(s string) bool {
	space := false
	for _, r := range s {
		if r == utf8.RuneError || r != ' ' && isSpace(r) || r == ' ' && space || isUnprintable(r) {
			return false
		}
		space = r == ' '
	}
	return true
}

// CleanLines returns s with its spaces and lines, and with U+FFFD like [Clean].
func CleanLines(s string) string {
	return strings.Map(printable, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

// printable returns r, or U+FFFD if it must not be printed.
func printable(r rune) rune {
	if isUnprintable(r) {
		return utf8.RuneError
	}
	return r
}

// isSpace reports what breaks a line or separates words; of Unicode's spaces, those
// that are kept are characters like others.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

func isUnprintable(r rune) bool {
	switch {
	case isSpace(r):
		return false
	case unicode.IsControl(r), r == 0xFEFF:
		return true
	case 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069: // bidirectional embeddings, overrides, isolates
		return true
	}
	return r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF // not characters
}

// PlainText returns the text without any marking, as a reader would see it.
func PlainText(t Text) string {
	var b strings.Builder
	plainText(&b, t)
	return strings.TrimSpace(Clean(b.String()))
}

func plainText(b *strings.Builder, t Text) {
	for _, n := range t {
		switch n := n.(type) {
		case Plain:
			b.WriteString(string(n))
		case Code:
			b.WriteString(string(n))
		case Strong:
			plainText(b, n.Text)
		case Emphasis:
			plainText(b, n.Text)
		case Link:
			plainText(b, n.Text)
		case Stated:
			plainText(b, n.Text)
		case Break:
			b.WriteByte(' ')
		}
	}
}
