package model

import (
	"slices"

	"github.com/privity/privity/internal/schema"
)

// A State says which text there is of an attribute in a language.
type State int

// The states of a text in a language.
const (
	// Neutral is a text that needs no translation: that language is the one it
	// was written in, or it is a name or a code.
	Neutral State = iota
	// Translated is a text of which there is a translation that is up to date, as
	// far as its digest tells.
	Translated
	// Missing is a text that nobody has translated yet.
	Missing
	// Stale is a text that was changed after it was translated.
	Stale
)

// A Wording is an author's text as a page in some language is to show it.
type Wording struct {
	Text     string
	Language string // of the text, BCP 47; empty for a name that belongs to none
	State    State
}

// A Tally counts the texts of a policy in one language.
type Tally struct{ Translated, Missing, Stale int }

// Texts is how many texts ought to be translated.
func (t Tally) Texts() int { return t.Translated + t.Missing + t.Stale }

// defaultLanguage is the language of a policy that states none.
const defaultLanguage = "en"

// Languages lists the languages in which the policy is published, the one it is
// written in first.
func (m *Model) Languages() []string { return slices.Clone(m.languages) }

func (m *Model) readLanguages() []string {
	if p := m.Policy(); p != nil {
		if stated := p.Texts("languages"); len(stated) > 0 {
			return stated
		}
	}
	return []string{defaultLanguage}
}

// SourceLanguage returns the language in which the policy is written.
func (m *Model) SourceLanguage() string { return m.languages[0] }

// Source returns the value that a translation of an attribute is made of: the
// attribute's own, or what a block without a label is called. It is nil where
// the block has no such text.
func (b *Block) Source(attr string) Value {
	if a := b.Get(attr); a != nil {
		return a.Value
	}
	if attr == "label" {
		return String(b.Label())
	}
	return nil
}

// Wording returns a text of a block as a page in a language shows it. It is
// zero where the block does not have it.
func (m *Model) Wording(b *Block, attr, language string) Wording {
	a := b.Get(attr)
	if a == nil {
		return Wording{}
	}
	return m.wording(b, a.Schema, a.Value, language)
}

// LabelWording returns the name of a block as a page in a language shows it.
func (m *Model) LabelWording(b *Block, language string) Wording {
	spec := b.Schema.Attr("label")
	if spec == nil {
		return Wording{Text: b.Label(), Language: m.SourceLanguage()}
	}
	return m.wording(b, spec, String(b.Label()), language)
}

func (m *Model) wording(b *Block, spec *schema.Attr, v Value, language string) Wording {
	state, translated := m.lookUp(b, spec, v, language)
	if state == Translated {
		return Wording{translated.Value.String(), language, Translated}
	}
	return Wording{v.String(), m.languageOf(b, spec, state), state}
}

// Wordings returns the texts of a list as a page in a language shows them. They
// are translated together, and so have the same state.
func (m *Model) Wordings(b *Block, attr, language string) []Wording {
	a := b.Get(attr)
	if a == nil {
		return nil
	}
	list, _ := a.Value.(List)
	state, translated := m.lookUp(b, a.Schema, list, language)
	from := m.languageOf(b, a.Schema, state)
	if state == Translated {
		list, _ = translated.Value.(List)
		from = language
	}
	wordings := make([]Wording, len(list))
	for i, v := range list {
		wordings[i] = Wording{v.String(), from, state}
	}
	return wordings
}

// languageOf says in which language a text is shown that is not translated.
func (m *Model) languageOf(b *Block, spec *schema.Attr, state State) string {
	if state == Neutral && (!spec.Translatable() || isName(b, spec)) {
		return ""
	}
	return m.SourceLanguage()
}

// lookUp finds the translation of a value.
func (m *Model) lookUp(b *Block, spec *schema.Attr, v Value, language string) (State, *TranslatedText) {
	if language == m.SourceLanguage() || !spec.Translatable() {
		return Neutral, nil
	}
	text := m.wordings[wordingKey{b, spec.Name, language}]
	switch {
	case (text == nil || text.Value == nil) && isName(b, spec):
		return Neutral, nil
	case text == nil || text.Value == nil:
		return Missing, nil
	case text.Source != "" && text.Source != Digest(v):
		return Stale, text
	}
	return Translated, text
}

// isName reports whether a text is a proper name. The label of a recipient is
// one where it is a company's service, and not a class of them.
func isName(b *Block, spec *schema.Attr) bool {
	if spec.Name == "label" && b.Schema.Name == "subprocessor" {
		return b.Has("vendor")
	}
	return spec.ProperName()
}

// WordingState says which text there is of an attribute in a language, and what
// the author wrote in that language, if anything.
func (m *Model) WordingState(b *Block, attr, language string) (State, *TranslatedText) {
	v := b.Source(attr)
	if v == nil {
		return Neutral, nil
	}
	return m.lookUp(b, b.Schema.Attr(attr), v, language)
}

// Wordable calls visit for every text of the policy that ought to be in each of
// its languages, in the order of the source. Proper names are not among them.
func (m *Model) Wordable(visit func(b *Block, attr *schema.Attr)) {
	var walk func(b *Block)
	walk = func(b *Block) {
		for _, a := range m.Translated(b, false) {
			visit(b, a)
		}
		for _, n := range b.Blocks {
			walk(n)
		}
	}
	for _, b := range m.blocks {
		walk(b)
	}
}

// Translated lists the texts of a block that ought to be in every language of
// the policy. With names, those are among them which few pages print or which are
// alike in most languages: proper names, and what blocks without a label are called.
func (m *Model) Translated(b *Block, names bool) []*schema.Attr {
	var attrs []*schema.Attr
	for _, a := range b.Schema.Attrs {
		unlabelled := a.Name == "label" && (names || b.Schema.Called())
		if a.Translatable() && (names || !isName(b, a)) && (unlabelled || b.Has(a.Name)) {
			attrs = append(attrs, a)
		}
	}
	return attrs
}

// Tally counts the texts of the policy in a language.
func (m *Model) Tally(language string) Tally {
	var t Tally
	if language == m.SourceLanguage() {
		return t
	}
	m.Wordable(func(b *Block, a *schema.Attr) {
		switch state, _ := m.WordingState(b, a.Name, language); state {
		case Translated:
			t.Translated++
		case Missing:
			t.Missing++
		case Stale:
			t.Stale++
		}
	})
	return t
}

// IsPublishedIn reports whether the policy is published in a language.
func (m *Model) IsPublishedIn(language string) bool { return slices.Contains(m.languages, language) }
