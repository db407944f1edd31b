package manifest

import (
	"strconv"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// value reads the value of an attribute.
func (d *decoder) value(b *model.Block, a *schema.Attr) model.Value {
	if !a.Type.List {
		return d.single(b, a)
	}
	list := model.List{}
	d.array(func() { list = append(list, d.single(b, a)) })
	return list
}

func (d *decoder) single(b *model.Block, a *schema.Attr) model.Value {
	switch a.Type.Kind {
	case schema.Bool:
		return model.Bool(d.boolean())
	case schema.Number:
		return model.Number(d.number())
	case schema.Count:
		if d.peek() != '"' {
			return model.Number(d.number())
		}
		return d.word(limited)
	case schema.OneOf:
		return d.word(a.Type.Enum.Names()...)
	case schema.Ref, schema.Address:
		return d.reference(d.text(), b, a)
	case schema.Duration:
		return d.duration(b, a)
	case schema.Frequency:
		f, err := scalar.ParseFrequency(d.text())
		d.check(a, err)
		return model.Frequency{Frequency: f}
	case schema.Date:
		date, err := scalar.ParseDate(d.text())
		d.check(a, err)
		return model.Date{Date: date}
	}
	return model.String(d.text())
}

// limited is the count that a policy may state without a number.
const limited = "limited"

func (d *decoder) boolean() bool {
	if d.accept("true") {
		return true
	}
	d.expect("false")
	return false
}

func (d *decoder) word(words ...string) model.Value {
	word := d.text()
	for _, w := range words {
		if w == word {
			return model.String(word)
		}
	}
	d.fail("%s is not one of the words %q", strconv.Quote(word), words)
	return nil
}

// duration reads a duration or, where the attribute allows it, the address of
// what names one.
func (d *decoder) duration(b *model.Block, a *schema.Attr) model.Value {
	text := d.text()
	period, err := scalar.ParseDuration(text)
	if err != nil && len(a.Type.Targets) > 0 {
		return d.reference(text, b, a)
	}
	d.check(a, err)
	return model.Duration{Duration: period}
}

func (d *decoder) reference(address string, b *model.Block, a *schema.Attr) *model.Ref {
	ref := &model.Ref{Address: address}
	d.pending = append(d.pending, pending{ref, b, a})
	return ref
}

func (d *decoder) check(a *schema.Attr, err error) {
	if err != nil {
		d.fail("%s: %s", a.Name, err)
	}
}
