package lang

import (
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// bindBlock binds a block and what stands in it.
func (b *binder) bindBlock(m *model.Block, block *hclsyntax.Block) *model.Block {
	b.bindAttrs(m, block.Body)
	b.bindInner(m, block.Body)
	return m
}

// bindAttrs binds the attributes in the order of the schema, whatever order
// they stand in.
func (b *binder) bindAttrs(m *model.Block, body *hclsyntax.Body) {
	given := len(body.Attributes)
	if _, has := body.Attributes["for_each"]; has && b.top == m {
		given--
	}
	room := min(given, len(m.Schema.Attrs))
	if m.Parent != nil && m.Schema.Spans != "" {
		room++ // for the attribute that its place gives it
	}
	m.Attrs = b.attrs.run(room)
	known := 0
	var missing []*schema.Attr
	for _, spec := range m.Schema.Attrs {
		a, set := body.Attributes[spec.Name]
		if !set {
			if spec.Required {
				missing = append(missing, spec)
			}
			continue
		}
		known++
		b.bindAttr(m, spec, a)
	}
	var guessed []string
	if known < given {
		guessed = b.unknownAttrs(m, body)
	}
	for _, spec := range missing {
		if !slices.Contains(guessed, spec.Name) {
			b.missing(m, spec)
		}
	}
}

func (b *binder) missing(m *model.Block, spec *schema.Attr) {
	b.report(diag.New(diag.MissingAttribute, m.Span, article(m.Schema.Title)+" needs "+spec.Name).
		Because(spec.Doc + " Add " + example(spec) + ".").Labelled("has no " + spec.Name))
}

// example shows how an attribute is set; of a word, all that are possible.
func example(spec *schema.Attr) string {
	if e := spec.Type.Enum; e != nil && !spec.Type.List {
		return spec.Name + ", one of " + quotedOr(e.Names())
	}
	return spec.Name + " = " + placeholder(spec.Type)
}

// placeholder shows how a value of a type is written.
func placeholder(t schema.Type) string {
	switch {
	case t.List:
		return "[" + placeholder(t.Elem()) + "]"
	case t.Kind == schema.OneOf:
		return quote(t.Enum.Values[0].Name)
	case t.Kind == schema.Ref && len(t.Targets) > 0:
		return t.Targets[0] + ".name"
	case t.Kind == schema.Duration:
		return quote("30 days")
	}
	return `"…"`
}

func (b *binder) bindAttr(m *model.Block, spec *schema.Attr, a *hclsyntax.Attribute) {
	if m.Parent != nil && spec.Name == m.Schema.Spans {
		b.report(diag.New(diag.ExclusiveAttribute, b.span(a.NameRange), spec.Name+" is already given by the place of this block").
			Because("What stands inside another block is about that block. Leave " + spec.Name + " out, or move the block to the top level and give it a name."))
		return
	}
	span := b.span(a.Expr.Range())
	m.Attrs = append(m.Attrs, model.Attr{Schema: spec, Span: span})
	at := &m.Attrs[len(m.Attrs)-1]
	if b.full() {
		return
	}
	if v, static := b.literalAt(a.Expr, spec.Type, span); static {
		at.Value = b.decode(spec, v)
		return
	}
	if !b.vet(a.Expr) {
		return
	}
	b.decl.thunks = append(b.decl.thunks, &thunk{
		name: m.Address + "." + spec.Name, expr: a.Expr, file: b.file, scope: b.scope, each: b.each, attr: at, spec: spec, span: at.Span,
	})
}

// bindInner binds the blocks inside a block.
func (b *binder) bindInner(m *model.Block, body *hclsyntax.Body) {
	var seen map[string]source.Span
	for _, block := range body.Blocks {
		spec := m.Schema.Block(block.Type)
		if spec == nil {
			b.unknownInner(m, block)
			continue
		}
		name, ok := b.label(spec, block, false)
		if !ok {
			continue
		}
		address := innerAddress(m.Address, spec.Name, name)
		if seen == nil {
			seen = map[string]source.Span{}
		}
		if first, twice := seen[address]; twice {
			b.repeated(m, spec, block, first)
			continue
		}
		seen[address] = b.header(block)
		m.Blocks = append(m.Blocks, b.bindBlock(b.blocks.one(model.Block{Schema: spec, Name: name, Address: address, Span: seen[address], Parent: m}), block))
	}
}

func innerAddress(outer, kind, name string) string {
	switch {
	case name == "":
		return outer + "." + kind
	case isName(name):
		return outer + "." + kind + "." + name
	}
	return outer + "." + kind + "[" + strconv.Quote(name) + "]"
}

func (b *binder) repeated(m *model.Block, spec *schema.Block, block *hclsyntax.Block, first source.Span) {
	why := article(m.Schema.Title) + " has one " + spec.Title + "."
	switch spec.Labels {
	case schema.MayLabel:
		why = "Where " + article(m.Schema.Title) + " has several " + spec.Plural + ", each needs a name: " + spec.Name + " \"name\" { … }."
	case schema.OneLabel:
		why = "Every " + spec.Title + " in this " + m.Schema.Title + " needs a name of its own."
	}
	b.report(diag.New(diag.DuplicateBlock, b.header(block), "this "+spec.Title+" is declared twice").
		Because(why).Relating(first, "declared first here"))
}
