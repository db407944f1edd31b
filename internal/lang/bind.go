package lang

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// A binder holds syntax trees against the schema. It works for one file, or for
// one instance of a block with for_each.
type binder struct {
	part  *part
	scope *scope
	file  *source.File
	decl  *decl        // the declaration being bound
	each  *eachPair    // its element, within for_each
	top   *model.Block // the block being bound, within for_each

	decls  slab[decl]
	blocks slab[model.Block]
	attrs  slab[model.Attr]
	values slab[model.Value]
	refs   slab[model.Ref]
}

func (b *binder) report(d *diag.Diagnostic) { b.part.found.Add(d) }

func (b *binder) span(r hcl.Range) source.Span { return syntax.SpanOf(b.file, r) }

func (b *binder) bindFile(body *hclsyntax.Body) {
	for _, name := range sortedKeys(body.Attributes) {
		b.strayAttribute(body.Attributes[name])
	}
	for _, block := range body.Blocks {
		if b.full() {
			b.part.unread = true
			return
		}
		b.bindTop(block)
	}
}

// maxInFile is how many findings the binding of one file gives, about. Whoever
// has mended so many will run the tool again.
const maxInFile = 500

func (b *binder) full() bool { return len(b.part.found) >= maxInFile }

func (b *binder) strayAttribute(a *hclsyntax.Attribute) {
	d := diag.New(diag.UnknownAttribute, b.span(a.NameRange), "an attribute cannot stand outside a block").Labelled("not in any block")
	if schema.Lookup(a.Name) != nil {
		b.report(d.Because(a.Name + " is a block. Write " + a.Name + " \"name\" { … }."))
		return
	}
	b.report(d.Because("Attributes describe a thing, and stand within the braces of its block. A value for use elsewhere goes into a locals block."))
}

func (b *binder) bindTop(block *hclsyntax.Block) {
	spec := schema.Lookup(block.Type)
	if spec == nil {
		b.unknownTop(block)
		return
	}
	switch block.Type {
	case "privity":
		b.part.settings = append(b.part.settings, block)
		b.bindSettings(spec, block)
	case "variable":
		b.bindVariable(spec, block)
	case "locals":
		b.bindLocals(spec, block)
	case "module":
		b.bindModule(spec, block)
	case "translation":
		b.bindTranslation(spec, block)
	default:
		b.bindDecl(spec, block)
	}
}

func (b *binder) bindDecl(spec *schema.Block, block *hclsyntax.Block) {
	name, ok := b.label(spec, block, true)
	d := b.decls.one(decl{kind: spec, name: name, scope: b.scope, header: b.header(block), key: spec.Name, broken: !ok, file: b.file})
	switch {
	case spec.Labels != schema.NoLabel:
		d.key += "." + name
	case spec.Name == "moved":
		d.key += "." + b.movedFrom(block)
	}
	b.part.decls = append(b.part.decls, d)
	if !ok {
		b.declareMeant(block)
		return
	}
	if each, has := block.Body.Attributes["for_each"]; has {
		b.bindForEach(d, each, block.Body)
		return
	}
	b.decl = d
	before := len(b.part.found)
	d.block = b.bindBlock(b.blocks.one(model.Block{Schema: spec, Name: name, Address: b.scope.prefix + d.key, Span: d.header}), block)
	d.flawed = b.part.found[before:].HasErrors()
}

// movedFrom is the old address in a moved block, by which the block is known: it
// has no name of its own, and nothing moves twice.
func (b *binder) movedFrom(block *hclsyntax.Block) string {
	if a, has := block.Body.Attributes["from"]; has {
		return b.span(a.Expr.Range()).Text()
	}
	return "?"
}

// bindForEach keeps the body: it is bound once for each element.
func (b *binder) bindForEach(d *decl, each *hclsyntax.Attribute, body *hclsyntax.Body) {
	d.body = body
	d.forEach = each.Expr
	if d.kind.Labels == schema.NoLabel || d.kind.Name == "policy" {
		b.report(diag.New(diag.ForEachValue, b.span(each.NameRange), article(d.kind.Title)+" cannot be repeated").
			Because("for_each makes several blocks of one, told apart by a key. There is only one " + d.kind.Title + "."))
		d.broken = true
		return
	}
	if !b.vet(each.Expr) {
		d.broken = true
	}
	b.noteUses(body)
}

// noteUses records the variables and local values that a kept body reads.
func (b *binder) noteUses(body *hclsyntax.Body) {
	for _, a := range body.Attributes {
		b.use(a.Expr)
	}
	for _, n := range body.Blocks {
		b.noteUses(n.Body)
	}
}
