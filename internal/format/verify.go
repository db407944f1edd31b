package format

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// sameMeaning reports whether the new layout of a file parses to the same
// blocks, attributes and values as the old one, and has the same comments.
func sameMeaning(file *source.File, body *hclsyntax.Body, result []byte, limits syntax.Limits) bool {
	again, _ := syntax.Parse(source.NewFile(file.Name, result), limits.Scaled(4)) // quotes and commas are tokens too
	return again != nil && bytes.Equal(meaning(body), meaning(again)) &&
		slices.EqualFunc(comments(file.Bytes), comments(result), bytes.Equal)
}

// comments returns the comments of a file as the canonical layout writes them.
func comments(src []byte) [][]byte {
	tokens, _ := hclsyntax.LexConfig(src, "", hcl.InitialPos)
	var list [][]byte
	for _, token := range tokens {
		if token.Type != hclsyntax.TokenComment {
			continue
		}
		for _, p := range (pieces{}).takeComment(piece{kind: token.Type, text: token.Bytes}) {
			if p.isComment() {
				list = append(list, p.text)
			}
		}
	}
	return list
}

// meaning writes a tree down without its places. Strings that are one insertion
// are written as what they insert.
func meaning(body *hclsyntax.Body) []byte {
	var w meaningWriter
	w.body(body)
	return w.Bytes()
}

type meaningWriter struct{ bytes.Buffer }

func (w *meaningWriter) body(body *hclsyntax.Body) {
	attributes := make([]*hclsyntax.Attribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		attributes = append(attributes, a)
	}
	slices.SortFunc(attributes, func(a, b *hclsyntax.Attribute) int {
		return a.SrcRange.Start.Byte - b.SrcRange.Start.Byte
	})
	blocks := body.Blocks
	for len(attributes) > 0 || len(blocks) > 0 {
		if len(blocks) == 0 || len(attributes) > 0 && attributes[0].SrcRange.Start.Byte < blocks[0].TypeRange.Start.Byte {
			w.printf("%s=", attributes[0].Name)
			_ = hclsyntax.Walk(attributes[0].Expr, w)
			attributes = attributes[1:]
			continue
		}
		w.printf("%s%q{", blocks[0].Type, blocks[0].Labels)
		w.body(blocks[0].Body)
		w.WriteByte('}')
		blocks = blocks[1:]
	}
}

func (w *meaningWriter) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(w, format, args...)
}

// Enter writes what a node says by itself, and opens what it contains.
func (w *meaningWriter) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch x := node.(type) {
	case *hclsyntax.TemplateWrapExpr:
		return nil
	case *hclsyntax.LiteralValueExpr:
		w.value(x.Val)
	case *hclsyntax.ScopeTraversalExpr:
		w.traversal(x.Traversal)
	case *hclsyntax.RelativeTraversalExpr:
		w.traversal(x.Traversal)
	case *hclsyntax.FunctionCallExpr:
		w.printf("%s %t", x.Name, x.ExpandFinal)
	case *hclsyntax.BinaryOpExpr:
		w.printf("%p", x.Op)
	case *hclsyntax.UnaryOpExpr:
		w.printf("%p", x.Op)
	case *hclsyntax.ForExpr:
		w.printf("for %s %s %t %t %t", x.KeyVar, x.ValVar, x.Group, x.KeyExpr != nil, x.CondExpr != nil)
	case *hclsyntax.ObjectConsKeyExpr:
		w.printf("%q %t", hcl.ExprAsKeyword(x.Wrapped), x.ForceNonLiteral)
	default:
		w.printf("%T", x)
	}
	w.WriteByte('(')
	return nil
}

// Exit closes what Enter opened.
func (w *meaningWriter) Exit(node hclsyntax.Node) hcl.Diagnostics {
	if _, ok := node.(*hclsyntax.TemplateWrapExpr); !ok {
		w.WriteByte(')')
	}
	return nil
}

func (w *meaningWriter) traversal(steps hcl.Traversal) {
	for _, step := range steps {
		switch x := step.(type) {
		case hcl.TraverseRoot:
			w.printf("$%s", x.Name)
		case hcl.TraverseAttr:
			w.printf(".%s", x.Name)
		case hcl.TraverseIndex:
			w.WriteByte('[')
			w.value(x.Key)
		default:
			w.printf("%T", x)
		}
	}
}

func (w *meaningWriter) value(v cty.Value) {
	switch {
	case !v.IsKnown() || v.IsNull():
		w.printf("%#v", v)
	case v.Type() == cty.String:
		w.printf("%q", v.AsString())
	case v.Type() == cty.Number:
		w.WriteString(v.AsBigFloat().Text('p', 0))
	default:
		w.printf("%#v", v)
	}
}
