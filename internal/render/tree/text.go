package tree

import (
	"iter"
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

// isClean reports whether Clean would change nothing. Nearly all text is ASCII.
func isClean(s string) bool {
	space := false
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' < c && c < 0x7F {
			space = false
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || r != ' ' && isSpace(r) || r == ' ' && space || isUnprintable(r) {
			return false
		}
		space = r == ' '
		i += size
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
	return strings.TrimSpace(Clean(Concat(t)))
}

// HasWords reports whether a reader would see anything of the text: whether its
// PlainText is not empty.
func HasWords(t Text) bool {
	for s := range Words(t) {
		if strings.TrimSpace(s) != "" {
			return true
		}
	}
	return false
}

// Concat returns the strings that a text consists of as one.
func Concat(t Text) string {
	var only string
	n, size := 0, 0
	for s := range Words(t) {
		only = s
		n++
		size += len(s)
	}
	if n < 2 {
		return only
	}
	var all strings.Builder
	all.Grow(size)
	for s := range Words(t) {
		all.WriteString(s)
	}
	return all.String()
}

// Join puts a separator between the texts that are not empty.
func Join(separator string, texts ...Text) Text {
	var joined Text
	for _, t := range texts {
		if len(t) > 0 && len(joined) > 0 {
			joined = append(joined, Plain(separator))
		}
		joined = append(joined, t...)
	}
	return joined
}

// Words yields the strings that a text consists of, in their order.
func Words(t Text) iter.Seq[string] {
	return func(yield func(string) bool) { words(t, yield) }
}

func words(t Text, yield func(string) bool) bool {
	for _, n := range t {
		var more bool
		switch n := n.(type) {
		case Plain:
			more = yield(string(n))
		case Code:
			more = yield(string(n))
		case Break:
			more = yield(" ")
		default:
			more = words(inside(n), yield)
		}
		if !more {
			return false
		}
	}
	return true
}

// inside returns the text within a piece, of those that have any and say it.
func inside(n Inline) Text {
	switch n := n.(type) {
	case Strong:
		return n.Text
	case Emphasis:
		return n.Text
	case Link:
		return n.Text
	case Stated:
		return n.Text
	case Inserted:
		return n.Text
	case Foreign:
		return n.Text
	}
	return nil
}
