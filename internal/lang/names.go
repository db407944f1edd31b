package lang

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// evalName evaluates a name: of a variable, a local value, a block, or one that
// the expression binds itself.
func (c *compiler) evalName(tr hcl.Traversal, e *env) value {
	span := e.span(tr.SourceRange())
	root := tr.RootName()
	if v, bound := e.names[root]; bound {
		return c.walk(v.at(e.span(tr[0].SourceRange())), tr[1:], e)
	}
	switch {
	case root == "each" && e.each != nil:
		return c.walkEach(tr, e)
	case root == "var" || root == "local":
		return c.evalGiven(tr, e)
	case root == "module":
		return c.evalModule(e.scope, tr, e)
	}
	if spec := schema.Lookup(root); spec != nil && spec.Describes() {
		return c.evalBlock(e.scope, tr, e)
	}
	if !e.scope.strangers[root] {
		c.report(unknownName(root, span, e))
	}
	return value{}
}

func unknownName(root string, span source.Span, e *env) *diag.Diagnostic {
	f := diag.New(diag.UnknownName, span, "there is nothing called "+root)
	if root == "each" {
		return f.Because("each.key and each.value exist in a block with for_each.")
	}
	text := span.Text()
	candidates := append([]string{"var", "local", "module"}, schema.Names()...)
	for name := range e.names {
		candidates = append(candidates, name)
	}
	if meant, ok := suggest.Nearest(root, candidates); ok && meant != root && strings.Contains(text, ".") {
		return f.Because("Did you mean "+meant+"?").Replacing(span, meant+strings.TrimPrefix(text, root), "write "+meant+strings.TrimPrefix(text, root))
	}
	if _, ok := e.scope.variables[root]; ok {
		return f.Because("There is a variable of that name.").Replacing(span, "var."+text, "write var."+text)
	}
	if _, ok := e.scope.locals[root]; ok {
		return f.Because("There is a local value of that name.").Replacing(span, "local."+text, "write local."+text)
	}
	return f.Because("If it is a text, it stands in quotes. Names begin with a kind of block, var, local or module, such as vendor.aws.").
		Replacing(span, strconv.Quote(text), "put it in quotes")
}

func (c *compiler) walkEach(tr hcl.Traversal, e *env) value {
	if len(tr) > 1 {
		if step, ok := tr[1].(hcl.TraverseAttr); ok {
			switch step.Name {
			case "key":
				return c.walk(textOf(e.each.key).at(e.span(tr.SourceRange())), tr[2:], e)
			case "value":
				return c.walk(e.each.value.at(e.span(tr.SourceRange())), tr[2:], e)
			}
		}
	}
	c.report(diag.New(diag.UnknownName, e.span(tr.SourceRange()), "each has a key and a value").Because("Write each.key or each.value."))
	return value{}
}

// evalGiven evaluates var.NAME and local.NAME.
func (c *compiler) evalGiven(tr hcl.Traversal, e *env) value {
	root, span := tr.RootName(), e.span(tr.SourceRange())
	name := ""
	if len(tr) > 1 {
		name, _ = stepName(tr[1])
	}
	if name == "" {
		c.report(diag.New(diag.UnknownName, span, root+" is not a value").Because("Name the one that is meant: " + root + ".NAME."))
		return value{}
	}
	at := e.span(hcl.RangeBetween(tr[0].SourceRange(), tr[1].SourceRange()))
	if root == "local" {
		if t, ok := e.scope.locals[name]; ok {
			return c.walk(c.force(t).at(span), tr[2:], e)
		}
		c.report(undeclaredIn(c, e.scope.locals, diag.UnknownName, name, "local", at))
		return value{}
	}
	if v, ok := e.scope.variables[name]; ok {
		return c.walk(c.variableValue(v).at(span), tr[2:], e)
	}
	c.report(undeclaredIn(c, e.scope.variables, diag.UndeclaredVariable, name, "var", at))
	return value{}
}

// undeclaredIn reports a variable or local value that a scope does not have.
func undeclaredIn[V any](c *compiler, table map[string]V, code diag.Code, name, root string, span source.Span) *diag.Diagnostic {
	what := map[string]string{"var": "variable", "local": "local value"}[root]
	f := diag.New(code, span, "there is no "+what+" called "+quote(name)).Labelled("not declared")
	if meant, ok := nearestKey(c, name, table); ok {
		return f.Because("Did you mean "+root+"."+meant+"?").Replacing(span, root+"."+meant, "write "+root+"."+meant)
	}
	if root == "local" {
		return f.Because("Give it a value in a locals block: locals { " + name + " = … }.")
	}
	return f.Because("Declare it: variable " + quote(name) + " { … }.")
}

// nextName returns the name that follows by a dot.
func nextName(rest hcl.Traversal) (string, bool) {
	if len(rest) == 0 {
		return "", false
	}
	step, ok := rest[0].(hcl.TraverseAttr)
	return step.Name, ok
}

func stepName(t hcl.Traverser) (string, bool) {
	switch t := t.(type) {
	case hcl.TraverseAttr:
		return t.Name, true
	case hcl.TraverseIndex:
		if t.Key.Type() == cty.String {
			return t.Key.AsString(), true
		}
	}
	return "", false
}

// walk follows the rest of a name from a value.
func (c *compiler) walk(v value, rest hcl.Traversal, e *env) value {
	for len(rest) > 0 && v.known() {
		span := v.span
		if span.IsZero() {
			span = e.span(rest.SourceRange())
		}
		step := rest[0]
		rest = rest[1:]
		if i, ok := step.(hcl.TraverseIndex); ok {
			v = c.index(v, fromCty(i.Key), span)
			continue
		}
		name, ok := stepName(step)
		if !ok {
			return value{}
		}
		if v.kind != refValue {
			v = c.fieldOf(v, name, span)
			continue
		}
		v, rest = c.attribute(v.ref, name, rest, span)
	}
	return v
}

func (c *compiler) fieldOf(v value, name string, span source.Span) value {
	if !c.spend(1+len(v.keys)/16, 0, span) {
		return value{}
	}
	if x, ok := v.field(name); ok && v.kind == mapValue {
		return x.at(span)
	}
	f := diag.New(diag.NoSuchElement, span, kindWords[v.kind]+" has no "+name)
	switch v.kind {
	case mapValue:
		f = c.noSuchKey(v, name, span)
	case listValue:
		f.Because("Take an element first, or the " + name + " of each: […][*]." + name + ".")
	default:
		f.Because("Only blocks and maps have parts that can be named.")
	}
	c.report(f)
	return value{}
}

// noSuchKey reports a key that a map does not have.
func (c *compiler) noSuchKey(v value, key string, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.NoSuchElement, span, "there is no "+key+" here")
	if meant, ok := c.nearest(key, len(v.keys), func() []string { return v.keys }); ok {
		return f.Because("Did you mean " + meant + "?")
	}
	if len(v.keys) == 0 {
		return f.Because("It is empty.")
	}
	return f.Because("There is: " + someOf(v.keys) + ".")
}

// index takes an element of a list by number, or of a map by key.
func (c *compiler) index(v, key value, span source.Span) value {
	switch {
	case !v.known() || !key.known():
		return value{}
	case v.kind == mapValue && key.kind == textValue:
		return c.fieldOf(v, key.text, span)
	case v.kind == listValue && key.kind == numberValue && key.text == "":
		if key.num >= 0 && key.num < int64(len(v.list)) {
			return v.list[key.num].at(span)
		}
		c.report(diag.New(diag.NoSuchElement, span, "there is no element "+strconv.FormatInt(key.num, 10)).
			Because("The list has " + strconv.Itoa(len(v.list)) + " elements, and counting begins at 0."))
		return value{}
	}
	c.report(diag.New(diag.NoSuchElement, span, kindWords[v.kind]+" cannot be indexed by "+kindWords[key.kind]).
		Because("A list takes a whole number in the brackets, a map a text."))
	return value{}
}
