package syntax

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/source"
)

// FuzzScanner holds that the scanner and HCL's lexer agree on what is open
// where: only then do the limits bound what the parser sees.
func FuzzScanner(f *testing.F) {
	for _, src := range []string{
		"a = \"$${x} ${y} %{if z}%%{~}%{endif}\"\n", "a = <<E\n$E\n ${\"E\"}\nE\n", "a { b = [(1.2e3...)] } # c\n",
		"a = /* x */ \"\\\"\" // y\r\nb = <<-E\r\n  E\r\n", "\"${~{a=1}~}\"", "x = {for k, v in m : k => v...}\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s := newScanner(source.NewFile("in.hcl", src), tight)
		s.run()
		if s.refused {
			return
		}
		braces, count := 0, 0
		for i, it := range s.items {
			end := len(src)
			if i+1 < len(s.items) {
				end = s.items[i+1].start
			}
			if it.spoiled {
				return
			}
			tokens, _ := hclsyntax.LexConfig(src[it.start:end], "in.hcl", hcl.InitialPos)
			count += len(tokens) - 1
			braces += checkBalance(t, tokens)
		}
		if braces != len(s.closed) {
			t.Errorf("%d braces, the scanner saw %d", braces, len(s.closed))
		}
		if count > s.tokens {
			t.Errorf("%d tokens, the scanner counted %d", count, s.tokens)
		}
	})
}

// tight are limits that small inputs reach.
var tight = Limits{Tokens: 300, Depth: 6, Chain: 8, Unary: 3, Digits: 9, Exponent: 9, Pieces: 20}

// checkBalance holds that what the tokens open they close, within the limit,
// and returns how many braces there are.
func checkBalance(t *testing.T, tokens hclsyntax.Tokens) (braces int) {
	depth, deepest := 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOBrace:
			braces++
			depth++
		case hclsyntax.TokenOParen, hclsyntax.TokenOBrack, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc,
			hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth--
		}
		deepest = max(deepest, depth)
	}
	if depth != 0 || deepest > tight.Depth {
		t.Errorf("depth %d at the end, %d at most", depth, deepest)
	}
	return braces
}

// heightOf returns how many nodes are above one another in a tree.
func heightOf(body *hclsyntax.Body) int {
	w := &heightWalker{}
	hclsyntax.Walk(body, w)
	return w.tallest
}

type heightWalker struct{ height, tallest int }

func (w *heightWalker) Enter(hclsyntax.Node) hcl.Diagnostics {
	w.height++
	w.tallest = max(w.tallest, w.height)
	return nil
}

func (w *heightWalker) Exit(hclsyntax.Node) hcl.Diagnostics {
	w.height--
	return nil
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{
		"a = 1\n", "a \"b\" {\n  c = [1, 2]\n}\n", "a = \"${b}\"\n", "a = <<E\nE\n",
		"a = (x ? [1] : {b = !c[0].d[*]}) + f(\"%{for x in y}${x}%{endfor}\")\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file := source.NewFile("in.hcl", src)
		body, found := Parse(file, tight)
		if most := 4*tight.Depth + 2*tight.Chain + 8; body != nil && heightOf(body) > most {
			t.Errorf("a tree of height %d, at most %d", heightOf(body), most)
		}
		if body == nil && !found.HasErrors() {
			t.Error("neither a body nor an error")
		}
		for _, d := range found {
			if d.Summary == "" || d.Detail == "" {
				t.Errorf("%s: nothing said", d.Code)
			}
			spans := []source.Span{d.Span}
			for _, r := range d.Related {
				spans = append(spans, r.Span)
			}
			for _, fix := range d.Fixes {
				for _, edit := range fix.Edits {
					spans = append(spans, edit.Span)
				}
			}
			for _, span := range spans {
				if span.Start < 0 || span.End < span.Start || int(span.End) > len(src) {
					t.Errorf("%s: span %d–%d of %d bytes", d.Summary, span.Start, span.End, len(src))
				}
			}
		}
	})
}
