package lang

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/suggest"
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

func (d *decoder) boolean(v value) model.Value {
	if v.kind == boolValue {
		return model.Bool(v.num == 1)
	}
	f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes true or false").Because(d.spec.Doc)
	if s := strings.ToLower(v.text); v.kind == textValue && (s == "true" || s == "false") {
		f.Detail = "The words stand without quotes. " + f.Detail
		f.Replacing(v.span, s, "take the quotes away")
	} else if better, ok := map[string]string{"yes": "true", "no": "false", "on": "true", "off": "false"}[s]; ok && v.kind == textValue {
		f.Replacing(v.span, better, "write "+better)
	}
	d.report(f)
	return nil
}

func (d *decoder) number(t schema.Type, v value) model.Value {
	if v.kind == textValue && t.Kind == schema.Count && v.text == "limited" {
		return model.String(v.text)
	}
	if v.kind != numberValue || v.text != "" {
		f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes "+t.String()).Because(d.spec.Doc)
		if _, err := strconv.Atoi(v.text); err == nil && v.kind == textValue {
			f.Replacing(v.span, v.text, "take the quotes away")
		}
		d.report(f)
		return nil
	}
	lowest, highest := int64(t.Min), int64(t.Max)
	if t.Kind == schema.Count {
		lowest, highest = 1, 1_000_000_000
	}
	if v.num < lowest || v.num > highest {
		d.report(diag.New(diag.NumberOutOfRange, v.span, fmt.Sprintf("%s is not between %d and %d", d.spec.Name, lowest, highest)).Because(d.spec.Doc))
		return nil
	}
	return model.Number(v.num)
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
		return d.duration(t, v)
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

func (d *decoder) word(e *schema.Enum, v value) model.Value {
	if e.Has(v.text) {
		return model.String(v.text)
	}
	f := diag.New(diag.UnknownEnumValue, v.span, quote(v.text)+" is not a value of "+d.spec.Name).Labelled("unknown value")
	if meant, ok := nearestWord(v.text, e.Names()); ok {
		f.Because("Did you mean "+quote(meant)+"?").Replacing(v.span, quote(meant), "write "+quote(meant))
	} else {
		f.Because("It takes one of " + quotedOr(e.Names()) + ".")
	}
	d.report(f)
	return nil
}

// nearestWord forgives spaces, hyphens and capitals before it measures.
func nearestWord(word string, words []string) (string, bool) {
	plain := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(word)))
	for _, w := range words {
		if w == plain {
			return w, true
		}
	}
	return suggest.Nearest(plain, words)
}

func quotedOr(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return orJoin(quoted)
}

func (d *decoder) duration(t schema.Type, v value) model.Value {
	duration, err := scalar.ParseDuration(v.text)
	return d.scalar(model.Duration{Duration: duration}, err, diag.BadDuration, "a duration", v)
}

// scalar returns the value of a grammar, or reports the error of its parser.
func (d *decoder) scalar(result model.Value, err error, code diag.Code, what string, v value) model.Value {
	if err == nil {
		return result
	}
	var form *scalar.FormError
	var impossible *scalar.ImpossibleDateError
	switch {
	case errors.As(err, &impossible):
		d.report(diag.New(diag.ImpossibleDate, v.span, "there is no such day as "+v.text).
			Because(strings.ToUpper(impossible.Error()[:1]) + impossible.Error()[1:] + "."))
	case errors.As(err, &form):
		f := diag.New(code, v.span, quote(v.text)+" is not "+what).Because(strings.ToUpper(form.Why[:1]) + form.Why[1:] + ".")
		if form.Suggest != "" {
			f.Replacing(v.span, quote(form.Suggest), "write "+quote(form.Suggest))
		}
		d.report(f)
	}
	return nil
}

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
	if name := asName(text); name != "" && len(t.Targets) > 0 {
		return t.Targets[0] + "." + name, true
	}
	return "", false
}

// referenceForValue reports a block where one of its attributes is wanted.
func (d *decoder) referenceForValue(v value) {
	what := v.span.Text()
	d.report(diag.New(diag.WrongType, v.span, d.spec.Name+" takes "+d.spec.Type.String()+", and "+what+" is a whole block").
		Because("Name the attribute that is wanted, such as " + what + ".label."))
}
