package lang

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// enterModule follows a reference into a module.
func (c *compiler) enterModule(s *scope, steps []string, span source.Span) (*scope, []string, fault) {
	if len(steps) < 2 {
		return nil, nil, func() *diag.Diagnostic {
			return diag.New(diag.UnknownName, span, "module is not a value").Because("Name a block in a module: module.NAME.vendor.aws.")
		}
	}
	m := s.modules[steps[1]]
	switch {
	case m == nil:
		return nil, nil, func() *diag.Diagnostic { return c.unknownModule(s, steps[1], span) }
	case m.broken:
		return nil, nil, nil
	}
	rest := steps[2:]
	key, keyed := "", len(rest) > 0 && rest[0][0] == '['
	if keyed {
		key, rest = rest[0][1:], rest[1:]
	}
	inner := m.inner[key]
	switch {
	case inner == nil || keyed != (m.forEach != nil):
		return nil, nil, func() *diag.Diagnostic { return m.wrongInstance(key, keyed, span) }
	case len(rest) < 2:
		return nil, nil, func() *diag.Diagnostic {
			return diag.New(diag.UnknownReference, span, "a module is not a block").
				Because("Name a block in it: " + addressOf(steps[:len(steps)-len(rest)]) + ".vendor.aws.")
		}
	}
	return inner, rest, nil
}

// wrongInstance reports a module that is named without the key that it needs,
// or with one that it does not have.
func (m *moduleCall) wrongInstance(key string, keyed bool, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.InstanceNeeded, span, "module "+quote(m.name)+" has no instance "+quote(key)).Relating(m.header, "declared here")
	switch {
	case m.forEach == nil:
		return f.Because("Only a module with for_each is followed by a key in brackets. Leave the key out.")
	case len(m.keys) == 0:
		return f.Because("Its for_each has no elements, so there is nothing to refer to.")
	case !keyed:
		f.Summary = "module " + quote(m.name) + " is used several times"
		return f.Because("Say which one: module." + m.name + "[" + quoteKey(m.keys[0]) + "].")
	}
	return f.Because("It has: " + someOf(m.keys) + ".")
}

func (c *compiler) unknownModule(s *scope, name string, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.UnknownReference, span, "there is no module with the name "+quote(name)).Labelled("not declared")
	if meant, ok := nearestKey(c, name, s.modules); ok {
		return f.Because("Did you mean module." + meant + "?")
	}
	return f.Because("Declare it: module " + quote(name) + " { source = \"./…\" }.")
}

// evalModule evaluates a name that begins with module.
func (c *compiler) evalModule(s *scope, tr hcl.Traversal, e *env) value {
	span := e.span(tr.SourceRange())
	steps := leadingSteps(tr)
	inner, rest, f := c.enterModule(s, steps, span)
	if inner == nil {
		if f != nil {
			c.report(f())
		}
		return value{}
	}
	skipped := len(steps) - len(rest)
	root := hcl.TraverseRoot{Name: rest[0], SrcRange: tr[skipped].SourceRange()}
	root.SrcRange.Start.Byte++ // the dot before it
	local := append(hcl.Traversal{root}, tr[skipped+1:]...)
	if rest[0] == "module" {
		return c.evalModule(inner, local, e)
	}
	if spec := schema.Lookup(rest[0]); spec == nil || !spec.Describes() {
		c.report(diag.New(diag.UnknownName, span, "there is no block called "+rest[0]).Because("After the module's name stand a kind of block and a name."))
		return value{}
	}
	return c.evalBlock(inner, local, e)
}
