package lang

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A thunk is an expression that is evaluated when somebody asks for it, and
// once: an attribute that is not a literal, or a local value.
type thunk struct {
	key    string // a local value's name
	name   string // as a reader of a cycle would know it
	expr   hclsyntax.Expression
	file   *source.File
	scope  *scope
	each   *eachPair
	span   source.Span
	header source.Span // for a local value: its name

	attr *model.Attr  // nil for a local value
	spec *schema.Attr // what the attribute takes

	state state
	value value
}

// force evaluates a thunk, once.
func (c *compiler) force(t *thunk) value {
	switch t.state {
	case done:
		return t.value
	case busy:
		c.reportCycle(t)
		return value{}
	}
	t.state = busy
	c.begin(step{t, t.name, t.span})
	t.value = c.eval(t.expr, &env{scope: t.scope, file: t.file, each: t.each})
	c.end()
	t.expr = nil // it is not needed again, and a large policy has many
	t.state = done
	if t.attr != nil {
		c.settle(t)
	}
	return t.value
}

// settle gives an attribute the value of its expression. A finding has no fix:
// what was computed cannot be replaced where it was not written.
func (c *compiler) settle(t *thunk) {
	d := decoder{spec: t.spec, scope: t.scope, report: func(f *diag.Diagnostic) { c.report(f.Unfixed()) }, refer: func(r *model.Ref, to *target) {
		if !takes(t.spec, to.block) {
			c.report(wrongKind(t.spec, to.block, r.Span, t.scope).Unfixed())
		}
	}}
	t.attr.Value = d.decode(t.value.at(t.span))
	if t.attr.Value == nil {
		t.value = value{}
	}
}

// evaluateAll forces every expression that nothing has asked for yet.
func (c *compiler) evaluateAll() {
	for _, s := range c.scopes {
		for _, name := range sortedKeys(s.locals) {
			c.force(s.locals[name])
		}
		for _, name := range sortedKeys(s.variables) {
			c.variableValue(s.variables[name])
		}
		for _, d := range s.order {
			for _, t := range d.thunks {
				c.force(t)
			}
		}
	}
}

func (b *binder) bindLocals(spec *schema.Block, block *hclsyntax.Block) {
	b.label(spec, block, true)
	for _, inner := range block.Body.Blocks {
		b.unknownInner(b.shell(spec, block), inner)
	}
	for _, name := range sortedKeys(block.Body.Attributes) {
		a := block.Body.Attributes[name]
		t := &thunk{key: name, name: "local." + name, expr: a.Expr, file: b.file, scope: b.scope, span: b.span(a.Expr.Range()), header: b.span(a.NameRange)}
		if !b.vet(a.Expr) {
			t.state = done
		}
		b.part.locals = append(b.part.locals, t)
	}
}
