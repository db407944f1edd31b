package lang

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// literal returns the value of an expression that can be known without looking
// at anything else: texts, numbers, references, and lists of these. Most of a
// policy consists of such.
func (b *binder) literal(e hclsyntax.Expression, t schema.Type) (value, bool) {
	return b.literalAt(e, t, b.span(e.Range()))
}

// literalAt is literal for an expression whose span is known.
func (b *binder) literalAt(e hclsyntax.Expression, t schema.Type, span source.Span) (value, bool) {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return fromCty(e.Val).at(span), true
	case *hclsyntax.TemplateExpr:
		if len(e.Parts) != 1 {
			return value{}, false
		}
		text, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr)
		if !ok {
			return value{}, false
		}
		return fromCty(text.Val).at(span), true
	case *hclsyntax.ParenthesesExpr:
		return b.literal(e.Expression, t)
	case *hclsyntax.ScopeTraversalExpr:
		address, ok := b.literalRef(e.Traversal, t)
		return refByAddress(address).at(span), ok
	case *hclsyntax.TupleConsExpr:
		list := make([]value, len(e.Exprs))
		for i, x := range e.Exprs {
			v, static := b.literal(x, t.Elem())
			if !static {
				return value{}, false
			}
			list[i] = v
		}
		return listOf(list).at(span), true
	}
	return value{}, false
}

// literalRef returns the address in a reference that is still to be looked up.
// Only what the schema says is the name of a block is one.
func (b *binder) literalRef(tr hcl.Traversal, t schema.Type) (string, bool) {
	if t.Kind != schema.Ref && len(t.Targets) == 0 && t.Kind != schema.Address {
		return "", false
	}
	root := tr.RootName()
	if b.iterates(root) {
		return "", false
	}
	if len(tr) == 2 && root != "module" {
		if name, ok := tr[1].(hcl.TraverseAttr); ok {
			spec := schema.Lookup(root)
			return root + "." + name.Name, spec != nil && spec.Describes()
		}
	}
	steps, ok := stepsOf(tr)
	if !ok || !endsAtBlock(steps) {
		return "", false
	}
	return addressOf(steps), true
}

// iterates reports whether a name is that of the element of a for_each.
func (b *binder) iterates(name string) bool { return name == "each" }

// leadingSteps returns the words of a traversal up to an index by number.
func leadingSteps(tr hcl.Traversal) []string {
	for n := len(tr); n > 0; n-- {
		if steps, ok := stepsOf(tr[:n]); ok {
			return steps
		}
	}
	return nil
}

// stepsOf returns the words of a traversal. An index by text is a word as well.
func stepsOf(tr hcl.Traversal) ([]string, bool) {
	steps := make([]string, len(tr))
	for i, s := range tr {
		switch s := s.(type) {
		case hcl.TraverseRoot:
			steps[i] = s.Name
		case hcl.TraverseAttr:
			steps[i] = s.Name
		case hcl.TraverseIndex:
			if s.Key.Type() != cty.String {
				return nil, false
			}
			steps[i] = "[" + s.Key.AsString()
		default:
			return nil, false
		}
	}
	return steps, true
}

// addressOf joins the words of a reference as they were written.
func addressOf(steps []string) string {
	var out strings.Builder
	for i, s := range steps {
		switch {
		case s[0] == '[':
			out.WriteString("[" + strconv.Quote(s[1:]) + "]")
			continue
		case i > 0:
			out.WriteByte('.')
		}
		out.WriteString(s)
	}
	return out.String()
}

// stepsIn returns the words that addressOf joined.
func stepsIn(address string) []string {
	var steps []string
	for address != "" {
		if address[0] == '[' {
			quoted, _ := strconv.QuotedPrefix(address[1:])
			key, _ := strconv.Unquote(quoted)
			steps = append(steps, "["+key)
			address = address[len(quoted)+2:]
			continue
		}
		address = strings.TrimPrefix(address, ".")
		end := strings.IndexAny(address, ".[")
		if end < 0 {
			end = len(address)
		}
		steps = append(steps, address[:end])
		address = address[end:]
	}
	return steps
}

// endsAtBlock reports whether a name, followed through the schema, leads to a
// block rather than to an attribute of one.
func endsAtBlock(steps []string) bool {
	for len(steps) > 2 && steps[0] == "module" {
		steps = steps[2:]
		if len(steps) > 0 && steps[0][0] == '[' {
			steps = steps[1:]
		}
	}
	if len(steps) < 2 {
		return false
	}
	spec := schema.Lookup(steps[0])
	if spec == nil || !spec.Describes() {
		return false
	}
	steps = steps[2:]
	if len(steps) > 0 && steps[0][0] == '[' {
		steps = steps[1:]
	}
	for len(steps) > 0 {
		if spec = spec.Block(steps[0]); spec == nil {
			return false
		}
		steps = steps[1:]
		if len(steps) > 0 && spec.Labels != schema.NoLabel && spec.Attr(steps[0]) == nil {
			steps = steps[1:]
		}
	}
	return true
}

// fromCty converts a literal of HCL. The parser has bounded its size.
func fromCty(v cty.Value) value {
	switch {
	case v.IsNull():
		return nothing()
	case v.Type() == cty.String:
		return textOf(v.AsString())
	case v.Type() == cty.Bool:
		return boolOf(v.True())
	case v.Type() == cty.Number:
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact {
			return numberOf(n)
		}
		return textOf(v.AsBigFloat().Text('g', 20)).fractional()
	}
	return value{}
}

// fractional marks the text of a number that is not whole. The language has no
// such numbers; it is kept so that the finding can quote it.
func (v value) fractional() value {
	v.kind = numberValue
	return v
}
