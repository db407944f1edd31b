package lang

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// An env is what an expression can see beside the policy: the element of a
// for_each, and the names that a for expression binds.
type env struct {
	scope *scope
	file  *source.File
	each  *eachPair
	names map[string]value
}

func (e *env) with(name string, v value) *env {
	inner := *e
	inner.names = make(map[string]value, len(e.names)+1)
	for k, x := range e.names {
		inner.names[k] = x
	}
	inner.names[name] = v
	return &inner
}

func (e *env) span(r hcl.Range) source.Span { return syntax.SpanOf(e.file, r) }

// eval evaluates an expression. What is broken comes to the unknown, after it
// was reported.
func (c *compiler) eval(x hclsyntax.Expression, e *env) value {
	span := e.span(x.Range())
	defer c.ascend()
	if !c.descend(span) || !c.spend(1, 0, span) {
		return value{}
	}
	v := c.evalNode(x, e)
	if v.size > maxSize {
		return c.tooMany(span)
	}
	if v.deep > maxNested {
		return c.tooLarge(span, "nests lists and maps too deep")
	}
	if v.span.IsZero() {
		v.span = span
	}
	return v
}

// keep charges for a value that was newly made.
func (c *compiler) keep(v value, x hclsyntax.Expression, e *env) value {
	cells := len(v.list) + len(v.keys)
	if !c.spend(cells+len(v.text)/16, cells*cellRoom+len(v.text), e.span(x.Range())) {
		return value{}
	}
	return v
}

func (c *compiler) evalNode(x hclsyntax.Expression, e *env) value {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		return fromCty(x.Val)
	case *hclsyntax.ParenthesesExpr:
		return c.eval(x.Expression, e)
	case *hclsyntax.TemplateExpr:
		return c.keep(c.evalTemplate(x.Parts, e), x, e)
	case *hclsyntax.TemplateWrapExpr:
		return inQuotes(c.eval(x.Wrapped, e))
	case *hclsyntax.TemplateJoinExpr:
		return c.keep(c.evalJoin(x, e), x, e)
	case *hclsyntax.TupleConsExpr:
		return c.keep(c.evalList(x.Exprs, e), x, e)
	case *hclsyntax.ObjectConsExpr:
		return c.keep(c.evalMap(x, e), x, e)
	case *hclsyntax.ScopeTraversalExpr:
		return c.evalName(x.Traversal, e)
	case *hclsyntax.RelativeTraversalExpr:
		return c.walk(c.eval(x.Source, e), x.Traversal, e)
	case *hclsyntax.IndexExpr:
		return c.index(c.eval(x.Collection, e), c.eval(x.Key, e), e.span(x.SrcRange))
	case *hclsyntax.SplatExpr:
		return c.keep(c.evalSplat(x, e), x, e)
	case *hclsyntax.AnonSymbolExpr:
		return e.names["*"]
	case *hclsyntax.FunctionCallExpr:
		return c.keep(c.evalCall(x, e), x, e)
	case *hclsyntax.ConditionalExpr:
		return c.evalConditional(x, e)
	case *hclsyntax.ForExpr:
		return c.keep(c.evalFor(x, e), x, e)
	case *hclsyntax.UnaryOpExpr:
		return c.evalUnary(x, e)
	case *hclsyntax.BinaryOpExpr:
		return c.evalBinary(x, e)
	}
	return value{}
}

func (c *compiler) evalList(xs []hclsyntax.Expression, e *env) value {
	list := make([]value, len(xs))
	for i, x := range xs {
		if list[i] = c.eval(x, e); !list[i].known() {
			return value{}
		}
	}
	return listOf(list)
}

func (c *compiler) evalMap(x *hclsyntax.ObjectConsExpr, e *env) value {
	var keys []string
	var values []value
	seen := map[string]bool{}
	for _, item := range x.Items {
		key, ok := c.evalKey(item.KeyExpr, e)
		v := c.eval(item.ValueExpr, e)
		if !ok || !v.known() {
			return value{}
		}
		if seen[key] {
			c.report(diag.New(diag.DuplicateAttribute, e.span(item.KeyExpr.Range()), "the key "+quote(key)+" stands twice in this map").Because("Each key may stand once. Delete or rename one of them."))
			return value{}
		}
		seen[key] = true
		keys, values = append(keys, key), append(values, v)
	}
	return mapOf(keys, values)
}

// evalKey evaluates the key of a map, which may be a bare word.
func (c *compiler) evalKey(x hclsyntax.Expression, e *env) (string, bool) {
	if k, ok := x.(*hclsyntax.ObjectConsKeyExpr); ok {
		if word := hcl.ExprAsKeyword(k.Wrapped); word != "" && !k.ForceNonLiteral {
			return word, true
		}
		x = k.Wrapped
	}
	v := c.eval(x, e)
	if !v.known() {
		return "", false
	}
	key, ok := v.printed()
	if !ok {
		c.report(diag.New(diag.WrongType, v.span, "the key of a map is a text, not "+kindWords[v.kind]).Because("Put a text or a name here."))
	}
	return key, ok
}
