package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
)

// lint finds names in the author's own modules that the type checker cannot
// judge, because it does not know what they are asked of: in the bodies of
// functions, behind walk, in packages of data, in comparisons with a word.
func lint(modules []*module) diag.List {
	l := &linter{known: map[string]bool{}}
	for name := range words().fields {
		l.known[name] = true
	}
	for _, m := range modules {
		l.learn(m)
	}
	for _, m := range modules {
		if !m.bundled {
			l.module(m)
		}
	}
	return l.found
}

type linter struct {
	known map[string]bool // names that are keys of something
	paths dataPaths
	found diag.List
	at    *module
}

// learn takes in the names that a module declares.
func (l *linter) learn(m *module) {
	l.paths.learn(m)
	for _, r := range m.ast.Rules {
		for _, t := range r.Head.Reference {
			l.learnKey(t)
		}
	}
	ast.WalkTerms(m.ast, func(t *ast.Term) bool {
		if o, ok := t.Value.(ast.Object); ok {
			o.Foreach(func(k, _ *ast.Term) { l.learnKey(k) })
		}
		return false
	})
}

func (l *linter) learnKey(t *ast.Term) {
	switch v := t.Value.(type) {
	case ast.String:
		l.known[string(v)] = true
	case ast.Var:
		l.known[string(v)] = true
	}
}

func (l *linter) module(m *module) {
	l.at = m
	for _, i := range m.ast.Imports {
		if ref, ok := i.Path.Value.(ast.Ref); ok && ref.HasPrefix(ast.DefaultRootRef) {
			l.packagePath(ref, i.Path.Location)
		}
	}
	visitor := ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if x.IsCall() {
				l.call(x.Operator(), x.Operands())
			}
		case ast.Call:
			if operator, ok := x[0].Value.(ast.Ref); ok {
				l.call(operator, x[1:])
			}
		case *ast.Term:
			if ref, ok := x.Value.(ast.Ref); ok {
				l.reference(ref)
			}
		}
		return false
	})
	for _, r := range m.ast.Rules {
		visitor.Walk(r.Head.Args)
		for ; r != nil; r = r.Else {
			visitor.Walk(r.Body)
			for _, t := range []*ast.Term{r.Head.Key, r.Head.Value} {
				if t != nil {
					visitor.Walk(t)
				}
			}
		}
	}
}

// reference looks at what is asked of a value.
func (l *linter) reference(ref ast.Ref) {
	if ref.HasPrefix(ast.DefaultRootRef) {
		l.packagePath(ref, ref[0].Location)
		return
	}
	if _, ok := ref[0].Value.(ast.Var); !ok || isFunction(ref) {
		return
	}
	tail := ref[1:]
	if ref.HasPrefix(ast.InputRootRef) {
		if len(ref) < 3 || plain(ref[1].Value) != byAddressKey {
			return // it is typed
		}
		tail = ref[3:]
	}
	for _, t := range tail {
		l.key(t)
	}
}

// isFunction reports whether a reference is the name of a function, such as
// time.date.
func isFunction(ref ast.Ref) bool {
	name := ref.String()
	return slices.ContainsFunc(every().Builtins, func(b *ast.Builtin) bool { return b.Name == name })
}

// key looks at one step of a reference.
func (l *linter) key(t *ast.Term) {
	name, ok := t.Value.(ast.String)
	if !ok || l.known[string(name)] {
		return
	}
	l.found.Add(unknownField(l.at, t, string(name)))
}

func unknownField(m *module, t *ast.Term, name string) *diag.Diagnostic {
	d := unknownName(m.span(t.Location), "nothing in the input has "+quoted(name), name, words().fieldNames())
	if !strings.HasPrefix(d.Detail, "Did you mean") {
		d.Detail = "The fields that there are stand in the schema: privity schema input. As it is, the question has no answer."
	}
	return d
}

// packagePath looks at a path into data.
func (l *linter) packagePath(ref ast.Ref, loc *ast.Location) {
	path := dataPath(ref)
	if path == "data" || hasPath(path, referencePackage) {
		for _, t := range ref[min(2, len(ref)):] {
			if _, isCode := t.Value.(ast.String); isCode && len(plain(t.Value)) > 2 {
				l.key(t)
			}
		}
		return
	}
	if !l.paths.have(path) {
		l.found.Add(l.paths.unknown(l.at.span(loc), path, "the rule would never find anything"))
	}
}

// call looks at the names that are given to functions.
func (l *linter) call(operator ast.Ref, operands []*ast.Term) {
	switch name := operator.String(); {
	case len(operands) < 2:
	case name == ast.ObjectGet.Name || name == ast.ObjectFilter.Name || name == ast.ObjectRemove.Name:
		for _, key := range elements(operands[1]) {
			l.key(key)
		}
	case name == ast.Equality.Name || name == ast.Equal.Name || name == ast.NotEqual.Name:
		l.comparison(operands[0], operands[1:2])
		l.comparison(operands[1], operands[0:1])
	case name == ast.Member.Name:
		l.comparison(operands[0], elements(operands[1]))
		l.comparison(operands[1], operands[0:1])
	}
}

// elements returns the elements of a list or set that is written out, or the
// term itself.
func elements(t *ast.Term) []*ast.Term {
	var list []*ast.Term
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(func(e *ast.Term) { list = append(list, e) })
	case ast.Set:
		v.Foreach(func(e *ast.Term) { list = append(list, e) })
	default:
		list = []*ast.Term{t}
	}
	return list
}

// comparison holds words against those that the attribute beside them takes.
func (l *linter) comparison(attribute *ast.Term, candidates []*ast.Term) {
	ref, ok := attribute.Value.(ast.Ref)
	if !ok {
		return
	}
	key := lastKey(ref)
	allowed := words().words[key]
	if allowed == nil {
		return
	}
	for _, t := range candidates {
		if word, ok := t.Value.(ast.String); ok && !slices.Contains(allowed, string(word)) {
			l.found.Add(unknownName(l.at.span(t.Location), key+" is never "+quoted(string(word)), string(word), allowed))
		}
	}
}

// lastKey returns the last name in a reference: kind in s.kind, regimes in
// input.policy.regimes[_].
func lastKey(ref ast.Ref) string {
	for i := len(ref) - 1; i > 0; i-- {
		if name, ok := ref[i].Value.(ast.String); ok {
			return string(name)
		}
	}
	return ""
}
