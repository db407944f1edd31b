package lang

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A variable is a variable of a scope and, when it was asked for, its value.
type variable struct {
	name        string
	header      source.Span
	scope       *scope
	file        *source.File
	typ         varType
	byDefault   hclsyntax.Expression
	hasDefault  bool
	description string

	given  *thunk // by a module block
	input  *input // from outside
	broken bool
	state  state
	value  value
}

// A varType is what a variable takes.
type varType struct {
	kind schema.Kind
	list bool
	maps bool
	elem *varType
}

// typeWords are the types of variables that are a single word.
var typeWords = map[string]schema.Kind{
	"text": schema.Text, "string": schema.Text, "bool": schema.Bool, "number": schema.Number, "duration": schema.Duration,
	"frequency": schema.Frequency, "date": schema.Date, "country": schema.Country, "language": schema.Language,
	"email": schema.Email, "url": schema.URL, "any": schema.Any,
}

func (b *binder) bindVariable(spec *schema.Block, block *hclsyntax.Block) {
	name, ok := b.label(spec, block, true)
	v := &variable{name: name, header: b.header(block), scope: b.scope, file: b.file, broken: !ok, typ: varType{kind: schema.Any}}
	if !ok {
		b.declareMeant(block)
	}
	if name == "" {
		return
	}
	b.part.variables = append(b.part.variables, v)
	shell := b.shell(spec, block)
	for _, inner := range block.Body.Blocks {
		b.unknownInner(shell, inner)
	}
	known := 0
	if a, has := block.Body.Attributes["type"]; has {
		known++
		if v.typ, ok = b.bindType(a.Expr); !ok {
			v.broken = true
		}
	}
	if a, has := block.Body.Attributes["default"]; has {
		known++
		v.byDefault, v.hasDefault = a.Expr, true
		v.broken = v.broken || !b.vetPlain(a.Expr, "a default")
	}
	if a, has := block.Body.Attributes["description"]; has {
		known++
		if text, static := b.literal(a.Expr, schema.Type{}); static && text.kind == textValue {
			v.description = text.text
		} else {
			b.report(diag.New(diag.WrongType, b.span(a.Expr.Range()), "description is a text, written out").Because(spec.Attr("description").Doc))
		}
	}
	if known < len(block.Body.Attributes) {
		b.unknownAttrs(shell, block.Body)
	}
}

// vetPlain allows what does not depend on the policy.
func (b *binder) vetPlain(x hclsyntax.Expression, what string) bool {
	if !b.vet(x) {
		return false
	}
	if names := x.Variables(); len(names) > 0 {
		b.report(diag.New(diag.NotAllowed, b.span(names[0].SourceRange()), what+" is a plain value").
			Because("It cannot depend on anything in the policy. Write the value out."))
		return false
	}
	return true
}

func (b *binder) bindType(x hclsyntax.Expression) (varType, bool) {
	if word := hcl.ExprAsKeyword(x); word != "" {
		if kind, ok := typeWords[word]; ok {
			return varType{kind: kind}, true
		}
	}
	if call, ok := x.(*hclsyntax.FunctionCallExpr); ok && len(call.Args) == 1 && (call.Name == "list" || call.Name == "map") {
		elem, ok := b.bindType(call.Args[0])
		return varType{list: call.Name == "list", maps: call.Name == "map", elem: &elem, kind: schema.Any}, ok
	}
	f := diag.New(diag.VariableValue, b.span(x.Range()), "this is not a type").
		Because("A type is one of " + orJoin(sortedKeys(typeWords)) + ", or list(…) or map(…) of one. It is written without quotes.")
	if v, static := b.literal(x, schema.Type{}); static && v.kind == textValue && typeWords[v.text] != 0 {
		f.Replacing(b.span(x.Range()), v.text, "take the quotes away")
	}
	b.report(f)
	return varType{}, false
}

// shell is a block without content, for findings that speak of its kind.
func (b *binder) shell(spec *schema.Block, block *hclsyntax.Block) *model.Block {
	return &model.Block{Schema: spec, Span: b.header(block)}
}

// variableValue returns the value of a variable.
func (c *compiler) variableValue(v *variable) value {
	if v.broken || v.state == done {
		return v.value
	}
	x := c.sourceOf(v)
	v.state = done
	if x.known() && c.fits(v, v.typ, x) {
		v.value = x
	} else {
		v.broken = true
	}
	return v.value
}

// sourceOf evaluates what a variable is given.
func (c *compiler) sourceOf(v *variable) value {
	switch {
	case v.input != nil && v.input.expr == nil:
		return v.typ.valueOf(v.input.text).at(source.Span{File: v.input.file, End: int32(len(v.input.file.Bytes))})
	case v.input != nil:
		return c.eval(v.input.expr, &env{scope: newScope(nil, "", "."), file: v.input.file})
	case v.given != nil:
		return c.force(v.given)
	case v.hasDefault:
		return c.eval(v.byDefault, &env{scope: v.scope, file: v.file})
	}
	c.report(diag.New(diag.VariableNotSet, v.header, "the variable "+quote(v.name)+" has no value").
		Because("Give it one with --var " + v.name + "=…, in a file that ends in .auto.hclvars, or in the environment as " + EnvPrefix + v.name + "; or give it a default." + sentence(v.description)))
	return value{}
}

// fits reports whether a value is of the type that a variable takes.
func (c *compiler) fits(v *variable, t varType, x value) bool {
	if !x.known() || t.kind == schema.Any && !t.list && !t.maps {
		return x.known()
	}
	if t.list && x.kind != listValue || t.maps && x.kind != mapValue {
		want := map[bool]string{true: "a list", false: "a map"}[t.list]
		c.report(diag.New(diag.VariableValue, x.span, "the variable "+quote(v.name)+" takes "+want+", not "+kindWords[x.kind]).
			Because("Its type says so."+sentence(v.description)).Relating(v.header, "declared here"))
		return false
	}
	if t.list || t.maps {
		return !slices.ContainsFunc(x.list, func(e value) bool { return !c.fits(v, *t.elem, e.at(spanOr(e.span, x.span))) })
	}
	fits := true
	d := decoder{spec: &schema.Attr{Name: "the variable " + quote(v.name), Type: wide(t.kind), Doc: cmp.Or(v.description, "Its declaration says so.")}, scope: v.scope, report: func(f *diag.Diagnostic) {
		fits = false
		c.report(f.Unfixed().Relating(v.header, "the variable is declared here"))
	}}
	d.decode(x)
	return fits
}

// wide is the type of a kind, without the bounds of any one attribute.
func wide(kind schema.Kind) schema.Type {
	return schema.Type{Kind: kind, Min: -1 << 31, Max: 1<<31 - 1}
}
