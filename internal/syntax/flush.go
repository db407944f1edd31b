package syntax

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// flush takes the indentation of a heredoc that begins with "<<-" off the lines that
// HCL leaves it on: those behind a "~}" at the end of a line. It is what the author of
//
//	<<-EOT
//	  %{ for s in stores ~}
//	  - ${s}
//	  %{ endfor ~}
//	EOT
//
// expects, and in Markdown what decides between a list and a block of code. The text is
// the part of the file that was parsed, which begins at a byte of it.
func flush(body *hclsyntax.Body, text []byte, at int) {
	if !bytes.Contains(text, []byte("<<-")) || !bytes.Contains(text, []byte("~}")) {
		return
	}
	_ = hclsyntax.VisitAll(body, func(n hclsyntax.Node) hcl.Diagnostics {
		if t, ok := n.(*hclsyntax.TemplateExpr); ok && bytes.HasPrefix(text[t.SrcRange.Start.Byte-at:], []byte("<<-")) {
			flushTemplate(t, text, at)
		}
		return nil
	})
}

func flushTemplate(t *hclsyntax.TemplateExpr, text []byte, at int) {
	first, ok := t.Parts[0].(*hclsyntax.LiteralValueExpr)
	if !ok {
		return
	}
	indentation := first.SrcRange.Start.Column - 1 // HCL has moved it to what it kept
	_ = hclsyntax.VisitAll(t, func(n hclsyntax.Node) hcl.Diagnostics {
		lit, ok := n.(*hclsyntax.LiteralValueExpr)
		if !ok || lit.Val.Type() != cty.String || !endsLine(text[lit.SrcRange.Start.Byte-at:]) {
			return nil
		}
		if s := lit.Val.AsString(); !strings.HasPrefix(s, "\n") {
			lit.Val = cty.StringVal(s[leadingSpaces(s, indentation):])
		}
		return nil
	})
}

// endsLine reports whether there is nothing before the end of the line but space.
func endsLine(text []byte) bool {
	rest := bytes.TrimLeft(text, " \t\r")
	return len(rest) > 0 && rest[0] == '\n'
}

// leadingSpaces counts the white space that a text begins with, up to a limit.
func leadingSpaces(s string, most int) int {
	n := 0
	for n < most && n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}
