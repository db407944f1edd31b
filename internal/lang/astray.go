package lang

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// meaning advises to write another address in the place of the one that was
// written, which is the end of the span: a module may stand before it.
func meaning(f *diag.Diagnostic, span source.Span, written, meant string) *diag.Diagnostic {
	f.Because("Did you mean " + meant + "?")
	if before, ok := strings.CutSuffix(span.Text(), written); ok {
		f.Replacing(span, before+meant, "write "+before+meant)
	}
	return f
}

// unknownRef reports a name that nothing declares, with what it may have been
// meant to be: a similar name of the same kind, or the same name of another.
func (c *compiler) unknownRef(s *scope, steps []string, span source.Span) *diag.Diagnostic {
	kind, name := steps[0], steps[1]
	spec := schema.Lookup(kind)
	f := diag.New(diag.UnknownReference, span, "there is no "+spec.Title+" with the name "+quote(name)).Labelled("not declared")
	if meant, ok := c.nearest(name, len(s.kinds[kind]), func() []string { return s.names(kind) }); ok {
		better := append([]string{kind, meant}, steps[2:]...)
		return meaning(f, span, addressOf(steps), addressOf(better)).
			Relating(s.decls[kind+"."+meant].header, "declared here")
	}
	for _, other := range schema.Blocks {
		if d := s.decls[other.Name+"."+name]; d != nil && other != spec {
			return f.Because("There is "+article(other.Title)+" of that name. If that is what is meant, it is written "+d.key+"; if not, declare "+kind+" "+quote(name)+".").
				Relating(d.header, "this is "+article(other.Title))
		}
	}
	return f.Because("Declare it: " + kind + " " + quote(name) + " { … }.")
}

// unknownInner reports a name that goes on into a block, to one that is not
// there.
func (c *compiler) unknownInner(block *model.Block, rest []string, span source.Span) *diag.Diagnostic {
	wanted := rest[0]
	if len(rest) > 1 {
		wanted += " " + quote(rest[1])
	}
	f := diag.New(diag.UnknownReference, span, block.Address+" has no "+wanted).Relating(block.Span, "the block is declared here")
	var names []string
	for _, n := range block.Blocks {
		if n.Schema.Name == rest[0] {
			names = append(names, n.Name)
		}
	}
	if len(rest) > 1 {
		if meant, ok := c.nearest(rest[1], len(names), func() []string { return names }); ok {
			return meaning(f, span, "."+addressOf(rest), "."+addressOf(append([]string{rest[0], meant}, rest[2:]...))).
				Because("Did you mean " + block.Address + "." + rest[0] + "." + meant + "?")
		}
	}
	switch {
	case len(names) == 0:
		return f.Because("Declare it inside that block, or refer to another.")
	case slices.Equal(names, []string{""}):
		return f.Because("It has one without a name: write " + block.Address + "." + rest[0] + ".")
	}
	return f.Because("It has: " + someOf(names) + ".")
}

func instanceNeeded(d *decl, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.InstanceNeeded, span, d.key+" stands for several blocks").Relating(d.header, "it is declared with for_each")
	if len(d.instances) == 0 {
		return f.Because("Its for_each has no elements, so there is nothing to refer to.")
	}
	return f.Because("Say which one: " + d.key + "[" + quoteKey(d.instances[0].key) + "]. All of them are values(" + d.key + ").")
}

func (c *compiler) unknownInstance(d *decl, key string, span source.Span) *diag.Diagnostic {
	f := diag.New(diag.UnknownReference, span, d.key+" has no instance "+quote(key)).Relating(d.header, "declared here")
	if meant, ok := c.nearest(key, len(d.instances), d.keys); ok {
		return meaning(f, span, d.key+"["+quoteKey(key)+"]", d.key+"["+quoteKey(meant)+"]")
	}
	if len(d.instances) == 0 {
		return f.Because("Its for_each has no elements, so there is nothing to refer to.")
	}
	return f.Because("It has: " + someOf(d.keys()) + ".")
}

func noInstances(d *decl, span source.Span) *diag.Diagnostic {
	return diag.New(diag.UnknownReference, span, d.key+" has no instances").
		Because("Only a block with for_each is followed by a key in brackets. Leave the key out.").Relating(d.header, "declared here")
}

// takes reports whether an attribute may refer to a block.
func takes(spec *schema.Attr, b *model.Block) bool {
	return len(spec.Type.Targets) == 0 || slices.Contains(spec.Type.Targets, b.Schema.Name)
}

// wrongKind reports a reference to a block of a kind that the attribute does
// not take.
func wrongKind(spec *schema.Attr, b *model.Block, span source.Span, s *scope) *diag.Diagnostic {
	f := diag.New(diag.WrongReferenceKind, span, spec.Name+" cannot refer to "+article(b.Schema.Title)).
		Labelled("this is "+article(b.Schema.Title)).Relating(b.Span, "declared here")
	f.Detail = "It takes " + spec.Type.String() + "."
	for _, kind := range spec.Type.Targets {
		if d := s.decls[kind+"."+b.Name]; d != nil && !d.broken {
			f.Detail += " Did you mean " + d.key + "?"
			return f.Replacing(span, d.key, "write "+d.key)
		}
	}
	if via := leadsTo(b, spec.Type.Targets); via != nil {
		if address, ok := strings.CutPrefix(via.Address, s.prefix); ok {
			f.Detail += " Did you mean " + address + ", which it names?"
			return f.Replacing(span, address, "write "+address)
		}
	}
	return f
}

// leadsTo finds a block of a wanted kind among those that a block names itself:
// who writes a subprocessor for a vendor often means the subprocessor's vendor.
func leadsTo(b *model.Block, kinds []string) *model.Block {
	for i := range b.Attrs {
		if r, ok := b.Attrs[i].Value.(*model.Ref); ok && r.Target != nil && slices.Contains(kinds, r.Target.Schema.Name) {
			return r.Target
		}
	}
	return nil
}
