package format

import "github.com/hashicorp/hcl/v2/hclsyntax"

// An edit is what happens to the token that begins at some offset.
type edit struct {
	unwrap      bool // a string that is one insertion
	quote       bool // a label
	opensBlock  bool
	closesBlock bool
}

// An editor finds in a tree what to change about its tokens.
type editor struct {
	edits map[int]edit
}

func editsFor(body *hclsyntax.Body) map[int]edit {
	e := editor{edits: make(map[int]edit)}
	for _, block := range body.Blocks {
		e.edits[block.TypeRange.Start.Byte] = edit{opensBlock: true}
		e.edits[block.CloseBraceRange.Start.Byte] = edit{closesBlock: true}
	}
	e.body(body)
	return e.edits
}

func (e editor) body(body *hclsyntax.Body) {
	for _, attr := range body.Attributes {
		e.value(attr.Expr)
	}
	for _, block := range body.Blocks {
		for i, r := range block.LabelRanges {
			// A quoted label is never as short as its text.
			if r.End.Byte-r.Start.Byte == len(block.Labels[i]) {
				e.edits[r.Start.Byte] = edit{quote: true}
			}
		}
		e.body(block.Body)
	}
}

// value handles an expression that stands by itself, so that what is unwrapped
// there meets no operator outside. One that runs over several lines stays
// wrapped, because outside a string its line breaks might end it.
func (e editor) value(expr hclsyntax.Expression) {
	wrap, ok := expr.(*hclsyntax.TemplateWrapExpr)
	if !ok {
		e.inside(expr)
		return
	}
	if wrap.SrcRange.Start.Line != wrap.SrcRange.End.Line {
		e.inside(wrap.Wrapped)
		return
	}
	e.edits[wrap.SrcRange.Start.Byte] = edit{unwrap: true}
	e.value(wrap.Wrapped)
}

// inside looks for values that stand by themselves within an expression.
func (e editor) inside(expr hclsyntax.Expression) {
	switch x := expr.(type) {
	case *hclsyntax.TupleConsExpr:
		for _, element := range x.Exprs {
			e.value(element)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range x.Items {
			e.value(item.ValueExpr)
		}
	case *hclsyntax.FunctionCallExpr:
		for _, arg := range x.Args {
			e.value(arg)
		}
	case *hclsyntax.ParenthesesExpr:
		e.value(x.Expression)
	case *hclsyntax.TemplateExpr:
		for _, part := range x.Parts {
			e.value(part)
		}
	}
}
