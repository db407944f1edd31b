package lang

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
)

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
