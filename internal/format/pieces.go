package format

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A piece is a token on its way from the old layout to the new one. Line breaks
// are pieces of their own, those behind comments included.
type piece struct {
	kind hclsyntax.TokenType
	text []byte
	gap  bool // white space stands before it

	opensBlock  bool // the name of a block at the top level
	closesBlock bool // its closing brace
}

type pieces []piece

func (p piece) isBreak() bool   { return p.kind == hclsyntax.TokenNewline }
func (p piece) isComment() bool { return p.kind == hclsyntax.TokenComment }

// endsLine reports a comment that runs to the end of its line.
func (p piece) endsLine() bool { return p.isComment() && p.text[0] == '#' }

var lineBreak = piece{kind: hclsyntax.TokenNewline, text: []byte("\n")}

func (ps pieces) bytes() []byte {
	var b bytes.Buffer
	for _, p := range ps {
		if p.gap {
			b.WriteByte(' ')
		}
		b.Write(p.text)
	}
	return b.Bytes()
}

// A cutter cuts a file into pieces, with the labels of blocks quoted and lone
// insertions unwrapped.
type cutter struct {
	tokens hclsyntax.Tokens
	edits  map[int]edit
	quotes []bool // for each open string whether it is unwrapped
	list   pieces
}

func newPieces(src []byte, body *hclsyntax.Body) pieces {
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	c := cutter{tokens: tokens, edits: editsFor(body), list: make(pieces, 0, len(tokens)+len(tokens)/8)}
	end, gap := 0, false
	for i, token := range tokens[:len(tokens)-1] {
		gap = gap || token.Range.Start.Byte > end
		end = token.Range.End.Byte
		if c.drops(i) {
			gap = true
			continue
		}
		edit := c.edits[token.Range.Start.Byte]
		p := piece{kind: token.Type, text: token.Bytes, gap: gap, opensBlock: edit.opensBlock, closesBlock: edit.closesBlock}
		if edit.quote {
			p.text = []byte(`"` + string(p.text) + `"`)
		}
		gap = false
		c.list = c.list.take(p)
	}
	return c.list
}

// drops reports whether a token goes: of a string to unwrap the quotes, `${`
// behind the first and `}` before the last.
func (c *cutter) drops(i int) bool {
	switch token := c.tokens[i]; token.Type {
	case hclsyntax.TokenOQuote:
		unwrap := c.edits[token.Range.Start.Byte].unwrap
		c.quotes = append(c.quotes, unwrap)
		return unwrap
	case hclsyntax.TokenCQuote:
		unwrap := c.inUnwrapped()
		c.quotes = c.quotes[:len(c.quotes)-1]
		return unwrap
	case hclsyntax.TokenTemplateInterp:
		return c.tokens[i-1].Type == hclsyntax.TokenOQuote && c.inUnwrapped()
	case hclsyntax.TokenTemplateSeqEnd:
		return c.tokens[i+1].Type == hclsyntax.TokenCQuote && c.inUnwrapped()
	}
	return false
}

func (c *cutter) inUnwrapped() bool {
	return len(c.quotes) > 0 && c.quotes[len(c.quotes)-1]
}

// take appends a token, tidied, and the line break that a comment carries.
func (ps pieces) take(p piece) pieces {
	switch p.kind {
	case hclsyntax.TokenNewline:
		return append(ps, lineBreak)
	case hclsyntax.TokenOHeredoc:
		p.text = []byte(string(bytes.TrimRight(p.text, "\r\n")) + "\n")
	case hclsyntax.TokenCHeredoc:
		p.text = bytes.TrimRight(p.text, " \t\r")
	case hclsyntax.TokenComment:
		return ps.takeComment(p)
	}
	return append(ps, p)
}

func (ps pieces) takeComment(p piece) pieces {
	if bytes.HasPrefix(p.text, []byte("/*")) {
		p.text = bytes.ReplaceAll(p.text, []byte("\r\n"), []byte("\n"))
		return append(ps, p)
	}
	broken := bytes.HasSuffix(p.text, []byte("\n"))
	p.text = commentLine(p.text)
	ps = append(ps, p)
	if broken {
		ps = append(ps, lineBreak)
	}
	return ps
}

// commentLine returns a comment of one line as it is written: with `#` and
// nothing blank at its end.
func commentLine(text []byte) []byte {
	text = bytes.TrimRight(text, " \t\r\n")
	if bytes.HasPrefix(text, []byte("//")) {
		text = append([]byte("#"), text[2:]...)
	}
	return text
}
