package lang

import (
	"strings"

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

// inQuotes is what an insertion comes to that alone stands in quotes: a number
// is text there as everywhere in quotes; what has no text is passed on.
func inQuotes(v value) value {
	if s, ok := v.printed(); ok {
		return textOf(s).at(v.span)
	}
	return v
}

func (c *compiler) evalTemplate(parts []hclsyntax.Expression, e *env) value {
	var out strings.Builder
	for _, p := range parts {
		v := c.eval(p, e)
		if !v.known() {
			return value{}
		}
		s, ok := v.printed()
		if !ok {
			c.report(notPrintable(v))
			return value{}
		}
		if out.Len()+len(s) > maxText {
			return c.tooLong(e.span(p.Range()))
		}
		out.WriteString(s)
	}
	return textOf(out.String())
}

func notPrintable(v value) *diag.Diagnostic {
	f := diag.New(diag.WrongType, v.span, kindWords[v.kind]+" cannot stand in a text")
	switch v.kind {
	case refValue:
		return f.Because("Name the attribute whose value is wanted, such as " + v.span.Text() + ".label.")
	case listValue:
		return f.Because("Join its elements with join(\", \", …).")
	}
	return f.Because("Only texts, numbers, true and false can be printed.")
}

// evalJoin evaluates the %{ for } of a template.
func (c *compiler) evalJoin(x *hclsyntax.TemplateJoinExpr, e *env) value {
	list := c.eval(x.Tuple, e)
	if !list.known() {
		return value{}
	}
	var out strings.Builder
	for _, v := range list.list {
		if !v.known() {
			return value{}
		}
		s, ok := v.printed()
		if !ok {
			c.report(notPrintable(v.at(spanOr(v.span, list.span))))
			return value{}
		}
		if out.Len()+len(s) > maxText {
			return c.tooLong(e.span(x.Range()))
		}
		out.WriteString(s)
	}
	return textOf(out.String())
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

func (c *compiler) evalConditional(x *hclsyntax.ConditionalExpr, e *env) value {
	test := c.eval(x.Condition, e)
	if !test.known() {
		return value{}
	}
	if test.kind != boolValue {
		c.report(diag.New(diag.WrongType, test.span, "a condition is true or false, not "+kindWords[test.kind]).Because("Compare it with something: … == …, or length(…) > 0."))
		return value{}
	}
	if test.isTrue() {
		return c.eval(x.TrueResult, e)
	}
	return c.eval(x.FalseResult, e)
}

func (c *compiler) evalUnary(x *hclsyntax.UnaryOpExpr, e *env) value {
	v := c.eval(x.Val, e)
	switch {
	case !v.known():
		return value{}
	case x.Op == hclsyntax.OpLogicalNot && v.kind == boolValue:
		return boolOf(!v.isTrue())
	case x.Op == hclsyntax.OpNegate && v.kind == numberValue && v.text == "":
		return numberOf(-v.num)
	}
	c.report(diag.New(diag.WrongType, v.span, "this cannot be negated").Because("Only true and false can be, by !, and numbers, by a minus sign."))
	return value{}
}

func (c *compiler) evalBinary(x *hclsyntax.BinaryOpExpr, e *env) value {
	l := c.eval(x.LHS, e)
	if !l.known() {
		return value{}
	}
	if l.kind == boolValue && (x.Op == hclsyntax.OpLogicalAnd && !l.isTrue() || x.Op == hclsyntax.OpLogicalOr && l.isTrue()) {
		return l
	}
	r := c.eval(x.RHS, e)
	if !r.known() || !c.spend(int(min(l.size, r.size)), 0, e.span(x.Range())) {
		return value{}
	}
	switch x.Op {
	case hclsyntax.OpEqual:
		return boolOf(equal(l, r))
	case hclsyntax.OpNotEqual:
		return boolOf(!equal(l, r))
	case hclsyntax.OpLogicalAnd, hclsyntax.OpLogicalOr:
		if l.kind == boolValue && r.kind == boolValue {
			return r
		}
	default:
		if l.kind == numberValue && r.kind == numberValue && l.text+r.text == "" {
			return boolOf(compare(x.Op, l.num, r.num))
		}
	}
	c.report(diag.New(diag.WrongType, e.span(x.Range()), "these two cannot be compared so").
		Because("Here stand " + kindWords[l.kind] + " and " + kindWords[r.kind] + ". Numbers are compared by <, >, <= and >=; true and false are joined by && and ||; == and != compare anything."))
	return value{}
}

func compare(op *hclsyntax.Operation, l, r int64) bool {
	switch op {
	case hclsyntax.OpLessThan:
		return l < r
	case hclsyntax.OpLessThanOrEqual:
		return l <= r
	case hclsyntax.OpGreaterThan:
		return l > r
	}
	return l >= r
}

// evalFor evaluates a for expression, which goes through a list or a map in
// its order.
func (c *compiler) evalFor(x *hclsyntax.ForExpr, e *env) value {
	over := c.eval(x.CollExpr, e)
	if !over.known() {
		return value{}
	}
	if over.kind != listValue && over.kind != mapValue {
		c.report(diag.New(diag.WrongType, over.span, "for goes through a list or a map, not "+kindWords[over.kind]).Because("Put what it is to go through in brackets."))
		return value{}
	}
	var keys []string
	values := make([]value, 0, len(over.list))
	place := map[string]int{}
	for i, v := range over.list {
		if !c.spend(1+len(e.names), 0, over.span) {
			return value{}
		}
		inner := e.with(x.ValVar, v)
		if x.KeyVar != "" {
			inner = inner.with(x.KeyVar, keyAt(over, i))
		}
		if keep, ok := c.keeps(x, inner); !ok {
			return value{}
		} else if !keep {
			continue
		}
		result := c.eval(x.ValExpr, inner)
		if !result.known() {
			return value{}
		}
		if x.KeyExpr != nil {
			key, ok := c.evalKey(x.KeyExpr, inner)
			if !ok {
				return value{}
			}
			if at, twice := place[key]; twice {
				values[at] = result
				continue
			}
			place[key] = len(keys)
			keys = append(keys, key)
		}
		if values = append(values, result); len(values) > maxSize {
			return c.tooMany(e.span(x.Range()))
		}
	}
	if x.KeyExpr != nil {
		return mapOf(keys, values)
	}
	return listOf(values)
}

func keyAt(v value, i int) value {
	if v.kind == mapValue {
		return textOf(v.keys[i])
	}
	return numberOf(int64(i))
}

// keeps evaluates the if of a for expression.
func (c *compiler) keeps(x *hclsyntax.ForExpr, e *env) (keep, ok bool) {
	if x.CondExpr == nil {
		return true, true
	}
	v := c.eval(x.CondExpr, e)
	if v.known() && v.kind != boolValue {
		c.report(diag.New(diag.WrongType, v.span, "the condition of a for is true or false, not "+kindWords[v.kind]).Because("Compare it with something: … == …."))
		return false, false
	}
	return v.isTrue(), v.known()
}

func (c *compiler) evalSplat(x *hclsyntax.SplatExpr, e *env) value {
	over := c.eval(x.Source, e)
	if !over.known() {
		return value{}
	}
	if over.kind != listValue && over.kind != mapValue {
		over = listOf([]value{over})
	}
	list := make([]value, len(over.list))
	for i, v := range over.list {
		if list[i] = c.eval(x.Each, e.with("*", v)); !list[i].known() {
			return value{}
		}
	}
	return listOf(list)
}
