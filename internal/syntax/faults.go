package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/privity/privity/internal/diag"
)

// fault adds a finding about a run of bytes.
func (s *scanner) fault(start, end int, summary, detail string) *diag.Diagnostic {
	d := diag.New(diag.SyntaxError, s.span(start, end), summary).Because(detail)
	s.report(d)
	return d
}

func (s *scanner) report(d *diag.Diagnostic) {
	if len(s.found) < maxFindings {
		s.found.Add(d)
	}
}

// spoil marks the open item as one that HCL may read otherwise. It reports
// whether it was sound so far: what follows in a spoiled one is an aftermath.
func (s *scanner) spoil() bool {
	last := &s.items[len(s.items)-1]
	sound := !last.spoiled
	last.spoiled = true
	return sound
}

// encoding looks for bytes that would move the modes of HCL's lexer and ours
// apart. Files from source.Read have none.
func (s *scanner) encoding() {
	if !utf8.Valid(s.src) {
		at := 0
		for utf8.RuneStart(s.src[at]) {
			r, size := utf8.DecodeRune(s.src[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		s.stop(diag.FileNotText, at, "the file is not valid UTF-8", "Save it with the encoding UTF-8.")
		return
	}
	for at := 0; ; {
		next := bytes.IndexByte(s.src[at:], '\r')
		if next < 0 {
			return
		}
		at += next + 1
		if s.peek(at) != '\n' {
			s.stop(diag.FileControlChar, at-1, "a carriage return without a line feed", "End each line in a line feed, or in both characters together.")
			return
		}
	}
}

func (s *scanner) stop(code diag.Code, at int, summary, detail string) {
	s.stopped = true
	s.spoil()
	s.report(diag.New(code, s.span(at, at+1), summary).Because(detail))
}

// mismatch reports a closing bracket that does not close what is open, and
// begins anew at the next line that starts at the margin.
func (s *scanner) mismatch(start, end int) {
	top := s.top()
	closer := string(s.src[start:end])
	if s.spoil() {
		switch {
		case top.kind == topLevel:
			s.fault(start, end, fmt.Sprintf("`%s` closes nothing", closer),
				"Everything that was opened before it is closed already. Remove it, or find the opening that is missing.").
				Labelled("nothing is open here")
		case (top.kind == bracket || top.kind == paren) && bytes.IndexByte(s.src[top.at:start], '\n') >= 0:
			s.unclosed(*top, start, end)
		default:
			s.fault(start, end, fmt.Sprintf("`%s` stands where `%s` is due", closer, closers[top.kind]),
				fmt.Sprintf("`%s` is still open here and has to be closed first.", openers[top.kind])).
				Labelled(fmt.Sprintf("`%s` expected", closers[top.kind])).
				Relating(s.span(top.at, top.at+top.width), "opened here")
		}
	}
	s.resume(end)
}

// resume goes on at the next line that begins with a name at the margin, where
// a block starts in every file that is laid out as usual.
func (s *scanner) resume(from int) {
	for s.pos = from; s.pos < len(s.src); {
		next := bytes.IndexByte(s.src[s.pos:], '\n')
		if next < 0 {
			s.pos = len(s.src)
			break
		}
		s.pos += next + 1
		if classes[s.peek(s.pos)] == letter {
			break
		}
	}
	s.stack = s.stack[:1]
	s.stack[0] = frame{kind: topLevel, lineEnds: true}
	s.unary, s.above, s.ifs = 0, 0, 0
	s.items = append(s.items, item{start: s.pos})
}

// unclosedString reports a string that meets the end of its line. Where it was
// begun inside an insertion of a string on the same line, the insertion is what
// was not closed, and that string's last quote began this one.
func (s *scanner) unclosedString() {
	first := len(s.stack) - 1
	line := bytes.LastIndexByte(s.src[:s.pos], '\n') + 1
	for i, f := range s.stack {
		if f.kind == quote && f.at >= line {
			first = min(first, i)
		}
	}
	outer := s.stack[first]
	if s.spoil() {
		if first == len(s.stack)-1 {
			s.openString(outer.at)
		} else {
			inner := s.stack[first+1]
			s.fault(inner.at, inner.at+inner.width, fmt.Sprintf("`%s` is not closed in this text", openers[inner.kind]),
				"Behind the inserted value stands `}`. If the sign is meant as text, double it.")
		}
	}
	for len(s.stack) > first {
		s.pop()
	}
}

func (s *scanner) openString(at int) {
	end := s.pos
	if i := bytes.IndexByte(s.src[at:s.pos], '\n'); i >= 0 {
		end = at + i
	}
	if s.src[end-1] == '\r' {
		end--
	}
	s.fault(at, end, "a string is not closed on its line",
		"A string ends in `\"` on the line on which it begins. A text of several lines is written as a heredoc: `<<EOT`, the lines, and `EOT` on a line of its own.").
		Labelled("no closing `\"`")
}

func (s *scanner) unclosedComment() {
	s.fault(s.pos, s.pos+2, "a comment is never closed", "A comment that begins with `/*` ends with `*/`. Close it, or begin each of its lines with `#`.")
	s.spoil()
	s.pos = len(s.src)
	s.stack = s.stack[:1]
}

// end reports what is open where the file ends.
func (s *scanner) end() {
	top := *s.top()
	if top.kind == topLevel || !s.spoil() {
		return
	}
	switch top.kind {
	case quote:
		s.fault(top.at, top.at+1, "a string is never closed", "The file ends before the string does. A string ends in `\"` on the line on which it begins.")
	case heredoc:
		s.unclosedHeredoc(top)
	case brace:
		s.unclosedBrace(top)
	default:
		s.unclosed(top, len(s.src), len(s.src))
	}
}

func (s *scanner) unclosedHeredoc(top frame) {
	d := s.fault(top.at, top.at+top.width, "a heredoc is never closed",
		fmt.Sprintf("It ends at a line that holds nothing but `%s`, and that line ends in a line break.", top.marker)).
		Labelled("opened here")
	lines := bytes.Split(bytes.TrimRight(s.src[top.at:], "\n"), []byte("\n"))
	if last := lines[len(lines)-1]; bytes.Equal(bytes.TrimSpace(last), top.marker) {
		d.Detail = fmt.Sprintf("The last line holds `%s`, but the file ends without a line break behind it.", top.marker)
		d.Replacing(s.span(len(s.src), len(s.src)), "\n", "end the file in a line break")
	}
}

// unclosedBrace blames the brace that was closed by one of another indentation,
// if there is such a one: what a missing brace does is to shift all that follow.
func (s *scanner) unclosedBrace(top frame) {
	for _, p := range s.closed {
		if p.open < top.at {
			continue
		}
		inner, first := s.indent(p.open)
		outer, lone := s.indent(p.close)
		if !lone || inner == outer {
			continue
		}
		s.fault(p.open, p.open+1, fmt.Sprintf("%s is never closed", s.header(first, p.open)),
			"The `}` that would close it stands further to the left or right, where another block ends. Add a line with `}`.").
			Labelled("opened here").
			Relating(s.span(p.close, p.close+1), "this `}` closes it instead")
		return
	}
	_, first := s.indent(top.at)
	s.fault(top.at, top.at+1, fmt.Sprintf("%s is never closed", s.header(first, top.at)),
		"The file ends before the `}` that belongs to it.").Labelled("opened here")
}

// indent returns the indentation of the line of an offset, and whether the
// offset is the first thing on the line.
func (s *scanner) indent(at int) (string, bool) {
	start := bytes.LastIndexByte(s.src[:at], '\n') + 1
	line := s.src[start:]
	width := 0
	for width < len(line) && (line[width] == ' ' || line[width] == '\t') {
		width++
	}
	return string(line[:width]), start+width == at
}

// header names what a brace opens: the block, or just the brace.
func (s *scanner) header(alone bool, at int) string {
	start := bytes.LastIndexByte(s.src[:at], '\n') + 1
	text := strings.TrimSpace(string(s.src[start:at]))
	if alone || text == "" || len(text) > 60 || strings.ContainsAny(text, "=[(") {
		return "`{`"
	}
	return "the block `" + text + "`"
}

// clip shortens text that is quoted in a message.
func clip(text string) string {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i] + "…"
	}
	const most = 40
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most]) + "…"
	}
	return text
}
