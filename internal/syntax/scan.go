package syntax

import (
	"bytes"
	"unicode/utf8"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// A scanner reads a file once, byte by byte, and keeps the same modes as HCL's
// lexer: code, quoted strings, heredocs, and code again inside an insertion. It
// measures what the limits bound and finds the faults that HCL explains badly:
// brackets that do not match and strings that do not end.
//
// Behind such a fault the two may read the rest of an item differently, so that
// item is never handed to the parser.
type scanner struct {
	file   *source.File
	src    []byte
	limits Limits

	pos    int
	stack  []frame
	tokens int
	unary  int // `!` and `-` since the last other token
	joined joint
	above  int // links of the expressions around the open one
	ifs    int // template directives open in all templates

	items  []item
	closed []pair // braces, in the order in which they were closed

	found   diag.List
	stopped bool
	refused bool // by a limit: nothing of the file may be parsed
}

// A frame is something open: a bracket, a string, a heredoc, an insertion.
type frame struct {
	kind  kind
	at    int // offset of the opening mark
	width int // bytes of the opening mark

	// In code.
	links    int  // operators and steps of the expression being read
	tallest  int  // height of the tallest thing within it
	height   int  // height of the tallest expression so far
	begun    bool // something stands after the opening mark
	lineEnds bool // a line end ends the expression

	// In templates.
	pieces    int
	ifs       int
	marker    []byte // of a heredoc
	lineBegin bool   // nothing of this heredoc line has been read
}

// An item is what stands between two line ends at the top level: an attribute,
// a block, a comment or nothing. HCL reads a spoiled one otherwise than we do.
type item struct {
	start   int
	spoiled bool
}

// A pair is a brace and the one that closed it, kept to explain a missing one.
type pair struct{ open, close int }

type kind byte

const (
	topLevel kind = iota
	paren
	bracket
	brace
	quote
	heredoc
	insertion
	directive
)

var (
	openers = [...]string{paren: "(", bracket: "[", brace: "{", quote: `"`, insertion: "${", directive: "%{"}
	closers = [...]string{paren: ")", bracket: "]", brace: "}", quote: `"`, insertion: "}", directive: "}"}
)

var byteOrderMark = []byte("\xef\xbb\xbf")

func newScanner(file *source.File, limits Limits) *scanner {
	s := &scanner{file: file, src: file.Bytes, limits: limits}
	if bytes.HasPrefix(s.src, byteOrderMark) {
		s.pos = len(byteOrderMark)
	}
	s.items = append(s.items, item{start: s.pos})
	s.stack = append(make([]frame, 0, 16), frame{kind: topLevel, lineEnds: true})
	return s
}

// run reads the whole file, or as far as it makes sense.
func (s *scanner) run() {
	if s.encoding(); s.stopped {
		return
	}
	for s.pos < len(s.src) && !s.stopped {
		switch s.top().kind {
		case quote:
			s.text()
		case heredoc:
			s.heredocText()
		default:
			s.code()
		}
	}
	if !s.stopped {
		s.end()
	}
}

func (s *scanner) top() *frame { return &s.stack[len(s.stack)-1] }

func (s *scanner) span(start, end int) source.Span {
	return source.Span{File: s.file, Start: int32(start), End: int32(end)}
}

// peek returns the byte at an offset, or zero past the end.
func (s *scanner) peek(i int) byte {
	if i < len(s.src) {
		return s.src[i]
	}
	return 0
}

// Classes of bytes in code.
const (
	other byte = iota
	space
	newline
	letter
	digit
	mark
)

var classes = func() (t [256]byte) {
	for c := range t {
		switch b := byte(c); {
		case b == ' ' || b == '\t' || b == '\r':
			t[c] = space
		case b == '\n':
			t[c] = newline
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_':
			t[c] = letter
		case b >= '0' && b <= '9':
			t[c] = digit
		case bytes.IndexByte([]byte(`()[]{}"#/<>=!&|+-*%?:.,~`), b) >= 0:
			t[c] = mark
		}
	}
	return t
}()

// inName says which bytes continue a name; non-ASCII ones do so that a foreign
// name is reported whole.
var inName = func() (t [256]bool) {
	for c := range t {
		t[c] = classes[c] == letter || classes[c] == digit || c == '-' || c >= utf8.RuneSelf
	}
	return t
}()

// code reads until a mode is entered or left.
func (s *scanner) code() {
	depth := len(s.stack)
	for s.pos < len(s.src) && len(s.stack) == depth && !s.stopped {
		c := s.src[s.pos]
		switch classes[c] {
		case space:
			s.pos++
		case newline:
			s.count()
			s.pos++
			s.lineEnd()
		case letter:
			s.name()
		case digit:
			s.number()
		case mark:
			s.mark(c)
		default:
			s.stranger()
		}
	}
}

// count notes a token.
func (s *scanner) count() {
	if s.tokens++; s.tokens > s.limits.Tokens {
		s.refuseTokens()
	}
}

// operand notes a token that ends a run of unary operators.
func (s *scanner) operand() {
	s.unary, s.joined = 0, apart
	s.top().begun = true
	s.count()
}

// lineEnd is called behind a line break in code, that of a comment included.
func (s *scanner) lineEnd() {
	top := s.top()
	if top.lineEnds {
		s.expressionEnd(top)
	}
	if top.kind == topLevel {
		s.items = append(s.items, item{start: s.pos})
	}
}

// expressionEnd closes the expression that was being read in a frame.
func (s *scanner) expressionEnd(top *frame) {
	top.height = max(top.height, top.links+top.tallest)
	top.links, top.tallest = 0, 0
}

// link notes an operator or a step. The sum that it checks is the height of the
// tree through this point: what stands around, what stands here, and the
// tallest thing inside.
func (s *scanner) link() {
	top := s.top()
	top.begun = true
	top.links++
	if s.above+top.links+top.tallest > s.limits.Chain {
		s.refuseChain()
	}
}

func (s *scanner) push(f frame) {
	s.top().begun = true
	s.above += s.top().links
	s.stack = append(s.stack, f)
	s.checkDepth()
}

func (s *scanner) pop() {
	f := s.top()
	s.expressionEnd(f)
	s.ifs -= f.ifs
	s.stack = s.stack[:len(s.stack)-1]
	around := s.top()
	around.tallest = max(around.tallest, f.height)
	s.above -= around.links
}

func (s *scanner) checkDepth() {
	if len(s.stack)-1+s.ifs > s.limits.Depth {
		s.refuseDepth()
	}
}
