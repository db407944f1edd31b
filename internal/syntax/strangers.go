package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/privity/privity/internal/diag"
)

// stranger reports a character that means nothing in code.
func (s *scanner) stranger() {
	start := s.pos
	if end := s.foreignName(); end > start {
		s.refuseName(start, end)
		return
	}
	s.operand()
	r, size := utf8.DecodeRune(s.src[start:])
	s.pos += size
	switch {
	case strings.ContainsRune("'`‘’‚“”„«»", r):
		s.foreignQuote(start, r)
	case r < ' ' || r == 0x7f:
		s.report(diag.New(diag.FileControlChar, s.span(start, s.pos), fmt.Sprintf("the control character U+%04X", r)).
			Because("Remove it: it cannot be seen and means nothing here."))
	case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		d := s.fault(start, s.pos, fmt.Sprintf("the invisible character U+%04X", r), "Only spaces, tabs and line breaks may stand between words. Replace it by a space.")
		d.Replacing(d.Span, " ", "replace it by a space")
	case r == '$' && s.peek(s.pos) == '{':
		s.fault(start, s.pos+1, "`${` outside a string", "`${…}` inserts a value into a string. Where a whole value stands, write the expression without it.")
	case r == ';':
		d := s.fault(start, s.pos, "`;` ends nothing", "Each attribute stands on a line of its own.")
		d.Replacing(d.Span, "", "remove it")
	default:
		s.fault(start, s.pos, fmt.Sprintf("`%c` means nothing here", r), "Text stands in double quotes, and a comment begins with `#`.")
	}
}

// foreignName returns the end of a name that begins here and holds letters
// beyond ASCII, or the start where there is none.
func (s *scanner) foreignName() int {
	end := s.pos
	for end < len(s.src) && inName[s.src[end]] {
		r, size := utf8.DecodeRune(s.src[end:])
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	return end
}

func (s *scanner) refuseName(start, end int) {
	s.pos = end
	s.operand()
	name := string(s.src[start:end])
	s.tokens += utf8.RuneCountInString(name) - 1 // HCL may divide it at each letter
	s.report(diag.New(diag.IdentifierForm, s.span(start, end), fmt.Sprintf("the name `%s` has letters other than a–z", clip(name))).
		Because("Names consist of the letters a–z and A–Z, digits, `_` and `-`, so that two names that look alike are alike. Printed text, in quotes, may hold any letter."))
	if before := s.src[:start]; bytes.HasSuffix(before, []byte("<<")) || bytes.HasSuffix(before, []byte("<<-")) {
		s.spoil()
		s.stopped = true
	}
}

// foreignQuote reports a quotation mark other than `"` and skips the text that
// it was meant to enclose.
func (s *scanner) foreignQuote(start int, r rune) {
	line := s.src[s.pos:min(s.pos+maxLine, len(s.src))]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	d := s.fault(start, s.pos, fmt.Sprintf("`%c` does not begin a string", r), "A string stands in straight double quotes: `\"…\"`.")
	if r == '`' {
		d.Summary = "a backtick does not begin a string"
	}
	s.spoil()
	end := bytes.IndexAny(line, closingQuotes(r))
	if end < 0 {
		return
	}
	inside := string(line[:end])
	_, size := utf8.DecodeRune(line[end:])
	s.pos += end + size
	d.Span = s.span(start, s.pos)
	if !strings.ContainsAny(inside, `"\$%`) {
		d.Replacing(d.Span, `"`+inside+`"`, "use straight double quotes")
	}
}

func closingQuotes(opening rune) string {
	switch opening {
	case '\'', '`':
		return string(opening)
	case '‘', '’', '‚':
		return "‘’"
	case '«', '»':
		return "«»"
	}
	return "“”\""
}

func (s *scanner) singleOperator(at int) {
	c := s.src[at]
	d := s.fault(at, at+1, fmt.Sprintf("`%c` is no operator", c), fmt.Sprintf("Two conditions are joined with `%c%c`.", c, c))
	d.Replacing(d.Span, string([]byte{c, c}), fmt.Sprintf("write `%c%c`", c, c))
}
