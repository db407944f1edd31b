package lang

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

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

// attribute reads an attribute of a block, or goes on to a block inside it.
func (c *compiler) attribute(t *target, name string, rest hcl.Traversal, span source.Span) (value, hcl.Traversal) {
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
	if c.language != "" {
		if v, translated := c.wording(b, name); translated {
			return v.at(span), rest
		}
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
