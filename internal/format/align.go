package format

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// indentWidth is how many spaces a level of brackets is worth.
const indentWidth = 2

// A line is a line of tokens: a heredoc is part of the line on which it begins.
type line struct {
	tokens hclsyntax.Tokens
	indent int
	pad    int // spaces before the comment at its end
}

// align indents each line and aligns the comments at line ends. HCL's own
// formatter does both, but pushes a line such as `}, {` to the right, and aligns
// comments across levels.
func align(src []byte) []byte {
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	lines := divide(tokens[:len(tokens)-1])
	indent(lines)
	alignComments(lines)
	var b bytes.Buffer
	b.Grow(len(src))
	for _, l := range lines {
		l.write(&b, src)
	}
	return b.Bytes()
}

func divide(tokens hclsyntax.Tokens) []line {
	var lines []line
	start := 0
	for i, token := range tokens {
		if token.Type == hclsyntax.TokenNewline || isLineComment(token) {
			lines = append(lines, line{tokens: tokens[start : i+1]})
			start = i + 1
		}
	}
	if start < len(tokens) {
		lines = append(lines, line{tokens: tokens[start:]})
	}
	return lines
}

func isLineComment(token hclsyntax.Token) bool {
	return token.Type == hclsyntax.TokenComment && bytes.HasSuffix(token.Bytes, []byte("\n"))
}

// indent gives a line that begins with closing brackets the indentation of the
// line that opened the last of them, and any other one level more than the line
// of the innermost open bracket.
func indent(lines []line) {
	var open []int // the indentation of the line of each open bracket
	for i := range lines {
		l := &lines[i]
		if len(open) > 0 {
			l.indent = open[len(open)-1] + indentWidth
		}
		leading := true
		for _, token := range l.tokens {
			switch {
			case closes(token.Type) && len(open) > 0:
				if leading {
					l.indent = open[len(open)-1]
				}
				open = open[:len(open)-1]
			case opens(token.Type):
				open = append(open, l.indent)
				leading = false
			default:
				leading = false
			}
		}
	}
}

// alignComments brings the comments behind neighbouring lines of one
// indentation to one column.
func alignComments(lines []line) {
	for start := 0; start < len(lines); {
		end, widest := start, 0
		for end < len(lines) && lines[end].commented() && lines[end].indent == lines[start].indent {
			widest = max(widest, lines[end].width())
			end++
		}
		for i := start; i < end; i++ {
			lines[i].pad = widest - lines[i].width() + 1
		}
		start = max(end, start+1)
	}
}

// commented reports whether a comment stands behind something, all on one line
// of the file.
func (l line) commented() bool {
	n := len(l.tokens)
	return n > 1 && isLineComment(l.tokens[n-1]) && l.tokens[0].Range.Start.Line == l.tokens[n-2].Range.End.Line
}

// width is how many columns stand before the comment.
func (l line) width() int {
	return l.tokens[len(l.tokens)-2].Range.End.Column - l.tokens[0].Range.Start.Column
}

func (l line) write(b *bytes.Buffer, src []byte) {
	end := l.tokens[0].Range.Start.Byte
	if l.tokens[0].Type != hclsyntax.TokenNewline {
		spaces(b, l.indent)
	}
	for i, token := range l.tokens {
		if l.pad > 0 && i == len(l.tokens)-1 {
			spaces(b, l.pad)
		} else {
			b.Write(src[end:token.Range.Start.Byte])
		}
		b.Write(token.Bytes)
		end = token.Range.End.Byte
	}
}

func spaces(b *bytes.Buffer, n int) {
	for range n {
		b.WriteByte(' ')
	}
}
