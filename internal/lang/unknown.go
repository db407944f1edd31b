package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
)

// otherWords are what other tools and texts call a block of ours.
var otherWords = map[string]string{
	"store": "data_store", "database": "data_store", "datastore": "data_store", "bucket": "data_store",
	"element": "category", "data": "category", "data_category": "category", "data_element": "category",
	"role": "engagement", "processor": "subprocessor", "sub_processor": "subprocessor", "recipient": "subprocessor", "third_party": "subprocessor",
	"rule": "requirement", "obligation": "requirement", "company": "vendor", "provider": "vendor",
	"user": "actor", "person": "actor", "data_subject": "actor", "definition": "term", "glossary": "term",
	"location": "region", "datacenter": "region", "processing": "activity", "page": "document",
	"terraform": "privity", "local": "locals", "controller": "organization", "organisation": "organization",
	"deletion": "retention", "cookie": "category", "sharing": "transfer", "promise": "claim",
}

// unknownTop reports a keyword that is none, and declares what was probably
// meant, so that references to it stay silent.
func (b *binder) unknownTop(block *hclsyntax.Block) {
	at := b.span(block.TypeRange)
	b.part.strangers = append(b.part.strangers, block.Type)
	d := diag.New(diag.UnknownBlock, at, "there is no block called "+block.Type).Labelled("unknown block")
	if holders := holdersOf(block.Type); len(holders) > 0 {
		d.Code = diag.BlockPlace
		d.Summary = article(block.Type) + " block cannot stand at the top level"
		b.report(d.Labelled("belongs inside another block").Because("It stands inside " + orJoin(holders) + "."))
		return
	}
	if advice, ok := otherBlocks[block.Type]; ok {
		b.report(d.Because(advice))
		return
	}
	meant, ok := otherWords[strings.ToLower(block.Type)]
	if !ok {
		meant, ok = suggest.Nearest(block.Type, schema.Names())
	}
	if ok {
		d.Because("Did you mean "+meant+"? "+schema.Lookup(meant).Doc).Replacing(at, meant, "write "+meant)
		b.report(d)
		b.declareBroken(meant, block, block.Labels...)
		return
	}
	b.report(d.Because("`privity explain` lists the blocks of the language."))
}

// declareBroken declares what a block that cannot be used was meant to declare.
// The block itself was reported.
func (b *binder) declareBroken(kind string, block *hclsyntax.Block, names ...string) {
	header := b.header(block)
	if kind == "locals" {
		names = sortedKeys(block.Body.Attributes)
	}
	for _, name := range names {
		switch kind {
		case "locals":
			b.part.locals = append(b.part.locals, &thunk{key: name, name: "local." + name, file: b.file, scope: b.scope, header: b.span(block.Body.Attributes[name].NameRange), state: done})
		case "variable":
			b.part.variables = append(b.part.variables, &variable{name: name, header: header, scope: b.scope, file: b.file, broken: true})
		case "module":
			b.part.modules = append(b.part.modules, &moduleCall{name: name, header: header, file: b.file, broken: true})
		default:
			spec := schema.Lookup(kind)
			b.part.decls = append(b.part.decls, &decl{kind: spec, name: name, key: kind + "." + name, scope: b.scope, header: header, broken: true, file: b.file})
		}
	}
}

// declareMeant declares a block whose name is at fault under the names that it
// may be meant to have.
func (b *binder) declareMeant(block *hclsyntax.Block) {
	joined := strings.Join(block.Labels, "_")
	for _, name := range []string{joined, asName(joined)} {
		if len(block.Labels) > 0 && name != block.Labels[0] && name != "" {
			b.declareBroken(block.Type, block, name)
		}
	}
}

// holdersOf lists the kinds of block in which a keyword may stand.
func holdersOf(name string) []string {
	var holders []string
	seen := map[*schema.Block]bool{}
	var walk func(*schema.Block)
	walk = func(s *schema.Block) {
		if seen[s] {
			return
		}
		seen[s] = true
		if s.Block(name) != nil {
			holders = append(holders, s.Name)
		}
		for _, n := range s.Blocks {
			walk(n)
		}
	}
	for _, s := range schema.Blocks {
		walk(s)
	}
	return holders
}

// unknownInner reports a block that may not stand where it does.
func (b *binder) unknownInner(m *model.Block, block *hclsyntax.Block) {
	at := b.span(block.TypeRange)
	here := article(m.Schema.Title)
	named := len(block.Labels) > 0 && schema.Lookup(block.Type) != nil
	if a := m.Schema.Attr(block.Type); a != nil && !named {
		b.report(diag.New(diag.UnknownBlock, at, block.Type+" is an attribute, not a block").
			Because("Write " + block.Type + " = " + placeholder(a.Type) + ". " + a.Doc))
		return
	}
	if schema.Lookup(block.Type) != nil {
		b.declareBroken(block.Type, block, block.Labels...)
		why := "Move it out of the braces; blocks of the top level refer to each other by name."
		b.report(diag.New(diag.BlockPlace, at, article(block.Type)+" block cannot stand inside "+here).Because(why).Labelled("belongs to the top level"))
		return
	}
	d := diag.New(diag.UnknownBlock, at, "there is no block called "+block.Type+" in "+here).Labelled("unknown block")
	meant, ok := otherWords[block.Type]
	if !ok || m.Schema.Block(meant) == nil {
		meant, ok = suggest.Nearest(block.Type, m.Schema.BlockNames())
	}
	switch {
	case ok:
		d.Because("Did you mean "+meant+"? "+m.Schema.Block(meant).Doc).Replacing(at, meant, "write "+meant)
	case len(holdersOf(block.Type)) > 0:
		d.Code = diag.BlockPlace
		d.Because("It stands inside " + orJoin(holdersOf(block.Type)) + ".")
	case len(m.Schema.Blocks) > 0:
		d.Because("Inside " + here + " may stand: " + strings.Join(m.Schema.BlockNames(), ", ") + ".")
	default:
		d.Because("No block stands inside " + here + ".")
	}
	b.report(d)
}

// unknownAttrs reports the attributes that the schema does not know, and
// returns the names that were probably meant.
func (b *binder) unknownAttrs(m *model.Block, body *hclsyntax.Body) []string {
	var guessed []string
	for _, name := range sortedKeys(body.Attributes) {
		a := body.Attributes[name]
		if m.Schema.Attr(name) != nil || name == "for_each" && b.top == m {
			continue
		}
		d := diag.New(diag.UnknownAttribute, b.span(a.NameRange), article(m.Schema.Title)+" has no attribute "+name).Labelled("unknown attribute")
		if meant := b.adviseAttr(d, m.Schema, a); meant != "" {
			guessed = append(guessed, meant)
		}
		b.use(a.Expr)
		b.report(d)
	}
	return guessed
}

// adviseAttr says what an unknown attribute was probably meant to be, and
// returns the name if it is an attribute of the same block.
func (b *binder) adviseAttr(d *diag.Diagnostic, spec *schema.Block, a *hclsyntax.Attribute) string {
	if inner := spec.Block(a.Name); inner != nil {
		d.Because(a.Name + " is a block here: write " + a.Name + " { … } without an equals sign.")
		return ""
	}
	if advice, ok := otherAttributes[a.Name]; ok {
		d.Because(advice)
		return ""
	}
	if meant, ok := nearestUnset(a.Name, spec); ok {
		d.Because("Did you mean "+meant+"? "+spec.Attr(meant).Doc).Replacing(d.Span, meant, "write "+meant)
		if spec.Attr(meant).Type.List && isOne(a.Expr) {
			fix, value := &d.Fixes[len(d.Fixes)-1], b.span(a.Expr.Range())
			fix.Message += ", and the value in brackets"
			fix.Edits = append(fix.Edits, diag.Edit{Span: value, New: "[" + value.Text() + "]"})
		}
		return meant
	}
	for _, inner := range spec.Blocks {
		if inner.Attr(a.Name) != nil {
			d.Because("It stands inside a block of its own: " + inner.Name + " { " + a.Name + " = … }.")
			return ""
		}
	}
	if meant, ok := suggest.Nearest(a.Name, spec.BlockNames()); ok {
		d.Because("Did you mean the block " + meant + " { … }?")
		return ""
	}
	d.Because("It may have: " + strings.Join(spec.AttrNames(), ", ") + ".")
	return ""
}

// isOne reports whether an expression is as written one value and no list: a text, a
// number, or a reference to a block. What others are, only their evaluation tells.
func isOne(e hclsyntax.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr, *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.ScopeTraversalExpr:
		return len(e.Traversal) == 2 && schema.Lookup(e.Traversal.RootName()) != nil
	}
	return false
}

func nearestUnset(name string, spec *schema.Block) (string, bool) {
	for _, variant := range []string{name + "s", strings.TrimSuffix(name, "s"), strings.TrimSuffix(name, "y") + "ies"} {
		if spec.Attr(variant) != nil {
			return variant, true
		}
	}
	return suggest.Nearest(name, spec.AttrNames())
}
