package lang

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
)

// inQuotes is what an insertion comes to that alone stands in quotes: a number
// is text there as everywhere in quotes; what has no text is passed on.
func inQuotes(v value) value {
	if s, ok := v.printed(); ok {
		return textOf(s).at(v.span)
	}
	return v
}

func (c *compiler) evalTemplate(parts []hclsyntax.Expression, e *env) value {
	var out strings.Builder
	for _, p := range parts {
		v := c.eval(p, e)
		if !v.known() {
			return value{}
		}
		s, ok := v.printed()
		if !ok {
			c.report(notPrintable(v))
			return value{}
		}
		if out.Len()+len(s) > maxText {
			return c.tooLong(e.span(p.Range()))
		}
		out.WriteString(s)
	}
	return textOf(out.String())
}

func notPrintable(v value) *diag.Diagnostic {
	f := diag.New(diag.WrongType, v.span, kindWords[v.kind]+" cannot stand in a text")
	switch v.kind {
	case refValue:
		return f.Because("Name the attribute whose value is wanted, such as " + v.span.Text() + ".label.")
	case listValue:
		return f.Because("Join its elements with join(\", \", …).")
	}
	return f.Because("Only texts, numbers, true and false can be printed.")
}

// evalJoin evaluates the %{ for } of a template.
func (c *compiler) evalJoin(x *hclsyntax.TemplateJoinExpr, e *env) value {
	list := c.eval(x.Tuple, e)
	if !list.known() {
		return value{}
	}
	var out strings.Builder
	for _, v := range list.list {
		if !v.known() {
			return value{}
		}
		s, ok := v.printed()
		if !ok {
			c.report(notPrintable(v.at(spanOr(v.span, list.span))))
			return value{}
		}
		if out.Len()+len(s) > maxText {
			return c.tooLong(e.span(x.Range()))
		}
		out.WriteString(s)
	}
	return textOf(out.String())
}
