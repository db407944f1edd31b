package lang

import (
	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/parallel"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// resolveAll looks up the references of every declaration. The findings are
// made afterwards, one by one: what they advise depends on other references.
func (c *compiler) resolveAll() {
	var decls []*decl
	for _, s := range c.scopes {
		decls = append(decls, s.order...)
	}
	const batch = 256
	parts := make([]resolver, (len(decls)+batch-1)/batch)
	parallel.For(len(parts), func(i int) {
		parts[i].compiler = c
		for _, d := range decls[i*batch : min((i+1)*batch, len(decls))] {
			parts[i].decl(d)
		}
	})
	for i := range parts {
		parts[i].tell()
	}
}

// resolve looks up the references of one declaration that is needed now.
func (c *compiler) resolve(d *decl) {
	if d != nil && !d.resolved {
		r := resolver{compiler: c}
		r.decl(d)
		r.tell()
	}
}

// A resolver looks up the references that stand in blocks as they were written.
// Those that an expression made know their block already.
type resolver struct {
	compiler *compiler
	scope    *scope
	faults   []fault
}

// A fault explains a reference that leads nowhere, or where it may not.
type fault func() *diag.Diagnostic

// tell reports the faults.
func (r *resolver) tell() {
	for _, f := range r.faults {
		if len(r.compiler.found) >= maxFindings {
			return
		}
		r.compiler.report(f())
	}
}

// decl looks up the references of a declaration, once.
func (r *resolver) decl(d *decl) {
	if d.resolved {
		return
	}
	d.resolved = true
	r.scope = d.scope
	if d.block != nil {
		r.block(d.block)
	}
	for _, in := range d.instances {
		r.block(in.block)
	}
}

func (r *resolver) block(b *model.Block) {
	for i := range b.Attrs {
		switch v := b.Attrs[i].Value.(type) {
		case *model.Ref:
			r.ref(v, b.Attrs[i].Schema)
		case model.List:
			r.list(v, b.Attrs[i].Schema)
		}
	}
	for _, n := range b.Blocks {
		r.block(n)
	}
}

func (r *resolver) list(list model.List, spec *schema.Attr) {
	written := false
	for _, v := range list {
		if ref, ok := v.(*model.Ref); ok && r.ref(ref, spec) {
			written = true
		}
	}
	if written && len(list) > 1 {
		for _, d := range repeatedIn(list, spec.Name) {
			r.faults = append(r.faults, func() *diag.Diagnostic { return d })
		}
	}
}

// ref looks up a reference, and reports whether that was still to be done.
func (r *resolver) ref(ref *model.Ref, spec *schema.Attr) bool {
	if ref.Target != nil {
		return false
	}
	if spec.Type.Kind == schema.Address {
		ref.Address = r.scope.prefix + ref.Address
		return true
	}
	t, f := r.lookup(ref)
	scope := r.scope
	switch {
	case f != nil:
		r.faults = append(r.faults, f)
	case t.block == nil:
	case !takes(spec, t.block):
		r.faults = append(r.faults, func() *diag.Diagnostic { return wrongKind(spec, t.block, ref.Span, scope) })
	default:
		ref.Target, ref.Address = t.block, t.block.Address
	}
	return true
}

// lookup finds most blocks by the address as it stands.
func (r *resolver) lookup(ref *model.Ref) (target, fault) {
	if d := r.scope.decls[ref.Address]; d != nil && d.block != nil && !d.broken {
		return target{block: d.block, decl: d}, nil
	}
	return r.compiler.lookup(r.scope, stepsIn(ref.Address), ref.Span)
}

// lookup follows the words of a reference to a block. There is neither a block
// nor a fault where the way leads through something that is broken.
func (c *compiler) lookup(s *scope, steps []string, span source.Span) (target, fault) {
	if steps[0] == "module" {
		inner, rest, f := c.enterModule(s, steps, span)
		if inner == nil {
			return target{}, f
		}
		return c.lookup(inner, rest, span)
	}
	d := s.decls[steps[0]+"."+steps[1]]
	if d == nil {
		return target{}, func() *diag.Diagnostic { return c.unknownRef(s, steps, span) }
	}
	if d.broken {
		return target{}, nil
	}
	rest := steps[2:]
	block := d.block
	if d.forEach != nil {
		if !c.expand(d) {
			return target{}, nil
		}
		if len(rest) == 0 || rest[0][0] != '[' {
			return target{}, func() *diag.Diagnostic { return instanceNeeded(d, span) }
		}
		if block = d.instance(rest[0][1:]); block == nil {
			return target{}, func() *diag.Diagnostic { return c.unknownInstance(d, rest[0][1:], span) }
		}
		rest = rest[1:]
	} else if len(rest) > 0 && rest[0][0] == '[' {
		return target{}, func() *diag.Diagnostic { return noInstances(d, span) }
	}
	return c.lookupInner(target{block: block, decl: d}, rest, span)
}

// lookupInner follows a reference into a block.
func (c *compiler) lookupInner(t target, rest []string, span source.Span) (target, fault) {
	for len(rest) > 0 {
		next, words := innerBy(t.block, rest)
		if next == nil {
			if t.decl.flawed {
				return target{}, nil
			}
			outer := t.block
			return target{}, func() *diag.Diagnostic { return c.unknownInner(outer, rest, span) }
		}
		t.block, rest = next, rest[words:]
	}
	return t, nil
}

// innerBy finds the block inside another that the first words name, and says
// how many words that takes: its keyword, and its name if it has one.
func innerBy(b *model.Block, words []string) (*model.Block, int) {
	for _, n := range b.Blocks {
		switch {
		case n.Schema.Name != words[0]:
		case len(words) > 1 && n.Name == words[1]:
			return n, 2
		case len(words) == 1 && n.Name == "":
			return n, 1
		}
	}
	return nil, 0
}

// repeatedIn warns of a reference that stands twice in one list.
func repeatedIn(list model.List, name string) diag.List {
	var found diag.List
	var seen map[*model.Block]*model.Ref
	for i, v := range list {
		r, ok := v.(*model.Ref)
		if !ok || r.Target == nil {
			continue
		}
		if seen == nil {
			seen = make(map[*model.Block]*model.Ref, len(list)-i)
		}
		if first, twice := seen[r.Target]; twice && r.Span != first.Span {
			found.Add(diag.New(diag.RepeatedReference, r.Span, r.Address+" stands twice in "+name).
				Because("Once is enough. Delete one of them.").Relating(first.Span, "it stands here already"))
		}
		seen[r.Target] = r
	}
	return found
}
