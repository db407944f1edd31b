package syntax

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Most of a policy is plain: blocks of attributes whose values are texts
// without marks, whole numbers, words, names of other blocks, and lists of
// these. HCL's parser makes tokens of every byte first and counts the columns
// of each, which takes four times as long as all that is done with the result.
// So plain blocks are read here, into the same nodes, and all others by HCL.
//
// Nothing is decided here about what is right. What is not plainly one of the
// forms above, down to a carriage return, leaves its block to HCL; and where
// HCL has anything to say about a file, it reads the whole file as if this did
// not exist. A fuzz target holds the two to the same tree.
//
// The nodes carry byte offsets and no lines: package source works those out.

// A plainReader reads the plain blocks of a file.
type plainReader struct {
	scan *scanner
	src  []byte
	name string
	pos  int
}

// parsePlain reads a file that the scanner has passed. It reports false where
// HCL should read the file instead.
func parsePlain(s *scanner) (*hclsyntax.Body, bool) {
	p := plainReader{scan: s, src: s.src, name: s.file.Name}
	body := p.newBody(0)
	next := 0 // of the scanner's items
	for p.skipLines(); p.pos < len(p.src); p.skipLines() {
		start := p.pos
		if block := p.block(); block != nil && p.endsLine() {
			body.Blocks = append(body.Blocks, block)
			continue
		}
		for next < len(s.items) && s.items[next].start <= start {
			next++
		}
		end := len(p.src)
		if next < len(s.items) {
			end = s.items[next].start
		}
		inner, found := parse(s.file, p.src[start:end], start)
		if inner == nil || len(found) > 0 || len(inner.Attributes) > 0 {
			return nil, false
		}
		body.Blocks = append(body.Blocks, inner.Blocks...)
		p.pos = end
	}
	body.SrcRange = p.between(0, len(p.src))
	body.EndRange = p.between(len(p.src), len(p.src))
	return body, true
}

func (p *plainReader) newBody(attributes int) *hclsyntax.Body {
	return &hclsyntax.Body{Attributes: make(hclsyntax.Attributes, attributes), Blocks: hclsyntax.Blocks{}}
}

func (p *plainReader) between(start, end int) hcl.Range {
	return hcl.Range{Filename: p.name, Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: end}}
}

// at returns the byte at the current place; 0 stands for the end of the file,
// and cannot stand in it.
func (p *plainReader) at() byte {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

func (p *plainReader) skipSpaces() {
	for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t') {
		p.pos++
	}
}

// skipLines skips blanks, line ends and comments that run to the end of their
// line.
func (p *plainReader) skipLines() {
	for {
		p.skipSpaces()
		if p.at() == '\n' {
			p.pos++
			continue
		}
		length := p.commentLength()
		if length == 0 {
			return
		}
		p.pos += length
	}
}

// commentLength is the length of the comment at the current place, its line end
// included. A comment that the file ends in is left to HCL.
func (p *plainReader) commentLength() int {
	rest := p.src[p.pos:]
	if len(rest) == 0 || rest[0] != '#' && (rest[0] != '/' || len(rest) < 2 || rest[1] != '/') {
		return 0
	}
	for i, b := range rest {
		if b == '\n' {
			return i + 1
		}
		if b == '\r' {
			return 0
		}
	}
	return 0
}

// endsLine reports whether nothing stands before the end of the line, but
// perhaps a comment.
func (p *plainReader) endsLine() bool {
	p.skipSpaces()
	return p.pos == len(p.src) || p.at() == '\n' || p.commentLength() > 0
}

// word reads an identifier, and returns its bounds; they are equal where there
// is none.
func (p *plainReader) word() (start, end int) {
	start = p.pos
	if !isLetter(p.at()) {
		return start, start
	}
	for p.pos < len(p.src) && isWordByte[p.src[p.pos]] {
		p.pos++
	}
	if p.pos < len(p.src) && p.src[p.pos] >= 0x80 {
		return start, start
	}
	return start, p.pos
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

var isWordByte = func() (is [256]bool) {
	for b := range is {
		is[b] = isLetter(byte(b)) || b >= '0' && b <= '9' || b == '_' || b == '-'
	}
	return is
}()

// block reads a block up to its closing brace, or returns nil where it is not
// plain.
func (p *plainReader) block() *hclsyntax.Block {
	start, end := p.word()
	if start == end {
		return nil
	}
	return p.blockOf(start, end)
}

func (p *plainReader) blockOf(start, end int) *hclsyntax.Block {
	b := &hclsyntax.Block{Type: string(p.src[start:end]), TypeRange: p.between(start, end)}
	for p.skipSpaces(); p.at() != '{'; p.skipSpaces() {
		if !p.label(b) {
			return nil
		}
	}
	b.OpenBraceRange = p.between(p.pos, p.pos+1)
	p.pos++
	p.skipSpaces()
	if p.at() == '}' || p.endsLine() {
		b.Body = p.body(b.OpenBraceRange.Start.Byte)
	} else {
		b.Body = p.singleLine()
	}
	if b.Body == nil || p.at() != '}' {
		return nil
	}
	p.pos++
	b.CloseBraceRange = p.between(p.pos-1, p.pos)
	return b
}

func (p *plainReader) label(b *hclsyntax.Block) bool {
	start, end := p.word()
	label := string(p.src[start:end])
	if start == end {
		from, to, ok := p.quoted()
		if !ok {
			return false
		}
		start, end, label = from-1, to+1, string(p.src[from:to])
	}
	b.Labels = append(b.Labels, label)
	b.LabelRanges = append(b.LabelRanges, p.between(start, end))
	return true
}

// body reads the lines of a block, and stops at its closing brace.
func (p *plainReader) body(open int) *hclsyntax.Body {
	body := p.newBody(4)
	for p.skipLines(); p.at() != '}'; p.skipLines() {
		start, end := p.word()
		if start == end {
			return nil
		}
		p.skipSpaces()
		if p.at() != '=' {
			inner := p.blockOf(start, end)
			if inner == nil || !p.endsLine() {
				return nil
			}
			body.Blocks = append(body.Blocks, inner)
			continue
		}
		if !p.attribute(body, start, end) || !p.endsLine() || p.pos == len(p.src) {
			return nil
		}
	}
	body.SrcRange = p.between(open, p.pos+1)
	body.EndRange = p.between(p.pos+1, p.pos+1)
	return body
}

// singleLine reads the one attribute of a block that is written on one line.
func (p *plainReader) singleLine() *hclsyntax.Body {
	body := p.newBody(1)
	start, end := p.word()
	p.skipSpaces()
	if start == end || p.at() != '=' || !p.attribute(body, start, end) {
		return nil
	}
	for _, a := range body.Attributes {
		body.SrcRange = a.SrcRange
		body.EndRange = p.between(a.SrcRange.End.Byte, a.SrcRange.End.Byte)
	}
	p.skipSpaces()
	return body
}

// attribute reads an attribute from its equals sign on.
func (p *plainReader) attribute(body *hclsyntax.Body, start, end int) bool {
	equals := p.between(p.pos, p.pos+1)
	p.pos++
	p.skipSpaces()
	value := p.expression()
	name := string(p.src[start:end])
	if value == nil || body.Attributes[name] != nil {
		return false
	}
	body.Attributes[name] = &hclsyntax.Attribute{
		Name: name, Expr: value, SrcRange: p.between(start, p.pos), NameRange: p.between(start, end), EqualsRange: equals,
	}
	return true
}

// expression reads a plain value, or returns nil. Whether an operator or a call
// follows is seen by whoever looks for the end of the line or a comma.
func (p *plainReader) expression() hclsyntax.Expression {
	switch b := p.at(); {
	case b == '"':
		return p.text()
	case b == '[':
		return p.list()
	case b >= '0' && b <= '9':
		return p.number()
	case isLetter(b):
		return p.named()
	}
	return nil
}

// quoted reads a text in quotes without marks, and returns the bounds of what
// stands between them.
func (p *plainReader) quoted() (from, to int, ok bool) {
	if p.at() != '"' {
		return 0, 0, false
	}
	for i := p.pos + 1; i < len(p.src); i++ {
		switch b := p.src[i]; {
		case b == '"':
			from, to = p.pos+1, i
			p.pos = i + 1
			return from, to, from < to
		case b == '\\' || b == '$' || b == '%' || b < ' ':
			return 0, 0, false
		}
	}
	return 0, 0, false
}

func (p *plainReader) text() hclsyntax.Expression {
	from, to, ok := p.quoted()
	if !ok {
		return nil
	}
	literal := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(string(p.src[from:to])), SrcRange: p.between(from, to)}
	return &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{literal}, SrcRange: p.between(from-1, to+1)}
}

// mostDigits is how many digits a plain number has: as many as an int64 holds
// without a thought.
const mostDigits = 15

func (p *plainReader) number() hclsyntax.Expression {
	start, n := p.pos, int64(0)
	for b := p.at(); b >= '0' && b <= '9'; b = p.at() {
		n = n*10 + int64(b-'0')
		p.pos++
		if p.pos-start > mostDigits {
			return nil
		}
	}
	if b := p.at(); b == '.' || isWordByte[b] {
		return nil
	}
	return &hclsyntax.LiteralValueExpr{Val: cty.NumberIntVal(n), SrcRange: p.between(start, p.pos)}
}

var keywords = map[string]cty.Value{"true": cty.True, "false": cty.False, "null": cty.NullVal(cty.DynamicPseudoType)}

// named reads a word that is a value, or the name of something: vendor.aws.
func (p *plainReader) named() hclsyntax.Expression {
	start, end := p.word()
	if start == end {
		return nil
	}
	root := string(p.src[start:end])
	if v, ok := keywords[root]; ok {
		if p.at() == '.' {
			return nil
		}
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: p.between(start, end)}
	}
	if root == "for" {
		return nil
	}
	steps := make(hcl.Traversal, 1, 2)
	steps[0] = hcl.TraverseRoot{Name: root, SrcRange: p.between(start, end)}
	for p.at() == '.' {
		dot := p.pos
		p.pos++
		from, to := p.word()
		if from == to {
			return nil
		}
		steps = append(steps, hcl.TraverseAttr{Name: string(p.src[from:to]), SrcRange: p.between(dot, to)})
	}
	return &hclsyntax.ScopeTraversalExpr{Traversal: steps, SrcRange: p.between(start, p.pos)}
}

// list reads a list, which may run over several lines.
func (p *plainReader) list() hclsyntax.Expression {
	open := p.pos
	p.pos++
	var elements []hclsyntax.Expression
	for p.skipLines(); p.at() != ']'; p.skipLines() {
		element := p.expression()
		if element == nil {
			return nil
		}
		elements = append(elements, element)
		p.skipLines()
		if p.at() == ',' {
			p.pos++
		} else if p.at() != ']' {
			return nil
		}
	}
	p.pos++
	return &hclsyntax.TupleConsExpr{Exprs: elements, SrcRange: p.between(open, p.pos), OpenRange: p.between(open, open+1)}
}
