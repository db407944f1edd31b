package syntax

import "bytes"

// mark reads an ASCII mark in code: a bracket, an operator, the start of a
// string, a comment or a heredoc.
func (s *scanner) mark(c byte) {
	switch c {
	case '(', '[', '{':
		s.open(c)
	case ')', ']', '}':
		s.close(c, s.pos, s.pos+1)
	case '"':
		s.operand()
		s.push(frame{kind: quote, at: s.pos, width: 1})
		s.pos++
	case '#':
		s.lineComment()
	case '/':
		s.slash()
	case '<':
		if !s.openHeredoc() {
			s.operator(c)
		}
	case ',':
		s.operand()
		s.expressionEnd(s.top())
		s.pos++
	case '~':
		s.tilde()
	default:
		s.operator(c)
	}
}

func (s *scanner) open(c byte) {
	f := frame{at: s.pos, width: 1}
	switch c {
	case '(':
		f.kind = paren
	case '[':
		f.kind = bracket
		s.link()
	default:
		f.kind, f.lineEnds = brace, true
	}
	s.operand()
	s.push(f)
	s.pos++
}

// close reads a closing bracket. One that does not match what is open ends the
// scan: nothing behind it can be told for certain.
func (s *scanner) close(c byte, start, end int) {
	top := s.top()
	inserted := top.kind == insertion || top.kind == directive
	wide := end-start == 2 // `~}`
	if top.kind == topLevel || closers[top.kind][0] != c || wide && !inserted {
		s.mismatch(start, end)
		return
	}
	if top.kind == brace {
		s.closed = append(s.closed, pair{top.at, start})
	}
	s.unary, s.joined = 0, apart
	s.count()
	s.pop()
	s.pos = end
}

// tilde reads `~}`, which ends an insertion and takes the white space behind.
func (s *scanner) tilde() {
	if s.peek(s.pos+1) == '}' {
		s.close('}', s.pos, s.pos+2)
		return
	}
	s.stranger()
}

func (s *scanner) slash() {
	switch s.peek(s.pos + 1) {
	case '/':
		s.lineComment()
	case '*':
		s.count()
		end := bytes.Index(s.src[s.pos+2:], []byte("*/"))
		if end < 0 {
			s.unclosedComment()
			return
		}
		s.pos += end + 4
	default:
		s.operator('/')
	}
}

func (s *scanner) lineComment() {
	s.count()
	end := bytes.IndexByte(s.src[s.pos:], '\n')
	if end < 0 {
		s.pos = len(s.src)
		return
	}
	s.pos += end + 1
	s.lineEnd()
}

// operator reads an operator of one byte or two.
func (s *scanner) operator(c byte) {
	start := s.pos
	width := 1
	if next := s.peek(s.pos + 1); next == '=' && (c == '=' || c == '!' || c == '<' || c == '>') ||
		next == c && (c == '&' || c == '|' || c == ':') || c == '=' && next == '>' {
		width = 2
	}
	s.pos += width
	switch {
	case width == 1 && c == '=':
		s.operand()
		s.expressionEnd(s.top())
		return
	case width == 1 && (c == '!' || c == '-'):
		s.count()
		if s.unary++; s.unary > s.limits.Unary {
			s.refuseUnary(start)
		}
	case c == '.':
		number := s.joined == behindNumber
		s.operand()
		if number {
			s.joined = behindDot
		}
	default:
		s.operand()
	}
	s.link()
	if width == 1 && (c == '&' || c == '|') {
		s.singleOperator(start)
	}
}

// openHeredoc enters a heredoc: `<<` or `<<-`, a name, and at once a line end.
func (s *scanner) openHeredoc() bool {
	if s.peek(s.pos+1) != '<' {
		return false
	}
	start := s.pos + 2
	if s.peek(start) == '-' {
		start++
	}
	if classes[s.peek(start)] != letter {
		return false
	}
	end := start
	for end < len(s.src) && inName[s.src[end]] && s.src[end] < 0x80 {
		end++
	}
	next := end
	if s.peek(next) == '\r' {
		next++
	}
	if s.peek(next) != '\n' {
		return false
	}
	s.operand()
	s.push(frame{kind: heredoc, at: s.pos, width: end - s.pos, marker: s.src[start:end], lineBegin: true})
	s.pos = next + 1
	return true
}
