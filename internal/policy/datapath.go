package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// dataPaths are the paths below data at which modules keep something, without
// "data.".
type dataPaths struct{ packages, rules []string }

// learn takes in the package of a module and the rules in it.
func (p *dataPaths) learn(m *module) {
	p.packages = append(p.packages, m.pkg())
	for _, r := range m.ast.Rules {
		p.rules = append(p.rules, dataPath(r.Ref()))
	}
}

// dataPath returns where a reference to data leads as far as it goes by names,
// without "data.".
func dataPath(ref ast.Ref) string {
	end := 1 + slices.IndexFunc(ref[1:], func(t *ast.Term) bool { _, isName := t.Value.(ast.String); return !isName })
	if end == 0 {
		end = len(ref)
	}
	return strings.TrimPrefix(ref[:end].String(), "data.")
}

// have reports whether there is something at a path: a package, what holds
// packages, a rule, or what may be in the value of one.
func (p *dataPaths) have(path string) bool {
	return slices.ContainsFunc(p.rules, func(rule string) bool { return hasPath(path, rule) }) ||
		slices.ContainsFunc(p.packages, func(pkg string) bool { return pkg == path || strings.HasPrefix(pkg, path+".") })
}

// unknown reports a path at which there is nothing; in vain says what comes of
// asking for it.
func (p *dataPaths) unknown(span source.Span, path, inVain string) *diag.Diagnostic {
	d := diag.New(diag.RuleName, span, "there is no package or rule data."+path)
	pkg, names := p.nearby(path)
	if len(names) == 0 {
		names = slices.Concat(p.packages, p.rules, []string{referencePackage})
	}
	if near, ok := suggest.Nearest(path, names); ok {
		return d.Because("Did you mean " + near + "? As it is, the question has no answer and " + inVain + ".")
	}
	if pkg != "" {
		return d.Because("There are: " + strings.Join(names, ", ") + ".")
	}
	return d.Because("Rules see packages of Rego and data.reference. What else they are to know stands in a package: package acme.limits, and in it most := 3.")
}

// nearby lists the rules of the package that a path leads into, if it leads into
// one.
func (p *dataPaths) nearby(path string) (pkg string, names []string) {
	for _, candidate := range p.packages {
		if strings.HasPrefix(path, candidate+".") && len(candidate) > len(pkg) {
			pkg = candidate
		}
	}
	for _, rule := range p.rules {
		if pkg != "" && strings.HasPrefix(rule, pkg+".") {
			names = append(names, rule)
		}
	}
	slices.Sort(names)
	return pkg, slices.Compact(names)
}

// lintTests finds what the author's tests ask of packages and rules that there
// are not: such a question has no answer, so that a test fails without a word, or
// holds whatever the rule does. Modules are as they were parsed; compiled are the
// same by their files, with imports resolved.
func lintTests(modules []*module, compiled map[string]*ast.Module) diag.List {
	l := &linter{}
	for _, m := range modules {
		l.paths.learn(m)
	}
	var found diag.List
	for _, m := range modules {
		if m.bundled || !m.isTest() {
			continue
		}
		l.at = m
		flaws := l.imports()
		if len(flaws) == 0 && compiled[m.file.Name] != nil {
			flaws = l.questions(compiled[m.file.Name])
		}
		found = unrepeated(found, flaws)
	}
	return found
}

// imports finds imports of what there is not. What is asked by their names is
// wrong for the same reason, and not reported again.
func (l *linter) imports() diag.List {
	var found diag.List
	for _, i := range l.at.ast.Imports {
		if ref, ok := i.Path.Value.(ast.Ref); ok {
			found.Add(l.untestable(ref, i.Path.Location)...)
		}
	}
	return found
}

// questions finds references to what there is not in the rules of a compiled
// module, also in what they replace.
func (l *linter) questions(m *ast.Module) diag.List {
	var found diag.List
	for _, r := range m.Rules {
		ast.WalkRefs(r, func(ref ast.Ref) bool {
			found = unrepeated(found, l.untestable(ref, ref[0].Location))
			return false
		})
	}
	return found
}

// untestable reports a reference of a test to what there is not.
func (l *linter) untestable(ref ast.Ref, loc *ast.Location) diag.List {
	if !ref.HasPrefix(ast.DefaultRootRef) {
		return nil
	}
	path := dataPath(ref)
	if path == "data" || hasPath(path, referencePackage) || l.paths.have(path) {
		return nil
	}
	return diag.List{l.paths.unknown(l.at.span(loc), path, "the test says nothing of the rule")}
}
