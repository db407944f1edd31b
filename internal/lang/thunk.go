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

// force evaluates a thunk. The stack of those being evaluated is passed along,
// so that a cycle can be told from beginning to end.
func (c *compiler) force(t *thunk, asker []*thunk, at source.Span) value {
	switch t.state {
	case done:
		return t.value
	case busy:
		c.reportCycle(t, asker, at)
		return value{}
	}
	t.state = busy
	e := &env{scope: t.scope, file: t.file, each: t.each, stack: append(asker[:len(asker):len(asker)], t)}
	t.value = c.eval(t.expr, e)
	t.expr = nil
	t.state = done
	if t.attr != nil {
		c.settle(t)
	}
	return t.value
}

// settle gives an attribute the value of its expression.
func (c *compiler) settle(t *thunk) {
	d := decoder{spec: t.spec, scope: t.scope, report: func(f *diag.Diagnostic) { c.report(f) }, refer: func(r *model.Ref, to *target) {
		if f := checkKind(t.spec, to.block, r.Span, t.scope); f != nil {
			c.report(f)
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
			c.force(s.locals[name], nil, source.Span{})
		}
		for _, d := range s.order {
			for _, t := range d.thunks {
				c.force(t, nil, source.Span{})
			}
		}
	}
}

// reportCycle reports a value that depends on itself, once, with every step.
func (c *compiler) reportCycle(t *thunk, stack []*thunk, at source.Span) {
	first := 0
	for i, s := range stack {
		if s == t {
			first = i
		}
	}
	steps := stack[first:]
	f := diag.New(diag.ValueCycle, t.span, t.name+" depends on itself")
	if len(steps) == 1 {
		f.Because("Its value cannot be found, since finding it needs the value. Break the circle by writing the value out.")
		c.report(f)
		return
	}
	way := ""
	for _, s := range steps {
		way += s.name + " → "
	}
	f.Because("Each of these values needs the next: " + way + t.name + ". Break the circle by writing one of them out.")
	for i, s := range steps[1:] {
		f.Relating(s.span, "needed by "+steps[i].name)
	}
	c.report(f)
}
