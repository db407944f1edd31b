// Package speech is how pages speak in one language: with its words, in its way of
// putting lists, numbers and dates, and with a mark on what an author wrote in another.
package speech

import (
	"slices"
	"strings"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
	"github.com/privity/privity/internal/scalar"
)

// A Speech is how the pages of one language speak. It does not change.
//
// A page in English, of a policy that is written in English, is made of sentences.
// Every other page is made of entries, a name and a value each: sentences would have
// to inflect the author's phrases. See docs/adr/0013-entries.md.
type Speech struct {
	*words.Catalogue
	Tongue *locale.Tongue

	language  string
	sentences bool
}

// In is the speech of pages of entries in a language, a tag of BCP 47. A language for
// which there are no words is spoken of in English, as far as the frame goes.
func In(language string) *Speech {
	s := &Speech{language: language}
	var known bool
	if s.Catalogue, known = words.In(language); !known {
		s.language = "en"
		s.Catalogue, _ = words.In("en")
	}
	s.Tongue, _ = locale.In(s.language)
	return s
}

// Of is the speech of the pages of a policy in one of its languages.
func Of(m *model.Model, language string) *Speech {
	s := In(language)
	s.sentences = s.Tongue.Language() == "en" && language == m.SourceLanguage()
	return s
}

// Language is the language of the pages, as a tag of BCP 47.
func (s *Speech) Language() string { return s.language }

// InSentences reports whether the pages are made of sentences, and not of entries.
func (s *Speech) InSentences() bool { return s.sentences }

// And joins texts that all count.
func (s *Speech) And(texts ...tree.Text) tree.Text {
	if s.sentences {
		return english.And(texts...)
	}
	return weave(texts, s.Tongue.And)
}

// Or joins texts of which one counts.
func (s *Speech) Or(texts ...tree.Text) tree.Text { return weave(texts, s.Tongue.Or) }

// Semicolons joins texts that say a thing each.
func (s *Speech) Semicolons(texts ...tree.Text) tree.Text {
	return tree.Join(s.Say("semicolon", "", ""), texts...)
}

// weave joins texts that are not empty, with what a language puts between so many.
func weave(texts []tree.Text, between func(int) []string) tree.Text {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t tree.Text) bool { return len(t) == 0 })
	separators := between(len(texts))
	var joined tree.Text
	for i, t := range texts {
		if i > 0 {
			joined = append(joined, tree.Plain(separators[i-1]))
		}
		joined = append(joined, t...)
	}
	return joined
}

// AndWords joins words that all count.
func (s *Speech) AndWords(list ...string) string {
	if s.sentences {
		return english.AndWords(list...)
	}
	return s.Tongue.AndStrings(list)
}

// Entry is a value with its name.
func (s *Speech) Entry(name string, value tree.Text) tree.Text { return s.Pair(tree.T(name), value) }

// Pair is a value with what it belongs to.
func (s *Speech) Pair(name, value tree.Text) tree.Text {
	if len(value) == 0 {
		return nil
	}
	return s.Text("entry", english.Capital(name), value)
}

// Country is a country as running text names it.
func (s *Speech) Country(code string) string {
	if s.sentences {
		return locale.PlaceInText(code)
	}
	return s.Tongue.Country(code)
}

// CountryAlone is a country by itself; of no country it is empty.
func (s *Speech) CountryAlone(code string) string {
	if code == "" {
		return ""
	}
	return english.CapitalWord(strings.TrimPrefix(s.Country(code), "the "))
}

// Authored is a text of the author. One in another language than the page's says so,
// to readers and to programs.
func (s *Speech) Authored(w model.Wording) tree.Text {
	if w.Text == "" {
		return nil
	}
	if !s.IsForeign(w) {
		return tree.T(w.Text)
	}
	return tree.T(tree.Foreign{Language: w.Language, Stale: w.State == model.Stale, Text: tree.T(w.Text)}, " "+Mark(w.Language))
}

// Plain is Authored where a text can be nothing but plain: on a map.
func (s *Speech) Plain(w model.Wording) string {
	if !s.IsForeign(w) {
		return w.Text
	}
	return w.Text + " " + Mark(w.Language)
}

// IsForeign reports whether a text is in another language than the page.
func (s *Speech) IsForeign(w model.Wording) bool { return w.Language != "" && w.Language != s.language }

// Mark stands behind a text in another language.
func Mark(language string) string { return "[" + language + "]" }

// Date writes a day.
func (s *Speech) Date(d scalar.Date) string { return s.Tongue.Date(d.Year, int(d.Month), d.Day) }

// Duration writes a length of time.
func (s *Speech) Duration(d scalar.Duration) string {
	if d.Vague != "" {
		return s.Catalogue.Duration(d.Vague)
	}
	return s.Tongue.Unit(d.N, string(d.Unit))
}

// Frequency writes how often something is done.
func (s *Speech) Frequency(f scalar.Frequency) string {
	switch {
	case f.Word != "":
		return s.Catalogue.Frequency(f.Word)
	case f.Several:
		return s.Tongue.Several(string(f.Unit))
	}
	return s.Tongue.Times(f.N, string(f.Unit))
}
