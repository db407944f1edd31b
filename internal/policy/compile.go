package policy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// schemas is the schema of the input as the type checker takes it.
var schemas = sync.OnceValue(func() *ast.SchemaSet {
	var raw any
	if err := json.Unmarshal(inputSchema(), &raw); err != nil {
		panic(err) // it was made by us
	}
	set := ast.NewSchemaSet()
	set.Put(ast.SchemaRootRef, raw)
	return set
})

// newCompiler returns a compiler that knows the input and lets rules do no more
// than they may.
func newCompiler() *ast.Compiler { return newUntypedCompiler().WithSchemas(schemas()) }

// newUntypedCompiler returns one that does not know the input, which takes half
// the time.
func newUntypedCompiler() *ast.Compiler {
	return ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithDefaultRegoVersion(ast.RegoV2).
		SetErrorLimit(0)
}

// compile compiles modules together.
func compile(c *ast.Compiler, modules []*module) (*ast.Compiler, diag.List) {
	c.Compile(byName(modules))
	return c, compileFindings(modules, c.Errors)
}

func byName(modules []*module) map[string]*ast.Module {
	named := make(map[string]*ast.Module, len(modules))
	for _, m := range modules {
		named[m.file.Name] = m.ast
	}
	return named
}

// compileFindings says in our words what the compiler found.
func compileFindings(modules []*module, errs ast.Errors) diag.List {
	files := map[string]*source.File{}
	for _, m := range modules {
		files[m.file.Name] = m.file
	}
	var found diag.List
	seen := map[string]bool{}
	for _, e := range errs {
		if e.Location == nil || files[e.Location.File] == nil {
			found.Add(diag.New(diag.RuleSyntax, source.Span{}, firstLine(e.Message)))
			continue
		}
		if key := e.Location.String() + e.Message; !seen[key] {
			seen[key] = true
			found.Add(compileFinding(e, files[e.Location.File]))
		}
	}
	return found
}

func compileFinding(e *ast.Error, file *source.File) *diag.Diagnostic {
	span := spanIn(file, e.Location)
	if d, ok := e.Details.(*ast.RefErrInvalidDetail); ok {
		if at := d.Ref[d.Pos].Location; at != nil && at.File == file.Name {
			span = spanIn(file, at)
		}
		return wrongName(d, span)
	}
	if name, ok := strings.CutPrefix(e.Message, "undefined function "); ok {
		return wrongFunction(name, span)
	}
	if other, ok := strings.CutPrefix(e.Message, "package annotation redeclared: "); ok {
		return diag.New(diag.RuleSyntax, span, "the package has metadata already, in "+firstLine(other)).
			Because("A package is a rule. Give each rule a package of its own.")
	}
	return diag.New(diag.RuleSyntax, span, firstLine(e.Message)).Because("The rule could not be compiled; see `privity explain PV0901`.")
}

// wrongName reports a field that does not exist where it is asked for.
func wrongName(d *ast.RefErrInvalidDetail, span source.Span) *diag.Diagnostic {
	name := plain(d.Ref[d.Pos].Value)
	path := d.Ref[:d.Pos].String()
	if _, isList := d.Want.(types.Number); isList {
		return diag.New(diag.RuleName, span, path+" is a list and has no "+name).
			Because(fmt.Sprintf("Go through it: some x in %s, then x.%s; or %s[_].%s for any of them.", path, name, path, name))
	}
	names := make([]string, len(d.OneOf))
	for i, v := range d.OneOf {
		names[i] = plain(v)
	}
	return unknownName(span, path+" has no "+quoted(name), name, names)
}

// unknownName reports a name that is none of those that there are.
func unknownName(span source.Span, summary, name string, names []string) *diag.Diagnostic {
	d := diag.New(diag.RuleName, span, summary)
	if near, ok := suggest.Nearest(name, names); ok {
		return d.Because("Did you mean " + near + "? As it is, the question has no answer and the rule would never find anything.")
	}
	if len(names) == 0 {
		return d.Because("It is a plain value, and nothing can be asked of it.")
	}
	slices.Sort(names)
	return d.Because("There are: " + strings.Join(names, ", ") + ".")
}

func wrongFunction(name string, span source.Span) *diag.Diagnostic {
	if isRefused(name) {
		return diag.New(diag.RuleNotAllowed, span, "a rule may not call "+name).
			Because("Rules see the input and nothing else: no network, clock, environment or chance, and nothing that could not be stopped.")
	}
	var names []string
	for _, b := range capabilities().Builtins {
		names = append(names, b.Name)
	}
	d := unknownName(span, "there is no function "+quoted(name), name, names)
	if !strings.HasPrefix(d.Detail, "Did you mean") {
		d.Detail = "Rules may call the functions of Rego that need nothing but their arguments, and those of packages that they import."
	}
	return d
}

func plain(v ast.Value) string {
	if s, ok := v.(ast.String); ok {
		return string(s)
	}
	return v.String()
}

func quoted(s string) string { return `"` + s + `"` }
