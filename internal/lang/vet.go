package lang

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/suggest"
)

// vet checks an expression against what the language allows, before anything
// is evaluated, and records which variables and local values it reads. A part
// that would never be reached is checked like the rest.
func (b *binder) vet(x hclsyntax.Expression) bool {
	b.use(x)
	ok := true
	_ = hclsyntax.VisitAll(x, func(n hclsyntax.Node) (none hclDiags) {
		if f := b.vetNode(n); f != nil {
			b.report(f)
			ok = false
		}
		return
	})
	return ok
}

func (b *binder) vetNode(n hclsyntax.Node) *diag.Diagnostic {
	switch n := n.(type) {
	case *hclsyntax.BinaryOpExpr:
		if isArithmetic(n.Op) {
			return b.noArithmetic(n)
		}
	case *hclsyntax.UnaryOpExpr:
		if _, literal := n.Val.(*hclsyntax.LiteralValueExpr); n.Op == hclsyntax.OpNegate && !literal {
			return b.noArithmetic(n)
		}
	case *hclsyntax.FunctionCallExpr:
		return b.vetCall(n)
	case *hclsyntax.ForExpr:
		if n.Group {
			return diag.New(diag.NotAllowed, b.span(n.Range()), "for does not group here").
				Because("The language has no grouping by \"...\". Build the lists one by one, or write them out.")
		}
	}
	return nil
}

func isArithmetic(op *hclsyntax.Operation) bool {
	switch op {
	case hclsyntax.OpAdd, hclsyntax.OpSubtract, hclsyntax.OpMultiply, hclsyntax.OpDivide, hclsyntax.OpModulo:
		return true
	}
	return false
}

func (b *binder) noArithmetic(n hclsyntax.Node) *diag.Diagnostic {
	f := diag.New(diag.NotAllowed, b.span(n.Range()), "the language does not calculate").
		Because("What a policy states is written out, so that whoever reads the source sees the number that is published.")
	if x, ok := n.(*hclsyntax.BinaryOpExpr); ok && x.Op == hclsyntax.OpAdd {
		f.Detail += " Texts are joined in a template, \"${…} and ${…}\"; lists by concat(…)."
	}
	return f
}

func (b *binder) vetCall(call *hclsyntax.FunctionCallExpr) *diag.Diagnostic {
	at := b.span(call.NameRange)
	fn, ok := functionByName[call.Name]
	if !ok {
		f := diag.New(diag.UnknownFunction, at, "there is no function called "+call.Name).Labelled("unknown function")
		if advice, ok := otherFunctions[call.Name]; ok {
			return f.Because(advice)
		}
		if meant, near := suggest.Nearest(call.Name, functionNames()); near {
			return f.Because("Did you mean "+meant+"? "+functionByName[meant].Doc).Replacing(at, meant, "write "+meant)
		}
		return f.Because("The functions are: " + orJoin(functionNames()) + ".")
	}
	if call.ExpandFinal {
		return diag.New(diag.FunctionCall, b.span(call.Range()), "a call does not unfold its last argument").
			Because("Write the arguments out, or use flatten(…).")
	}
	if n := len(call.Args); n < fn.least || fn.most >= 0 && n > fn.most {
		return diag.New(diag.FunctionCall, b.span(call.Range()), call.Name+" does not take "+counted(n, "argument")).
			Because("It is used as " + fn.Signature + ". " + fn.Doc)
	}
	return nil
}

// use records the variables and local values that an expression reads.
func (b *binder) use(x hclsyntax.Expression) {
	for _, tr := range x.Variables() {
		if root := tr.RootName(); (root == "var" || root == "local") && len(tr) > 1 {
			if name, ok := stepName(tr[1]); ok {
				b.part.used[root+"."+name] = true
			}
		}
	}
}

type hclDiags = hcl.Diagnostics
