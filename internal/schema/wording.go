package schema

// A Wording says what becomes of a text where a policy is published in a second
// language.
type Wording int

const (
	// Written is a text of the author's own, which a reader of another language
	// cannot read until somebody has translated it.
	Written Wording = iota
	// Name is what a thing is called. Most names are the same in every language;
	// some are not, such as that of a city, and can be translated.
	Name
	// Fixed is the same in every language: a registered name, a code, an address.
	Fixed
)

func properName(a *Attr) *Attr {
	a.Wording = Name
	return a
}

func fixed(a *Attr) *Attr {
	a.Wording = Fixed
	return a
}

// named is the label of what has a proper name, such as a company.
func named() []*Attr { return []*Attr{properName(commonAttr("label"))} }

// Translatable reports whether an author may give the attribute a text in
// another language.
func (a *Attr) Translatable() bool { return a.isText() && a.Wording != Fixed }

// ProperName reports whether the attribute is a name, which is shown as it is
// unless somebody translated it.
func (a *Attr) ProperName() bool { return a.isText() && a.Wording == Name }

func (a *Attr) isText() bool { return a.Type.Kind == Text || a.Type.Kind == Markdown }

// called are the kinds of block whose own name a page prints where there is no
// label, so that it has to be translated like one.
var called = map[string]bool{
	"actor": true, "term": true, "category": true, "activity": true, "region": true, "system": true,
	"data_store": true, "segment": true, "procedure": true, "tier": true,
}

// Called reports whether pages call a block of this kind by its own name where
// it has no label.
func (b *Block) Called() bool { return called[b.Name] }
