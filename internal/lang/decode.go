package lang

import (
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A decoder turns the value of an expression into what the schema asks for. It
// reports what does not fit, and returns nil for it.
type decoder struct {
	spec   *schema.Attr
	scope  *scope
	report func(*diag.Diagnostic)
	// refer, if set, is called for every reference to a block that is known. The
	// others are looked up when every declaration is.
	refer func(*model.Ref, *target)

	values *slab[model.Value]
	refs   *slab[model.Ref]
}

// decode decodes a literal while a file is bound.
func (b *binder) decode(spec *schema.Attr, v value) model.Value {
	d := decoder{spec: spec, scope: b.scope, report: b.report, values: &b.values, refs: &b.refs}
	return d.decode(v)
}

func (d *decoder) decode(v value) model.Value {
	t := d.spec.Type
	switch {
	case !v.known():
		return nil
	case v.kind == nullValue:
		d.report(diag.New(diag.WrongType, v.span, d.spec.Name+" cannot be null").
			Because("What is not known is left out. Delete the attribute."))
		return nil
	case t.List && v.kind != listValue:
		d.notList(v)
		return nil
	case t.List:
		return d.list(v)
	}
	return d.one(t, v)
}

func (d *decoder) notList(v value) {
	f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes a list").
		Because("It takes " + d.spec.Type.String() + ". A list stands in brackets, also with one element.")
	if v.kind != mapValue && !v.span.IsZero() && v.span.Text() != "" {
		f.Replacing(v.span, "["+v.span.Text()+"]", "put it in brackets")
	}
	d.report(f)
}

// maxInList is after how many wrong elements a list is not looked at further.
const maxInList = 100

func (d *decoder) list(v value) model.Value {
	if len(v.list) == 0 {
		d.report(diag.New(diag.EmptyValue, v.span, d.spec.Name+" is empty").
			Because("What is not known is left out; an empty list would say neither that there is none nor that there is some. Delete the attribute."))
		return nil
	}
	list := model.List(d.values.run(len(v.list)))
	for i, e := range v.list {
		if i-len(list) >= maxInList {
			break
		}
		if e.span.IsZero() {
			e.span = v.span
		}
		if e.kind == listValue {
			d.report(diag.New(diag.WrongType, e.span, d.spec.Name+" takes a plain list, without lists in it").
				Because("Join the lists with concat(…), or unfold them with flatten(…)."))
			return nil
		}
		if one := d.one(d.spec.Type.Elem(), e); one != nil {
			list = append(list, one)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func (d *decoder) one(t schema.Type, v value) model.Value {
	switch {
	case !v.known():
		return nil
	case v.kind == listValue:
		d.notOne(t, v)
		return nil
	case v.kind == refValue && (t.Kind == schema.Ref || t.Kind == schema.Address || len(t.Targets) > 0):
		return d.reference(v)
	case t.Kind == schema.Ref || t.Kind == schema.Address:
		d.notReference(t, v)
		return nil
	case v.kind == refValue:
		d.referenceForValue(v)
		return nil
	case v.kind == mapValue:
		d.wrongType(t, v)
		return nil
	}
	switch t.Kind {
	case schema.Bool:
		return d.boolean(v)
	case schema.Number, schema.Count:
		return d.number(t, v)
	}
	if v.kind != textValue {
		d.wrongType(t, v)
		return nil
	}
	return d.text(t, v)
}

// notOne reports a list where one value is wanted.
func (d *decoder) notOne(t schema.Type, v value) {
	f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes one value, not a list").Because("It takes " + t.String() + ".")
	if len(v.list) == 1 && !v.list[0].span.IsZero() {
		f.Replacing(v.span, v.list[0].span.Text(), "take the brackets away")
	}
	d.report(f)
}

func (d *decoder) wrongType(t schema.Type, v value) {
	f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes "+t.String()+", not "+kindWords[v.kind]).Because(d.spec.Doc)
	if s, ok := v.printed(); ok && t.Kind == schema.Text {
		f.Replacing(v.span, strconv.Quote(s), "put it in quotes")
	}
	d.report(f)
}

// text decodes what stands in quotes.
func (d *decoder) text(t schema.Type, v value) model.Value {
	if strings.TrimSpace(v.text) == "" {
		d.report(diag.New(diag.EmptyValue, v.span, d.spec.Name+" is empty").
			Because("An empty text states nothing. Delete the attribute, or say what it is."))
		return nil
	}
	if flaw := source.CheckText(v.text); flaw != nil {
		d.report(flawFinding(d.spec.Name, v.span, flaw))
		return nil
	}
	switch t.Kind {
	case schema.OneOf:
		return d.word(t.Enum, v)
	case schema.Duration:
		return d.duration(v)
	case schema.Frequency:
		f, err := scalar.ParseFrequency(v.text)
		return d.scalar(model.Frequency{Frequency: f}, err, diag.BadFrequency, "a frequency", v)
	case schema.Date:
		date, err := scalar.ParseDate(v.text)
		return d.scalar(model.Date{Date: date}, err, diag.BadDate, "a date", v)
	case schema.Country, schema.Territory:
		return d.country(t, v)
	case schema.Language:
		return d.language(v)
	case schema.Email:
		return d.email(v)
	case schema.URL:
		return d.url(v)
	case schema.Markdown:
		return model.String(v.text)
	}
	if strings.ContainsAny(v.text, "\n\r") {
		d.report(diag.New(diag.WrongType, v.span, d.spec.Name+" is one line of text").
			Because("It is printed within a sentence or a table. Prose of several paragraphs goes into note, before or after."))
		return nil
	}
	return model.String(v.text)
}
