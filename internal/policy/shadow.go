package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
)

// misnamed compiles a copy of the modules in which what the type checker passes
// over is written as what it looks into, and returns the wrong names it finds:
//
//	every r in s.regions { r.contry }     [true | some r in s.regions; r.contry]
//	object.get(s, "retentoin", null)      s.retentoin
//
// The copy is never evaluated.
func misnamed(modules []*module) diag.List {
	c := newCompiler()
	copies := make(map[string]*ast.Module, len(modules))
	changed := false
	for _, m := range modules {
		shadow := m.ast.Copy()
		if !m.bundled {
			changed = expose(shadow) || changed
		}
		copies[m.file.Name] = shadow
	}
	if !changed {
		return nil
	}
	c.Compile(copies)
	var errs ast.Errors
	for _, e := range c.Errors {
		if _, ok := e.Details.(*ast.RefErrInvalidDetail); ok {
			errs = append(errs, e)
		}
	}
	return compileFindings(modules, errs)
}

// expose rewrites a module and reports whether there was anything to rewrite.
func expose(m *ast.Module) bool {
	changed := false
	visitor := ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if every, ok := x.Terms.(*ast.Every); ok {
				x.Terms = everyAsComprehension(every)
				changed = true
			} else if ref := lookedUp(x.Operator(), x.Operands()); ref != nil {
				x.Terms = &ast.Term{Value: ref, Location: x.Location}
				changed = true
			}
		case *ast.Term:
			call, ok := x.Value.(ast.Call)
			if !ok || len(call) == 0 {
				break
			}
			operator, _ := call[0].Value.(ast.Ref)
			if ref := lookedUp(operator, call[1:]); ref != nil {
				x.Value = ref
				changed = true
			}
		}
		return false
	})
	for _, r := range m.Rules {
		visitor.Walk(r)
	}
	return changed
}

func everyAsComprehension(e *ast.Every) *ast.Term {
	member := ast.Call{ast.NewTerm(ast.Member.Ref()), e.Value, e.Domain}
	if e.Key != nil {
		member = ast.Call{ast.NewTerm(ast.MemberWithKey.Ref()), e.Key, e.Value, e.Domain}
	}
	some := ast.NewExpr(&ast.SomeDecl{Symbols: []*ast.Term{{Value: member, Location: e.Location}}, Location: e.Location})
	some.Location = e.Location
	body := ast.NewBody(some)
	for _, expr := range e.Body {
		body.Append(expr)
	}
	return &ast.Term{
		Value:    &ast.ArrayComprehension{Term: ast.InternedTerm(true), Body: body},
		Location: e.Location,
	}
}

// lookedUp returns the reference that a call of object.get stands for, or nil.
func lookedUp(operator ast.Ref, operands []*ast.Term) ast.Ref {
	if len(operands) < 2 || !operator.Equal(ast.ObjectGet.Ref()) {
		return nil
	}
	var ref ast.Ref
	switch v := operands[0].Value.(type) {
	case ast.Var:
		ref = ast.Ref{operands[0]}
	case ast.Ref:
		ref = append(ref, v...)
	default:
		return nil
	}
	for _, key := range keysOf(operands[1]) {
		ref = append(ref, key)
	}
	return ref
}

// keysOf returns the keys that object.get follows: one, or a path of them.
func keysOf(t *ast.Term) []*ast.Term {
	path, ok := t.Value.(*ast.Array)
	if !ok {
		return []*ast.Term{t}
	}
	var keys []*ast.Term
	path.Foreach(func(key *ast.Term) { keys = append(keys, key) })
	return keys
}
