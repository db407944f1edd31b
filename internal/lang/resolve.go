package lang

import (
	"sync"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// resolveAll looks up the references of every declaration.
func (c *compiler) resolveAll() {
	var decls []*decl
	for _, s := range c.scopes {
		decls = append(decls, s.order...)
	}
	const batch = 256
	var mutex sync.Mutex
	inParallel((len(decls)+batch-1)/batch, func(i int) {
		var found diag.List
		for _, d := range decls[i*batch : min((i+1)*batch, len(decls))] {
			found.Add(c.resolve(d)...)
		}
		if len(found) > 0 {
			mutex.Lock()
			c.report(found...)
			mutex.Unlock()
		}
	})
}

// resolve looks up the references of one declaration, once.
func (c *compiler) resolve(d *decl) diag.List {
	if d.resolved {
		return nil
	}
	d.resolved = true
	r := resolver{compiler: c, scope: d.scope}
	if d.block != nil {
		r.block(d.block)
	}
	for _, in := range d.instances {
		r.block(in.block)
	}
	return r.found
}

// A resolver looks up the references that stand in blocks as they were written.
// Those that an expression made know their block already.
type resolver struct {
	compiler *compiler
	scope    *scope
	found    diag.List
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
		r.found.Add(repeatedIn(list, spec.Name)...)
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
	if f == nil && t.block != nil {
		f = checkKind(spec, t.block, ref.Span, r.scope)
	}
	if f != nil {
		r.found.Add(f)
	} else if t.block != nil {
		ref.Target, ref.Address = t.block, t.block.Address
	}
	return true
}

// lookup finds most blocks by the address as it stands.
func (r *resolver) lookup(ref *model.Ref) (target, *diag.Diagnostic) {
	if d := r.scope.decls[ref.Address]; d != nil && d.block != nil && !d.broken {
		return target{block: d.block, decl: d}, nil
	}
	return r.compiler.lookup(r.scope, stepsIn(ref.Address), ref.Span)
}

// lookup follows the words of a reference to a block. There is neither a block
// nor a finding where the way leads through something that is broken.
func (c *compiler) lookup(s *scope, steps []string, span source.Span) (target, *diag.Diagnostic) {
	if steps[0] == "module" {
		inner, rest, f := c.enterModule(s, steps, span)
		if inner == nil {
			return target{}, f
		}
		return c.lookup(inner, rest, span)
	}
	d := s.decls[steps[0]+"."+steps[1]]
	if d == nil {
		return target{}, unknownRef(s, steps, span)
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
			return target{}, instanceNeeded(d, span)
		}
		if block = d.instance(rest[0][1:]); block == nil {
			return target{}, unknownInstance(d, rest[0][1:], span)
		}
		rest = rest[1:]
	} else if len(rest) > 0 && rest[0][0] == '[' {
		return target{}, diag.New(diag.UnknownReference, span, steps[0]+"."+steps[1]+" has no instances").
			Because("Only a block with for_each is followed by a key in brackets. Leave the key out.").Relating(d.header, "declared here")
	}
	return c.lookupInner(d, block, rest, span)
}

// lookupInner follows a reference into a block.
func (c *compiler) lookupInner(d *decl, block *model.Block, rest []string, span source.Span) (target, *diag.Diagnostic) {
	for len(rest) > 0 {
		kind := rest[0]
		var next *model.Block
		var names []string
		for _, n := range block.Blocks {
			if n.Schema.Name != kind {
				continue
			}
			names = append(names, n.Name)
			if n.Name == "" && len(rest) == 1 || len(rest) > 1 && n.Name == rest[1] {
				next = n
				break
			}
		}
		if next == nil {
			return target{}, unknownInner(block, rest, names, span)
		}
		rest = rest[1:]
		if next.Name != "" {
			rest = rest[1:]
		}
		block = next
	}
	return target{block: block, decl: d}, nil
}

func unknownInner(block *model.Block, rest, names []string, span source.Span) *diag.Diagnostic {
	wanted := rest[0]
	if len(rest) > 1 {
		wanted += " " + quote(rest[1])
	}
	f := diag.New(diag.UnknownReference, span, block.Address+" has no "+wanted).Relating(block.Span, "the block is declared here")
	if len(rest) > 1 {
		if meant, ok := suggest.Nearest(rest[1], names); ok {
			return f.Because("Did you mean " + block.Address + "." + rest[0] + "." + meant + "?")
		}
	}
	if len(names) == 1 && names[0] == "" {
		return f.Because("It has one without a name: write " + block.Address + "." + rest[0] + ".")
	}
	if len(names) > 0 {
		return f.Because("It has: " + orJoin(names) + ".")
	}
	return f.Because("Declare it inside that block, or refer to another.")
}

// unknownRef reports a name that nothing declares, with what it may have been
// meant to be: a similar name of the same kind, or the same name of another.
func unknownRef(s *scope, steps []string, span source.Span) *diag.Diagnostic {
	kind, name := steps[0], steps[1]
	spec := schema.Lookup(kind)
	f := diag.New(diag.UnknownReference, span, "there is no "+spec.Title+" with the name "+quote(name)).Labelled("not declared")
	if meant, ok := suggest.Nearest(name, s.names(kind)); ok {
		address := kind + "." + meant
		return f.Because("Did you mean "+address+"?").Replacing(span, address+tail(steps), "write "+address).
			Relating(s.decls[address].header, "declared here")
	}
	for _, other := range schema.Blocks {
		if d := s.decls[other.Name+"."+name]; d != nil && other != spec {
			return f.Because("There is "+article(other.Title)+" of that name. If that is what is meant, it is written "+d.key+"; if not, declare "+kind+" "+quote(name)+".").
				Relating(d.header, "this is "+article(other.Title))
		}
	}
	return f.Because("Declare it: " + kind + " " + quote(name) + " { … }.")
}

func tail(steps []string) string {
	rest := ""
	for _, s := range steps[2:] {
		rest += "." + s
	}
	return rest
}

// checkKind reports a reference to a block of a kind that the attribute does
// not take.
func checkKind(spec *schema.Attr, b *model.Block, span source.Span, s *scope) *diag.Diagnostic {
	targets := spec.Type.Targets
	if len(targets) == 0 {
		return nil
	}
	kind := b.Schema.Name
	for _, k := range targets {
		if k == kind {
			return nil
		}
	}
	f := diag.New(diag.WrongReferenceKind, span, spec.Name+" cannot refer to "+article(b.Schema.Title)).
		Labelled("this is "+article(b.Schema.Title)).Relating(b.Span, "declared here")
	f.Detail = "It takes " + spec.Type.String() + "."
	for _, k := range targets {
		if d := s.decls[k+"."+b.Name]; d != nil && !d.broken {
			f.Detail += " Did you mean " + d.key + "?"
			return f.Replacing(span, d.key, "write "+d.key)
		}
	}
	if via := leadsTo(b, targets); via != "" {
		f.Detail += " Did you mean " + via + ", which it names?"
		return f.Replacing(span, via, "write "+via)
	}
	return f
}

// leadsTo finds a block of a wanted kind among those that a block names itself:
// who writes a subprocessor for a vendor often means the subprocessor's vendor.
func leadsTo(b *model.Block, kinds []string) string {
	for i := range b.Attrs {
		r, ok := b.Attrs[i].Value.(*model.Ref)
		if !ok || r.Target == nil {
			continue
		}
		for _, k := range kinds {
			if r.Target.Schema.Name == k {
				return r.Target.Address
			}
		}
	}
	return ""
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
