package lang

import (
	"slices"
	"strconv"
	"strings"

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

// header is the span of a block's keyword and names.
func (b *binder) header(block *hclsyntax.Block) source.Span {
	span := b.span(block.TypeRange)
	if n := len(block.LabelRanges); n > 0 {
		span.End = b.span(block.LabelRanges[n-1]).End
	}
	return span
}

// label checks a block's names against the schema and returns the name.
func (b *binder) label(spec *schema.Block, block *hclsyntax.Block, top bool) (string, bool) {
	want := spec.Labels
	if want == schema.MayLabel && top {
		want = schema.OneLabel
	}
	switch n := len(block.Labels); {
	case n == 0 && want == schema.OneLabel:
		b.report(diag.New(diag.WrongLabels, b.header(block), article(spec.Title)+" needs a name").
			Because("The name stands in quotes between the keyword and the brace: " + spec.Name + " \"example\" { … }. Other blocks refer to it by that name."))
		return "", false
	case n > 0 && want == schema.NoLabel:
		b.report(diag.New(diag.WrongLabels, b.span(block.LabelRanges[0]), article(spec.Title)+" has no name").
			Because("Write "+spec.Name+" { … }.").Replacing(b.between(block.TypeRange, block.OpenBraceRange), spec.Name+" ", "leave the name out"))
		return "", false
	case n > 1:
		b.report(diag.New(diag.WrongLabels, b.span(block.LabelRanges[1]), article(spec.Title)+" has one name, not "+strconv.Itoa(n)).
			Because("Names of two words are joined by an underscore: " + quote(strings.Join(block.Labels, "_")) + "."))
		return block.Labels[0], false
	case n == 0:
		return "", true
	}
	return block.Labels[0], b.nameForm(spec, block)
}

func (b *binder) between(from, to hcl.Range) source.Span {
	span := b.span(from)
	span.End = b.span(to).Start
	return span
}

// nameForm checks that a name can be used in a reference.
func (b *binder) nameForm(spec *schema.Block, block *hclsyntax.Block) bool {
	name := block.Labels[0]
	if spec.Name == "tag" && name != "" && source.CheckText(name) == nil || isName(name) {
		return true
	}
	d := diag.New(diag.NameForm, b.span(block.LabelRanges[0]), quote(name)+" cannot be a name").
		Because("A name is what other blocks write to refer to this one. It begins with a letter and consists of letters, digits, underscores and hyphens. What readers are to see goes into the attribute label.")
	if better := asName(name); better != "" {
		d.Replacing(b.span(block.LabelRanges[0]), quote(better), "write "+quote(better))
	}
	b.report(d)
	return false
}

func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r != '_' && r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}

// asName makes a name of what was meant to be one.
func asName(s string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '-' {
			out.WriteRune(r)
		} else if text := out.String(); text != "" && !strings.HasSuffix(text, "_") {
			out.WriteByte('_')
		}
	}
	name := strings.TrimLeft(strings.Trim(out.String(), "_"), "0123456789-_")
	if !isName(name) {
		return ""
	}
	return name
}

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
		Because(spec.Doc + " Add " + spec.Name + " = " + placeholder(spec.Type) + ".").Labelled("has no " + spec.Name))
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
	m.Attrs = append(m.Attrs, model.Attr{Schema: spec, Name: b.span(a.NameRange), Span: span})
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

func article(title string) string {
	if strings.ContainsRune("aeio", rune(title[0])) {
		return "an " + title
	}
	return "a " + title
}
