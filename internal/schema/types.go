package schema

import "strings"

// A Kind is a kind of value.
type Kind int

// The kinds of value.
const (
	Text      Kind = iota // a string on one line
	Markdown              // prose, in Markdown
	Bool                  // true or false
	Number                // a whole number
	Count                 // a whole number, or "limited"
	OneOf                 // one of the values of an Enum
	Duration              // scalar.Duration
	Frequency             // scalar.Frequency
	Date                  // ISO 8601 calendar date
	Country               // ISO 3166-1 alpha-2, or ISO 3166-2
	Territory             // a Country, "EU" or "EEA"
	Language              // BCP 47
	Email                 // an e-mail address
	URL                   // http, https or mailto
	Ref                   // the address of another block
	Address               // an address that need not exist any more
	Any                   // whatever the author likes
)

// A Type is what an attribute takes.
type Type struct {
	Kind    Kind
	List    bool
	Enum    *Enum    // for OneOf
	Targets []string // for Ref, the kinds of block it may name; for Duration, those that may stand in its place
	Min     int      // for Number and Count
	Max     int
}

// An Enum is a closed set of words, each with the sentence that explains it.
type Enum struct {
	Name   string
	Values []EnumValue
}

// An EnumValue is one word of an Enum.
type EnumValue struct{ Name, Doc string }

// Names lists the words in order.
func (e *Enum) Names() []string {
	names := make([]string, len(e.Values))
	for i, v := range e.Values {
		names[i] = v.Name
	}
	return names
}

// Has reports whether the word belongs to the set.
func (e *Enum) Has(name string) bool {
	for i := range e.Values {
		if e.Values[i].Name == name {
			return true
		}
	}
	return false
}

var kindNames = map[Kind]string{
	Text: "text", Markdown: "Markdown text", Bool: "true or false", Number: "a whole number",
	Count: "a whole number or \"limited\"", Duration: "a duration", Frequency: "a frequency",
	Date: "a date", Country: "a country code", Territory: "a country code, \"EU\" or \"EEA\"", Language: "a language tag", Email: "an e-mail address",
	URL: "a web address", Address: "an address", Any: "any value",
}

// String describes the type as a diagnostic or the manual would: "a list of
// references to a region".
func (t Type) String() string {
	switch {
	case t.List:
		return "a list of " + t.Elem().plural()
	case t.Kind == OneOf:
		return "one of " + quoteJoin(t.Enum.Names())
	case t.Kind == Ref:
		return "a reference to " + targetNames(t.Targets)
	case len(t.Targets) > 0:
		return kindNames[t.Kind] + ", or a reference to " + targetNames(t.Targets)
	}
	return kindNames[t.Kind]
}

// Elem returns the type of one element of a list type.
func (t Type) Elem() Type {
	t.List = false
	return t
}

func (t Type) plural() string {
	switch t.Kind {
	case Ref:
		return "references to " + targetNames(t.Targets)
	case OneOf:
		return "words, each one of " + quoteJoin(t.Enum.Names())
	case Text:
		return "texts"
	case Territory:
		return "country codes, \"EU\" or \"EEA\""
	}
	return strings.TrimPrefix(strings.TrimPrefix(t.String(), "an "), "a ") + "s"
}

func targetNames(targets []string) string {
	if len(targets) == 0 {
		return "any block"
	}
	names := make([]string, len(targets))
	for i, t := range targets {
		names[i] = article(t)
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func article(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

func quoteJoin(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + w + `"`
	}
	return strings.Join(quoted, ", ")
}

// The constructors below keep the declarations of the language to a line each.

func attr(name string, t Type, doc string) *Attr { return &Attr{Name: name, Type: t, Doc: doc} }

func required(a *Attr) *Attr {
	a.Required = true
	return a
}

// tacit is an attribute of which readers are not told.
func tacit(a *Attr) *Attr {
	a.Tacit = true
	return a
}

func one(k Kind) Type  { return Type{Kind: k} }
func many(k Kind) Type { return Type{Kind: k, List: true} }

func enum(e *Enum) Type  { return Type{Kind: OneOf, Enum: e} }
func enums(e *Enum) Type { return Type{Kind: OneOf, Enum: e, List: true} }

func ref(targets ...string) Type  { return Type{Kind: Ref, Targets: targets} }
func refs(targets ...string) Type { return Type{Kind: Ref, Targets: targets, List: true} }

func whole(lowest, highest int) Type { return Type{Kind: Number, Min: lowest, Max: highest} }

// attrs joins runs of attributes, so that a block can take some of the common
// ones after its own.
func attrs(runs ...[]*Attr) []*Attr {
	var all []*Attr
	for _, r := range runs {
		all = append(all, r...)
	}
	return all
}
