package manifest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A scanner reads canonical JSON and nothing else: no white space, members in
// the order of their keys, one spelling for every string and number. What other
// readers would have to decide (which of two equal keys counts, what a lone
// surrogate is) cannot come up.
//
// Texts are parts of what is read, and are not copied. The first error stays; after
// it every method returns at once.
type scanner struct {
	src string
	pos int
	err error
}

func (s *scanner) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf("manifest: byte %d: %s", s.pos, fmt.Sprintf(format, args...))
	}
}

// peek returns the next byte, or 0 at the end.
func (s *scanner) peek() byte {
	if s.err != nil || s.pos >= len(s.src) {
		return 0
	}
	return s.src[s.pos]
}

// accept passes over the text and reports whether it was there.
func (s *scanner) accept(text string) bool {
	if s.err != nil || !strings.HasPrefix(s.src[s.pos:], text) {
		return false
	}
	s.pos += len(text)
	return true
}

func (s *scanner) expect(text string) {
	if s.err == nil && !s.accept(text) {
		s.unexpected(strings.TrimSuffix(text, "\n"))
	}
}

func (s *scanner) unexpected(wanted string) {
	switch c := s.peek(); c {
	case 0:
		s.fail("the text ends where %s should be", wanted)
	case ' ', '\t', '\r', '\n':
		s.fail("white space; a manifest is read only in the canonical form in which it was written (jq -cS . restores it)")
	default:
		s.fail("%s instead of %s", quoteStart(s.src[s.pos:]), wanted)
	}
}

// quoteStart quotes the first characters of a text, for a message.
func quoteStart(src string) string {
	const most = 12
	start := []rune(src[:min(len(src), most*utf8.UTFMax)])
	return strconv.QuoteToASCII(string(start[:min(len(start), most)]))
}

// object reads an object and calls member for every key, which has to read the
// value. Equal keys, and keys out of order, are errors.
func (s *scanner) object(member func(key string)) {
	s.expect("{")
	if s.accept("}") {
		return
	}
	for previous := ""; ; {
		key := s.text()
		if key <= previous && s.err == nil {
			s.fail("the key %s after %s: each key occurs once, in order", strconv.Quote(key), strconv.Quote(previous))
		}
		s.expect(":")
		if s.err == nil {
			member(key)
		}
		if !s.accept(",") {
			break
		}
		previous = key
	}
	s.expect("}")
}

// array reads an array and calls element for each element, which has to read it.
func (s *scanner) array(element func()) {
	s.expect("[")
	if s.accept("]") {
		return
	}
	for s.err == nil {
		element()
		if !s.accept(",") {
			break
		}
	}
	s.expect("]")
}

// text reads a string.
func (s *scanner) text() string {
	s.expect(`"`)
	start := s.pos
	var decoded []byte // once there was an escape
	for s.err == nil && s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == '"':
			if decoded == nil {
				return s.finish(s.src[start:s.pos])
			}
			return s.finish(string(append(decoded, s.src[start:s.pos]...)))
		case c == '\\':
			decoded = append(decoded, s.src[start:s.pos]...)
			decoded = append(decoded, s.escape())
			start = s.pos
		case c < ' ':
			s.fail("the control character U+%04X stands in a text without an escape", c)
		default:
			s.pos++
		}
	}
	s.fail("the text ends within a string")
	return ""
}

// finish returns the text that has been read up to its closing quote.
func (s *scanner) finish(decoded string) string {
	if !utf8.ValidString(decoded) {
		s.fail("a text is not valid UTF-8")
	}
	s.pos++
	return decoded
}

// escape reads one of the escapes that the canonical form has.
func (s *scanner) escape() byte {
	rest := s.src[s.pos:]
	for _, e := range escapes() {
		if strings.HasPrefix(rest, string(e.text)) {
			s.pos += len(e.text)
			return e.char
		}
	}
	s.fail("%s is not how the canonical form writes a character", quoteStart(rest))
	return 0
}

// number reads a whole number.
func (s *scanner) number() int64 {
	start := s.pos
	for c := s.peek(); c >= '0' && c <= '9' || c == '-'; c = s.peek() {
		s.pos++
	}
	digits := s.src[start:s.pos]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != digits || n > largest || n < -largest {
		s.pos = start
		s.unexpected("a whole number")
	}
	return n
}
