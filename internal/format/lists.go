package format

import "github.com/hashicorp/hcl/v2/hclsyntax"

// A bracketed is what depends on a pair of brackets.
type bracketed struct {
	open   int  // index of the opening piece
	list   bool // holds elements, rather than an index or a `for`
	broken bool // a line break stands between its elements
	filled bool // holds anything but line breaks
}

func (b bracketed) splits() bool { return b.list && b.broken && b.filled }
func (b bracketed) empty() bool  { return b.list && !b.filled }

// arrangeLists puts the elements of each broken list on lines of their own, and
// takes the last comma out of what stands on one line.
func arrangeLists(in pieces) pieces {
	pairs := pairUp(in)
	out := make(pieces, 0, len(in)+len(in)/8)
	var open []bracketed
	for i, p := range in {
		switch {
		case opens(p.kind):
			open = append(open, pairs[i])
			out = append(out, p)
			if pairs[i].splits() {
				out = out.breakBefore(in[i+1:])
			}
		case closes(p.kind):
			b := open[len(open)-1]
			open = open[:len(open)-1]
			out = out.beforeClosing(b, p.kind)
			out = append(out, p)
		case p.kind == hclsyntax.TokenComma && len(open) > 0 && open[len(open)-1].splits():
			out = append(out.joinComma(), p)
			out = out.breakBefore(in[i+1:])
		case p.isBreak() && len(open) > 0 && open[len(open)-1].empty():
			// An empty list has no lines.
		default:
			out = append(out, p)
		}
	}
	return out
}

// pairUp finds out about every bracket what arranging it depends on.
func pairUp(in pieces) map[int]bracketed {
	pairs := make(map[int]bracketed)
	var open []bracketed
	for i, p := range in {
		if closes(p.kind) {
			b := open[len(open)-1]
			open = open[:len(open)-1]
			pairs[b.open] = b
			continue
		}
		if len(open) > 0 {
			open[len(open)-1].note(p, in[i-1])
		}
		if opens(p.kind) {
			open = append(open, bracketed{open: i, list: p.kind == hclsyntax.TokenOBrack && beginsList(in, i)})
		}
	}
	return pairs
}

// note takes account of a piece between the brackets. The line break behind a
// heredoc is part of it.
func (b *bracketed) note(p, before piece) {
	if !p.isBreak() {
		b.filled = true
	} else if before.kind != hclsyntax.TokenCHeredoc {
		b.broken = true
	}
}

// beginsList tells a list from an index, which follows a value, and from a
// `for`. Behind the words `in` and `if` it is left as it stands.
func beginsList(in pieces, at int) bool {
	if before := in.lastBefore(at); before >= 0 && endsValue(in[before].kind) {
		return false
	}
	for _, p := range in[at+1:] {
		if !p.isBreak() && !p.isComment() {
			return p.kind != hclsyntax.TokenIdent || string(p.text) != "for"
		}
	}
	return true
}

func endsValue(kind hclsyntax.TokenType) bool {
	switch kind {
	case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenStar, hclsyntax.TokenCBrack, hclsyntax.TokenCParen,
		hclsyntax.TokenCBrace, hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		return true
	}
	return false
}

// lastBefore returns the index of the last piece before another that is neither
// a line break nor a comment, or -1.
func (ps pieces) lastBefore(at int) int {
	for at--; at >= 0 && (ps[at].isBreak() || ps[at].isComment()); at-- {
	}
	return at
}

// breakBefore ends the line before what follows, unless that does so itself.
func (ps pieces) breakBefore(rest pieces) pieces {
	for _, p := range rest {
		if p.isBreak() || p.endsLine() {
			return ps
		}
		if !p.isComment() {
			break
		}
	}
	return append(ps, lineBreak)
}

// joinComma takes the line breaks before a comma out, so that it follows its
// element. Behind a heredoc or a comment it keeps its own line.
func (ps pieces) joinComma() pieces {
	last := len(ps)
	for last > 0 && ps[last-1].isBreak() {
		last--
	}
	if last == 0 || ps[last-1].isComment() || ps[last-1].kind == hclsyntax.TokenCHeredoc {
		return ps
	}
	return ps[:last]
}

// beforeClosing arranges the end of what a bracket closes.
func (ps pieces) beforeClosing(b bracketed, closer hclsyntax.TokenType) pieces {
	if closer == hclsyntax.TokenTemplateSeqEnd {
		return ps
	}
	if !b.splits() {
		if n := len(ps); n > 0 && ps[n-1].kind == hclsyntax.TokenComma {
			return ps[:n-1]
		}
		return ps
	}
	last := ps.lastBefore(len(ps))
	switch ps[last].kind {
	case hclsyntax.TokenOBrack, hclsyntax.TokenCHeredoc, hclsyntax.TokenComma:
	default:
		ps = append(ps, piece{})
		copy(ps[last+2:], ps[last+1:])
		ps[last+1] = piece{kind: hclsyntax.TokenComma, text: []byte(",")}
	}
	if !ps[len(ps)-1].isBreak() {
		ps = append(ps, lineBreak)
	}
	return ps
}

func opens(kind hclsyntax.TokenType) bool {
	switch kind {
	case hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
		return true
	}
	return false
}

func closes(kind hclsyntax.TokenType) bool {
	switch kind {
	case hclsyntax.TokenCBrack, hclsyntax.TokenCBrace, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
		return true
	}
	return false
}
