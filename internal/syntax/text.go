package syntax

import "bytes"

// ordinary says which bytes of a quoted string mean nothing but themselves.
var ordinary = func() (t [256]bool) {
	for c := range t {
		t[c] = c != '"' && c != '\\' && c != '$' && c != '%' && c != '\n'
	}
	return t
}()

// text reads a quoted string up to its end or to an insertion.
func (s *scanner) text() {
	literal := false // in the middle of one
	for s.pos < len(s.src) && !s.stopped {
		switch c := s.src[s.pos]; c {
		case '"':
			s.count()
			s.pop()
			s.pos++
			return
		case '\n':
			s.unclosedString()
			return
		case '\\':
			s.piece()
			literal = true
			s.pos++
			if s.peek(s.pos) != '\n' && s.peek(s.pos) != '\r' {
				s.pos = min(s.pos+1, len(s.src))
			}
		case '$', '%':
			literal = false
			if s.sign(c) {
				return
			}
		default:
			literal = s.literal(literal)
			for s.pos < len(s.src) && ordinary[s.src[s.pos]] {
				s.pos++
			}
		}
	}
}

// literal counts a run of ordinary text once.
func (s *scanner) literal(inside bool) bool {
	if !inside {
		s.piece()
	}
	return true
}

// sign reads `$` or `%` in a template: `${` opens an insertion, `$${` stands
// for itself, and a lone one is a piece of its own to the parser. It reports
// whether code begins.
func (s *scanner) sign(c byte) bool {
	s.piece()
	switch {
	case s.peek(s.pos+1) == '{':
		f := frame{kind: insertion, at: s.pos, width: 2}
		if c == '%' {
			f.kind = directive
		}
		s.unary = 0
		s.push(f)
		s.pos += 2
		if s.peek(s.pos) == '~' {
			s.pos++
		}
		return true
	case s.peek(s.pos+1) == c && s.peek(s.pos+2) == '{':
		s.pos += 3
	default:
		s.pos++
	}
	return false
}

// heredocText reads lines of a heredoc up to its end or to an insertion.
func (s *scanner) heredocText() {
	for s.pos < len(s.src) && !s.stopped {
		end := bytes.IndexByte(s.src[s.pos:], '\n')
		if end < 0 {
			s.pos = len(s.src)
			return
		}
		end += s.pos
		top := s.top()
		if top.lineBegin && bytes.Equal(bytes.TrimSpace(s.src[s.pos:end]), top.marker) {
			s.count()
			s.pop()
			s.pos = end
			return
		}
		if s.heredocLine(end) {
			return
		}
	}
}

// heredocLine reads the rest of a line and reports whether code begins in it.
func (s *scanner) heredocLine(end int) bool {
	s.piece()
	for s.pos < end && !s.stopped {
		c := s.src[s.pos]
		if c != '$' && c != '%' {
			s.pos++
			continue
		}
		s.top().lineBegin = false
		if s.sign(c) {
			return true
		}
		s.piece() // what follows the sign
	}
	s.pos = end + 1
	s.top().lineBegin = true
	return false
}

// piece counts a part of the open template. The parser joins them one by one,
// at a cost that grows with their square.
func (s *scanner) piece() {
	s.count()
	top := s.top()
	if top.pieces++; top.pieces > s.limits.Pieces {
		s.refusePieces()
	}
}
