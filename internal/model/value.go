package model

import (
	"strconv"

	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

// A Value is the value of an attribute: a String, Bool, Number, Duration,
// Frequency, Date, *Ref or List. A String is also what holds a word of an enum,
// a country, a language, an e-mail or web address, and Markdown; the attribute's
// type says which.
type Value interface {
	// String returns the canonical spelling, as it stands in a manifest.
	String() string
	isValue()
}

// The kinds of value. Those of package scalar keep what the author wrote.
type (
	// String is text, a word of an enum, a code, a link or Markdown.
	String string
	// Bool is true or false.
	Bool bool
	// Number is a whole number.
	Number int64
	// Duration is a length of time.
	Duration struct{ scalar.Duration }
	// Frequency is how often a thing happens.
	Frequency struct{ scalar.Frequency }
	// Date is a day of the calendar.
	Date struct{ scalar.Date }
	// List is several values, in the order of the source.
	List []Value
)

// A Ref names another block.
type Ref struct {
	Address string
	Target  *Block // nil only for an address that need not exist
	Span    source.Span
}

func (String) isValue()    {}
func (Bool) isValue()      {}
func (Number) isValue()    {}
func (Duration) isValue()  {}
func (Frequency) isValue() {}
func (Date) isValue()      {}
func (List) isValue()      {}
func (*Ref) isValue()      {}

func (v String) String() string { return string(v) }
func (v Bool) String() string   { return strconv.FormatBool(bool(v)) }
func (v Number) String() string { return strconv.FormatInt(int64(v), 10) }
func (v *Ref) String() string   { return v.Address }

func (v List) String() string {
	s := "["
	for i, e := range v {
		if i > 0 {
			s += ", "
		}
		s += e.String()
	}
	return s + "]"
}

// Text returns the value of an attribute that holds a string, or "".
func (b *Block) Text(name string) string {
	s, _ := b.value(name).(String)
	return string(s)
}

// Texts returns the values of an attribute that holds a list of strings.
func (b *Block) Texts(name string) []string {
	list, _ := b.value(name).(List)
	texts := make([]string, 0, len(list))
	for _, v := range list {
		if s, ok := v.(String); ok {
			texts = append(texts, string(s))
		}
	}
	return texts
}

// True reports whether an attribute is set, and set to true.
func (b *Block) True(name string) bool {
	v, _ := b.value(name).(Bool)
	return bool(v)
}

// False reports whether an attribute is set, and set to false.
func (b *Block) False(name string) bool {
	v, ok := b.value(name).(Bool)
	return ok && !bool(v)
}

// Int returns the value of an attribute that holds a whole number, or 0.
func (b *Block) Int(name string) int64 {
	n, _ := b.value(name).(Number)
	return int64(n)
}

// Ref returns the block that an attribute names, or nil.
func (b *Block) Ref(name string) *Block {
	if r, ok := b.value(name).(*Ref); ok {
		return r.Target
	}
	return nil
}

// Refs returns the blocks that an attribute names.
func (b *Block) Refs(name string) []*Block {
	list, _ := b.value(name).(List)
	targets := make([]*Block, 0, len(list))
	for _, v := range list {
		if r, ok := v.(*Ref); ok && r.Target != nil {
			targets = append(targets, r.Target)
		}
	}
	return targets
}

// Duration returns the value of an attribute that holds a duration. ok is false
// where it is not set or names a term instead.
func (b *Block) Duration(name string) (d scalar.Duration, ok bool) {
	v, ok := b.value(name).(Duration)
	return v.Duration, ok
}

// Date returns the value of an attribute that holds a date.
func (b *Block) Date(name string) (d scalar.Date, ok bool) {
	v, ok := b.value(name).(Date)
	return v.Date, ok
}

// Frequency returns the value of an attribute that holds a frequency.
func (b *Block) Frequency(name string) (f scalar.Frequency, ok bool) {
	v, ok := b.value(name).(Frequency)
	return v.Frequency, ok
}

func (b *Block) value(name string) Value {
	if a := b.Get(name); a != nil {
		return a.Value
	}
	return nil
}
