package lang

import (
	"slices"
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

// evalBlock evaluates a name that begins with a kind of block.
func (c *compiler) evalBlock(s *scope, tr hcl.Traversal, e *env) value {
	span := e.span(tr.SourceRange())
	kind := tr.RootName()
	if len(tr) == 1 {
		return c.everyBlock(s, kind)
	}
	name, ok := stepName(tr[1])
	if !ok {
		c.report(diag.New(diag.NoSuchElement, span, kind+" has no first or second").
			Because("Blocks are known by name: " + kind + ".NAME. All of them, in the order of the source, are values(" + kind + ")."))
		return value{}
	}
	d := s.decls[kind+"."+name]
	if d == nil {
		c.report(c.unknownRef(s, []string{kind, name}, e.span(hcl.RangeBetween(tr[0].SourceRange(), tr[1].SourceRange()))))
		return value{}
	}
	if d.broken || d.forEach != nil && !c.expand(d) {
		return value{}
	}
	rest := tr[2:]
	if d.forEach == nil {
		return c.walk(refTo(&target{block: d.block, decl: d}).at(span), rest, e)
	}
	if name, ok := nextName(rest); ok && d.instance(name) == nil {
		c.report(instanceNeeded(d, span))
		return value{}
	}
	return c.walk(c.instancesOf(d).at(span), rest, e)
}

// everyBlock returns all blocks of a kind in a scope, by name. They are unknown
// where one of them is broken: any answer would leave it out.
func (c *compiler) everyBlock(s *scope, kind string) value {
	if all, known := s.every[kind]; known {
		return all
	}
	var keys []string
	var refs []value
	for _, d := range s.all(kind) {
		if d.broken || d.forEach != nil && !c.expand(d) {
			return value{}
		}
		for _, b := range d.blocks() {
			keys = append(keys, strings.TrimPrefix(b.Address, s.prefix+kind+"."))
			refs = append(refs, refTo(&target{block: b, decl: d}))
		}
	}
	s.every[kind] = mapOf(keys, refs)
	return s.every[kind]
}

func (c *compiler) instancesOf(d *decl) value {
	var refs []value
	for _, b := range d.blocks() {
		refs = append(refs, refTo(&target{block: b, decl: d}))
	}
	return mapOf(d.keys(), refs)
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
		v, rest = c.attribute(v.ref, name, rest, span, e)
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
	if v.kind == mapValue {
		f.Summary = "there is no " + name + " here"
		if meant, ok := c.nearest(name, len(v.keys), func() []string { return v.keys }); ok {
			f.Because("Did you mean " + meant + "?")
		} else if len(v.keys) > 0 {
			f.Because("There is: " + someOf(v.keys) + ".")
		} else {
			f.Because("It is empty.")
		}
	} else if v.kind == listValue {
		f.Because("Take an element first, or the " + name + " of each: " + span.Text() + "[*]." + name + ".")
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
	case a == nil && c.flawed(t):
		return value{}, nil
	case a == nil:
		c.report(diag.New(diag.NoSuchElement, span, b.Address+" does not state its "+name).
			Because("The attribute is not set there. Set it, or do not use it here.").Relating(b.Span, "declared here"))
		return value{}, nil
	}
	if th := c.thunks[a]; th != nil {
		return c.force(th).at(span), rest
	}
	c.resolve(c.declOf(t))
	v := fromModel(a.Value)
	if !c.spend(len(v.list), len(v.list)*cellRoom, span) {
		return value{}, nil
	}
	return v.at(span), rest
}

// declOf finds the declaration of a block that a reference was read from.
func (c *compiler) declOf(t *target) *decl {
	if t.decl == nil {
		top := t.block
		for top.Parent != nil {
			top = top.Parent
		}
		t.decl = c.declared(top)
	}
	return t.decl
}

func (c *compiler) flawed(t *target) bool {
	d := c.declOf(t)
	return d != nil && d.flawed
}

// declared finds the declaration of a top-level block by its address.
func (c *compiler) declared(b *model.Block) *decl {
	steps := stepsIn(b.Address)
	in := c.root
	for steps[0] == "module" {
		m := in.modules[steps[1]]
		steps = steps[2:]
		key := ""
		if m.forEach != nil {
			key, steps = steps[0][1:], steps[1:]
		}
		in = m.inner[key]
	}
	if b.Schema.Labels == schema.NoLabel {
		return in.decls[steps[0]]
	}
	return in.decls[steps[0]+"."+steps[1]]
}

// innerBlock goes on to a block inside another: the one that has no name, or,
// where the blocks have names, one or all of them.
func (c *compiler) innerBlock(t *target, spec *schema.Block, rest hcl.Traversal, span source.Span) (value, hcl.Traversal) {
	var keys []string
	var refs []value
	var unnamed *model.Block
	for _, n := range c.inside(t.block, spec) {
		if n.Name == "" && spec.Labels != schema.OneLabel {
			unnamed = n
			continue
		}
		keys, refs = append(keys, n.Name), append(refs, refTo(&target{block: n, decl: t.decl}))
	}
	if name := nameIn(rest); unnamed != nil && !slices.Contains(keys, name) {
		return refTo(&target{block: unnamed, decl: t.decl}).at(span), rest
	}
	if unnamed == nil && len(keys) == 0 && c.flawed(t) {
		return value{}, nil
	}
	if unnamed == nil && len(keys) == 0 && spec.Labels != schema.OneLabel {
		c.report(diag.New(diag.NoSuchElement, span, t.block.Address+" has no "+spec.Title).
			Because("Declare one inside that block, or do not use it here.").Relating(t.block.Span, "declared here"))
		return value{}, nil
	}
	return mapOf(keys, refs).at(span), rest
}

func nameIn(rest hcl.Traversal) string {
	if len(rest) == 0 {
		return ""
	}
	name, _ := stepName(rest[0])
	return name
}

// inside lists the blocks of a kind that were written in another. When there is
// a model, it holds some of them beside it.
func (c *compiler) inside(b *model.Block, spec *schema.Block) []*model.Block {
	var inner []*model.Block
	if spec.Spans != "" && c.built != nil {
		for _, n := range c.built.About(spec.Name, b) {
			if n.Parent == b {
				inner = append(inner, n)
			}
		}
		return inner
	}
	for _, n := range b.Blocks {
		if n.Schema == spec {
			inner = append(inner, n)
		}
	}
	return inner
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
