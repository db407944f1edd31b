package lang

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
)

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
