package lang

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
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
		return c.evalModule(tr, e)
	}
	if spec := schema.Lookup(root); spec != nil && spec.Describes() {
		return c.evalBlock(e.scope, tr, e)
	}
	c.report(unknownName(root, span, e))
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
	if meant, ok := suggest.Nearest(root, candidates); ok && strings.Contains(text, ".") {
		return f.Because("Did you mean "+meant+"?").Replacing(span, meant+strings.TrimPrefix(text, root), "write "+meant+strings.TrimPrefix(text, root))
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
		if step, ok := tr[1].(hcl.TraverseAttr); ok {
			name = step.Name
		}
	}
	if root == "local" {
		t, ok := e.scope.locals[name]
		if !ok {
			c.report(undeclared(diag.UnknownName, "local value", name, sortedKeys(e.scope.locals), "local", span))
			return value{}
		}
		return c.walk(c.force(t).at(span), tr[2:], e)
	}
	v, ok := e.scope.variables[name]
	if !ok {
		c.report(undeclared(diag.UndeclaredVariable, "variable", name, sortedKeys(e.scope.variables), "var", span))
		return value{}
	}
	return c.walk(c.variableValue(v).at(span), tr[2:], e)
}

func undeclared(code diag.Code, what, name string, names []string, root string, span source.Span) *diag.Diagnostic {
	f := diag.New(code, span, "there is no "+what+" called "+quote(name)).Labelled("not declared")
	if meant, ok := suggest.Nearest(name, names); ok {
		return f.Because("Did you mean "+root+"."+meant+"?").Replacing(span, root+"."+meant, "write "+root+"."+meant)
	}
	if root == "local" {
		return f.Because("Give it a value in a locals block: locals { " + name + " = … }.")
	}
	return f.Because("Declare it: variable " + quote(name) + " { … }.")
}

// evalBlock evaluates a name that begins with a kind of block.
func (c *compiler) evalBlock(s *scope, tr hcl.Traversal, e *env) value {
	span := e.span(tr.SourceRange())
	kind := tr.RootName()
	if len(tr) == 1 {
		return c.everyBlock(s, kind)
	}
	name, ok := stepName(tr[1])
	if !ok {
		return c.index(c.everyBlock(s, kind), value{}, span)
	}
	d := s.decls[kind+"."+name]
	if d == nil {
		c.report(unknownRef(s, []string{kind, name}, e.span(hcl.RangeBetween(tr[0].SourceRange(), tr[1].SourceRange()))))
		return value{}
	}
	if d.broken || d.forEach != nil && !c.expand(d) {
		return value{}
	}
	rest := tr[2:]
	if d.forEach == nil {
		return c.walk(refTo(&target{block: d.block, decl: d}).at(span), rest, e)
	}
	return c.walk(c.instancesOf(d).at(span), rest, e)
}

// everyBlock returns all blocks of a kind in a scope, by name.
func (c *compiler) everyBlock(s *scope, kind string) value {
	var keys []string
	var refs []value
	for _, d := range s.all(kind) {
		if d.broken || d.forEach != nil && !c.expand(d) {
			continue
		}
		for _, b := range d.blocks() {
			keys = append(keys, strings.TrimPrefix(b.Address, s.prefix+kind+"."))
			refs = append(refs, refTo(&target{block: b, decl: d}))
		}
	}
	return mapOf(keys, refs)
}

func (c *compiler) instancesOf(d *decl) value {
	var refs []value
	for _, b := range d.blocks() {
		refs = append(refs, refTo(&target{block: b, decl: d}))
	}
	return mapOf(d.keys(), refs)
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
		v, rest = c.attribute(v.ref, name, rest, span, e)
	}
	return v
}

func (c *compiler) fieldOf(v value, name string, span source.Span) value {
	if x, ok := v.field(name); ok && v.kind == mapValue {
		return x.at(span)
	}
	f := diag.New(diag.NoSuchElement, span, kindWords[v.kind]+" has no "+name)
	if v.kind == mapValue {
		f.Summary = "there is no " + name + " here"
		if meant, ok := suggest.Nearest(name, v.keys); ok {
			f.Because("Did you mean " + meant + "?")
		} else if len(v.keys) > 0 {
			f.Because("There is: " + orJoin(v.keys) + ".")
		}
	} else if v.kind == listValue {
		f.Because("Take an element first, or the " + name + " of each: […][*]." + name + ".")
	} else {
		f.Because("Only blocks and maps have parts that can be named.")
	}
	c.report(f)
	return value{}
}

// attribute reads an attribute of a block, or goes on to a block inside it.
func (c *compiler) attribute(t *target, name string, rest hcl.Traversal, span source.Span, e *env) (value, hcl.Traversal) {
	b := t.block
	c.mentioned[b] = true
	if spec := b.Schema.Block(name); spec != nil {
		return c.innerBlock(t, spec, rest, span)
	}
	if b.Schema.Attr(name) == nil {
		f := diag.New(diag.NoSuchElement, span, article(b.Schema.Title)+" has no attribute "+name)
		if meant, ok := suggest.Nearest(name, b.Schema.AttrNames()); ok {
			f.Because("Did you mean " + meant + "?")
		} else {
			f.Because("It may have: " + strings.Join(b.Schema.AttrNames(), ", ") + ".")
		}
		c.report(f)
		return value{}, nil
	}
	a := b.Get(name)
	switch {
	case a == nil && name == "label":
		return textOf(b.Label()).at(span), rest
	case a == nil:
		c.report(diag.New(diag.NoSuchElement, span, b.Address+" does not state its "+name).
			Because("The attribute is not set there. Set it, or do not use it here.").Relating(b.Span, "declared here"))
		return value{}, nil
	}
	if th := c.thunks[a]; th != nil {
		return c.force(th).at(span), rest
	}
	c.report(c.resolve(t.decl)...)
	return c.owned(fromModel(a.Value), t.decl).at(span), rest
}

// owned gives references that were read from a block the declarations that they
// lead to, so that they can be followed further.
func (c *compiler) owned(v value, from *decl) value {
	if v.kind == refValue && v.ref.decl == nil && v.ref.block != nil {
		v.ref.decl = c.declOf(from.scope, v.ref.block)
	}
	for i := range v.list {
		v.list[i] = c.owned(v.list[i], from)
	}
	return v
}

// declOf finds the declaration of a block, from a scope that can see it.
func (c *compiler) declOf(s *scope, b *model.Block) *decl {
	for b.Parent != nil {
		b = b.Parent
	}
	for _, in := range c.scopes {
		if key, ok := strings.CutPrefix(b.Address, in.prefix); ok {
			if i := strings.IndexByte(key, '['); i > 0 {
				key = key[:i]
			}
			if d := in.decls[key]; d != nil {
				return d
			}
		}
	}
	return nil
}

func (c *compiler) innerBlock(t *target, spec *schema.Block, rest hcl.Traversal, span source.Span) (value, hcl.Traversal) {
	var named []*model.Block
	for _, n := range t.block.Blocks {
		if n.Schema == spec {
			named = append(named, n)
		}
	}
	if len(named) == 1 && named[0].Name == "" {
		return refTo(&target{block: named[0], decl: t.decl}).at(span), rest
	}
	keys, refs := make([]string, len(named)), make([]value, len(named))
	for i, n := range named {
		keys[i], refs[i] = n.Name, refTo(&target{block: n, decl: t.decl})
	}
	return mapOf(keys, refs).at(span), rest
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
		Because("A list takes a number in the brackets, a map a text."))
	return value{}
}
