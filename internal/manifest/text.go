package manifest

import (
	"sync"
	"unicode/utf8"
)

// short holds the letters of the escapes that have one (RFC 8785, section
// 3.2.2.2). Other characters below U+0020 are written by their number, and all
// from there on stand for themselves.
var short = [utf8.RuneSelf]byte{'"': '"', '\\': '\\', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

const hexDigits = "0123456789abcdef"

// appendString appends a string in canonical form and reports whether it was
// valid UTF-8.
func appendString(dst []byte, s string) ([]byte, bool) {
	dst = append(dst, '"')
	done := 0
	for i := range len(s) {
		if c := s[i]; c < utf8.RuneSelf && (c < ' ' || short[c] != 0) {
			dst = append(dst, s[done:i]...)
			dst = appendEscape(dst, c)
			done = i + 1
		}
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"'), utf8.ValidString(s)
}

// appendEscape appends the escape of a character, or nothing for one that
// stands for itself.
func appendEscape(dst []byte, c byte) []byte {
	switch {
	case short[c] != 0:
		return append(dst, '\\', short[c])
	case c < ' ':
		return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
	}
	return dst
}

// An escape is a character together with how it is written.
type escape struct {
	char byte
	text []byte
}

// escapes lists every escape of the canonical form, the short ones first, which
// are the ones that occur.
var escapes = sync.OnceValue(func() []escape {
	var list []escape
	for _, isShort := range []bool{true, false} {
		for c := range byte(utf8.RuneSelf) {
			if text := appendEscape(nil, c); text != nil && (short[c] != 0) == isShort {
				list = append(list, escape{c, text})
			}
		}
	}
	return list
})
