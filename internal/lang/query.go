package lang

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// A Result is what an expression comes to in a policy.
type Result struct{ value value }

// Eval evaluates an expression as if it stood in the policy's folder. Findings
// stand in a file that is named after what it is: the expression.
func (p *Policy) Eval(expression string) (Result, diag.List) {
	c := p.compiler
	c.found, c.told = nil, map[finding]bool{}
	c.fillBudget()
	file := source.NewFile("expression", []byte(expression))
	if flaw := source.Check(file); flaw != nil {
		c.report(unreadable(file.Name, flaw))
		return Result{}, c.found
	}
	x, found := c.parseExpression(file)
	if x == nil {
		why := "Write one expression, such as length(data_store), vendor.aws.label or values(region)."
		if len(found) > 0 && found[0].Code != diag.SyntaxError {
			why = found[0].Summary + ". " + found[0].Detail
		}
		c.report(diag.New(diag.SyntaxError, source.Span{File: file, End: int32(len(file.Bytes))}, "this is not an expression").Because(why))
		return Result{}, c.found
	}
	b := binder{part: &part{used: map[string]bool{}}, scope: c.root, file: file}
	if !b.vet(x) {
		return Result{}, b.part.found
	}
	v := c.eval(x, &env{scope: c.root, file: file})
	return Result{v}, c.found
}

// parseExpression reads one expression within the limits on its shape. It is
// nil where there is none, with what was found if that has a better reason.
func (c *compiler) parseExpression(file *source.File) (hclsyntax.Expression, diag.List) {
	shape := source.NewFile(file.Name, []byte("value = ("+string(file.Bytes)+"\n)\n"))
	body, found := syntax.Parse(shape, c.opts.Syntax)
	if body == nil || found.HasErrors() || len(body.Blocks) > 0 || len(body.Attributes) != 1 {
		return nil, found
	}
	x, diags := hclsyntax.ParseExpression(file.Bytes, file.Name, hcl.Pos{Line: 1, Column: 1})
	if diags.HasErrors() {
		return nil, found
	}
	return x, found
}

// Known reports whether the expression came to a value.
func (r Result) Known() bool { return r.value.known() }

// String returns the value as it would be written in a policy.
func (r Result) String() string {
	var out strings.Builder
	r.value.write(&out, "")
	return out.String()
}

func (v value) write(out *strings.Builder, indent string) {
	const step = "  "
	switch v.kind {
	case textValue:
		out.WriteString(literalOf(v.text))
	case refValue:
		out.WriteString(v.ref.block.Address)
	case listValue, mapValue:
		open, end := "[", "]"
		if v.kind == mapValue {
			open, end = "{", "}"
		}
		out.WriteString(open)
		for i, e := range v.list {
			out.WriteString("\n" + indent + step)
			if v.kind == mapValue {
				out.WriteString(mapKey(v.keys[i]) + " = ")
			}
			e.write(out, indent+step)
			if v.kind == listValue {
				out.WriteByte(',')
			}
		}
		if len(v.list) > 0 {
			out.WriteString("\n" + indent)
		}
		out.WriteString(end)
	case nullValue:
		out.WriteString("null")
	default:
		s, _ := v.printed()
		out.WriteString(s)
	}
}

func mapKey(key string) string {
	if isName(key) {
		return key
	}
	return literalOf(key)
}

// literalOf writes a text as a literal of the language.
func literalOf(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for i, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteString(`\` + string(r))
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\t':
			out.WriteString(`\t`)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&out, `\U%08X`, r)
		case (r == '$' || r == '%') && strings.HasPrefix(text[i+1:], "{"):
			out.WriteString(string(r) + string(r))
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// Plain returns the value in the types of encoding/json: strings, whole numbers,
// bools, nil, lists, and maps. A reference is its address.
func (r Result) Plain() any { return r.value.plain() }

func (v value) plain() any {
	switch v.kind {
	case textValue:
		return v.text
	case numberValue:
		return v.num
	case boolValue:
		return v.isTrue()
	case refValue:
		return v.ref.block.Address
	case listValue:
		list := make([]any, len(v.list))
		for i := range v.list {
			list[i] = v.list[i].plain()
		}
		return list
	case mapValue:
		m := make(map[string]any, len(v.list))
		for i, k := range v.keys {
			m[k] = v.list[i].plain()
		}
		return m
	}
	return nil
}
