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
		s := newScanner(source.NewFile("in.hcl", src), DefaultLimits)
		s.run()
		if len(s.found) > 0 {
			return
		}
		tokens, _ := hclsyntax.LexConfig(src, "in.hcl", hcl.InitialPos)
		depth, deepest, braces := 0, 0, 0
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
		if depth != 0 || deepest > DefaultLimits.Depth || braces != len(s.closed) {
			t.Errorf("depth %d at the end, %d at most; %d braces, the scanner saw %d", depth, deepest, braces, len(s.closed))
		}
		if len(tokens)-1 > s.tokens {
			t.Errorf("%d tokens, the scanner counted %d", len(tokens)-1, s.tokens)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{"a = 1\n", "a \"b\" {\n  c = [1, 2]\n}\n", "a = \"${b}\"\n", "a = <<E\nE\n"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file := source.NewFile("in.hcl", src)
		body, found := Parse(file, DefaultLimits)
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
