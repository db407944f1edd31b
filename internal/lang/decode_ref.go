package lang

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

func (d *decoder) reference(v value) model.Value {
	if v.ref == nil {
		return d.refs.one(model.Ref{Span: v.span, Address: v.text})
	}
	r := d.refs.one(model.Ref{Span: v.span, Address: v.ref.block.Address, Target: v.ref.block})
	if d.refer != nil {
		d.refer(r, v.ref)
	}
	return r
}

// notReference reports a value where a block has to be named.
func (d *decoder) notReference(t schema.Type, v value) {
	f := diag.New(diag.NotAReference, v.span, d.spec.Name+" takes "+t.String()).Because(d.spec.Doc)
	if v.kind == textValue {
		if name, ok := d.namedByText(t, v.text); ok {
			f.Detail = "A reference is written without quotes, as kind and name. " + f.Detail
			f.Replacing(v.span, name, "write "+name)
		} else {
			f.Detail = "A reference is written without quotes, as kind and name: " + placeholder(t.Elem()) + ". " + f.Detail
		}
	}
	d.report(f)
}

// namedByText finds the name that a text in quotes was meant to be.
func (d *decoder) namedByText(t schema.Type, text string) (string, bool) {
	if kind, name, ok := strings.Cut(text, "."); ok && schema.Lookup(kind) != nil && isName(name) {
		return text, true
	}
	if isName(text) && len(t.Targets) > 0 {
		return t.Targets[0] + "." + text, true
	}
	return "", false
}

// referenceForValue reports a block where one of its attributes is wanted.
func (d *decoder) referenceForValue(v value) {
	what := v.span.Text()
	d.report(diag.New(diag.WrongType, v.span, d.spec.Name+" takes "+d.spec.Type.String()+", and "+what+" is a whole block").
		Because("Name the attribute that is wanted, such as " + what + ".label."))
}
