package syntax

import (
	"bytes"
	"math"
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

var openers = [...]string{paren: "(", bracket: "[", brace: "{", quote: `"`, insertion: "${", directive: "%{"}
var closers = [...]string{paren: ")", bracket: "]", brace: "}", quote: `"`, insertion: "}", directive: "}"}

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

// A joint says whether a number, or a number and a dot, stands just before. Of
// the next number, or a name such as `e5`, the dot would make one number if the
// spaces between them were taken out, and so they are not told apart safely.
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
