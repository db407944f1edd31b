package syntax

import (
	"math"
	"unicode/utf8"
)

func (s *scanner) name() {
	start := s.pos
	for s.pos < len(s.src) && inName[s.src[s.pos]] {
		s.pos++
	}
	if s.foreign(start) {
		return
	}
	if top := s.top(); !top.begun {
		s.firstName(top, s.src[start:s.pos])
	}
	if s.joined == behindDot && likeExponent(s.src[start:s.pos]) {
		s.join(start, false)
		return
	}
	s.operand()
}

// foreign reports a name that has letters beyond ASCII, and whether it did. A
// mark beyond ASCII ends a name.
func (s *scanner) foreign(start int) bool {
	end := s.pos
	for i, c := range s.src[start:end] {
		if c < utf8.RuneSelf {
			continue
		}
		s.pos = start
		if s.pos = s.foreignName(); s.pos > start+i {
			s.refuseName(start, s.pos)
			return true
		}
		break
	}
	return false
}

// firstName looks for the two places where a first word changes what follows:
// an object built by `for`, whose lines run on, and a template directive.
func (s *scanner) firstName(top *frame, word []byte) {
	switch {
	case top.kind == brace && string(word) == "for":
		next := s.pos
		for s.peek(next) == ' ' || s.peek(next) == '\t' {
			next++
		}
		top.lineEnds = s.peek(next) == '='
	case top.kind == directive:
		s.openDirective(word)
	}
}

// openDirective keeps the count of `if` and `for` that stand open in a
// template: the parser descends into each.
func (s *scanner) openDirective(word []byte) {
	template := &s.stack[len(s.stack)-2]
	switch string(word) {
	case "if", "for":
		template.ifs++
		s.ifs++
		s.checkDepth()
	case "endif", "endfor":
		if template.ifs > 0 {
			template.ifs--
			s.ifs--
		}
	}
}

// number reads what HCL takes for one: digits, dots and exponents in any order,
// ending in a digit.
func (s *scanner) number() {
	start, end := s.pos, s.pos+1
	digits := 1
	for i := end; i < len(s.src); i++ {
		c := s.src[i]
		switch {
		case classes[c] == digit:
			digits++
			end = i + 1
			continue
		case c == '.':
			continue
		case c == 'e' || c == 'E':
			if j := s.exponent(i, start); j > i {
				i, end = j-1, j
				continue
			}
		}
		break
	}
	s.pos = end
	s.join(start, true)
	if digits > s.limits.Digits {
		s.refuseDigits(start, digits)
	}
}

// A joint says whether a number, or a number and a dot, stands just before. A
// number behind both, as in `x.0 .1`, would be one with the first if the space
// were taken out, and so would a name such as `e5`. What hangs on a space is
// refused.
type joint byte

const (
	apart joint = iota
	behindNumber
	behindDot
)

// join notes a number or a name that reads like an exponent.
func (s *scanner) join(start int, number bool) {
	if s.joined == behindDot {
		s.fault(start, s.pos, "numbers joined by dots", "An element of a list is taken with brackets: `list[0][1]`.")
	}
	s.operand()
	if number {
		s.joined = behindNumber
	}
}

// likeExponent reports whether a name would continue a number.
func likeExponent(word []byte) bool {
	return len(word) > 1 && (word[0] == 'e' || word[0] == 'E') &&
		(classes[word[1]] == digit || word[1] == '-' && len(word) > 2 && classes[word[2]] == digit)
}

// exponent reads `e`, a sign and digits, and returns where they end, or i where
// they are none.
func (s *scanner) exponent(i, start int) int {
	j := i + 1
	if c := s.peek(j); c == '+' || c == '-' {
		j++
	}
	if classes[s.peek(j)] != digit {
		return i
	}
	power := 0
	for ; j < len(s.src) && classes[s.src[j]] == digit; j++ {
		power = min(power*10+int(s.src[j]-'0'), math.MaxInt32)
	}
	if power > s.limits.Exponent {
		s.refuseExponent(start, j)
	}
	return j
}
