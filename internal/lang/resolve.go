package lang

import (
	"sync"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
)

// A pendingRef is a reference that a literal made, to be looked up when every
// declaration is known.
type pendingRef struct {
	ref   *model.Ref
	steps []string
	spec  *schema.Attr
}

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
	var found diag.List
	for _, p := range d.pending {
		if p.spec.Type.Kind == schema.Address {
			p.ref.Address = d.scope.prefix + p.ref.Address
			continue
		}
		t, f := c.lookup(d.scope, p.steps, p.ref.Span)
		if f == nil && t != nil {
			f = checkKind(p.spec, t, p.ref.Span, d.scope)
		}
		if f != nil {
			found.Add(f)
		} else if t != nil {
			p.ref.Target, p.ref.Address = t.block, t.block.Address
		}
	}
	if len(d.pending) > 0 {
		found.Add(repeatedRefs(d)...)
	}
	return found
}

// lookup follows the words of a reference to a block. Both results are nil
// where the way leads through something that is broken.
func (c *compiler) lookup(s *scope, steps []string, span source.Span) (*target, *diag.Diagnostic) {
	if steps[0] == "module" {
		inner, rest, f := c.enterModule(s, steps, span)
		if inner == nil {
			return nil, f
		}
		return c.lookup(inner, rest, span)
	}
	d := s.decls[steps[0]+"."+steps[1]]
	if d == nil {
		return nil, unknownRef(s, steps, span)
	}
	if d.broken {
		return nil, nil
	}
	rest := steps[2:]
	block := d.block
	if d.forEach != nil {
		if !c.expand(d) {
			return nil, nil
		}
		if len(rest) == 0 || rest[0][0] != '[' {
			return nil, instanceNeeded(d, span)
		}
		if block = d.instance(rest[0][1:]); block == nil {
			return nil, unknownInstance(d, rest[0][1:], span)
		}
		rest = rest[1:]
	} else if len(rest) > 0 && rest[0][0] == '[' {
		return nil, diag.New(diag.UnknownReference, span, steps[0]+"."+steps[1]+" has no instances").
			Because("Only a block with for_each is followed by a key in brackets. Leave the key out.").Relating(d.header, "declared here")
	}
	return c.lookupInner(d, block, rest, span)
}

// lookupInner follows a reference into a block.
func (c *compiler) lookupInner(d *decl, block *model.Block, rest []string, span source.Span) (*target, *diag.Diagnostic) {
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
			return nil, unknownInner(block, rest, names, span)
		}
		rest = rest[1:]
		if next.Name != "" {
			rest = rest[1:]
		}
		block = next
	}
	return &target{block: block, decl: d}, nil
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
func checkKind(spec *schema.Attr, t *target, span source.Span, s *scope) *diag.Diagnostic {
	targets := spec.Type.Targets
	if len(targets) == 0 {
		return nil
	}
	kind := t.block.Schema.Name
	for _, k := range targets {
		if k == kind {
			return nil
		}
	}
	f := diag.New(diag.WrongReferenceKind, span, spec.Name+" cannot refer to "+article(t.block.Schema.Title)).
		Labelled("this is "+article(t.block.Schema.Title)).Relating(t.block.Span, "declared here")
	f.Detail = "It takes " + spec.Type.String() + "."
	for _, k := range targets {
		if d := s.decls[k+"."+t.block.Name]; d != nil && !d.broken {
			f.Detail += " Did you mean " + d.key + "?"
			return f.Replacing(span, d.key, "write "+d.key)
		}
	}
	if via := leadsTo(t.block, targets); via != "" {
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

// repeatedRefs warns of a reference that stands twice in one list.
func repeatedRefs(d *decl) diag.List {
	var found diag.List
	for _, b := range d.blocks() {
		walkBlocks(b, func(b *model.Block) {
			for i := range b.Attrs {
				list, ok := b.Attrs[i].Value.(model.List)
				if !ok || len(list) < 2 {
					continue
				}
				found.Add(repeatedIn(list, b.Attrs[i].Schema.Name)...)
			}
		})
	}
	return found
}

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

func walkBlocks(b *model.Block, visit func(*model.Block)) {
	visit(b)
	for _, n := range b.Blocks {
		walkBlocks(n, visit)
	}
}
