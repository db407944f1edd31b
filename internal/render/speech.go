package render

import (
	"strings"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/english"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/words"
)

// A speech is how the pages of one language speak.
//
// A page in English, of a policy that is written in English, is made of sentences.
// Every other page is made of entries, a name and a value each: sentences would have
// to inflect the author's phrases. See docs/adr/0013-entries.md.
type speech struct {
	language  string // BCP 47, as the page says it
	words     *words.Catalogue
	tongue    *locale.Tongue
	sentences bool
}

// speechOf is how the pages of a policy speak in one of its languages. One for which
// there are no words is spoken of in English, as far as the frame goes.
func speechOf(m *model.Model, language string) *speech {
	s := &speech{language: language}
	var known bool
	if s.words, known = words.In(language); !known {
		s.language = "en"
		s.words, _ = words.In("en")
	}
	s.tongue, _ = locale.In(s.language)
	s.sentences = s.tongue.Language() == "en" && language == m.SourceLanguage()
	return s
}

// and joins texts that all count.
func (s *speech) and(texts ...tree.Text) tree.Text {
	if s.sentences {
		return english.And(texts...)
	}
	return weave(texts, s.tongue.And)
}

// or joins texts of which one counts.
func (s *speech) or(texts ...tree.Text) tree.Text { return weave(texts, s.tongue.Or) }

// semicolons joins texts that say a thing each.
func (s *speech) semicolons(texts ...tree.Text) tree.Text {
	return tree.Join(s.words.Say("semicolon", "", ""), texts...)
}

// weave joins texts that are not empty, with what a language puts between so many.
func weave(texts []tree.Text, between func(int) []string) tree.Text {
	texts = filled(texts)
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

// andWords joins words that all count.
func (s *speech) andWords(list ...string) string {
	if s.sentences {
		return english.AndWords(list...)
	}
	return s.tongue.AndStrings(list)
}

// entry is a value with its name.
func (s *speech) entry(name string, value tree.Text) tree.Text { return s.pair(tree.T(name), value) }

// pair is a value with what it belongs to.
func (s *speech) pair(name, value tree.Text) tree.Text {
	if len(value) == 0 {
		return nil
	}
	return s.words.Text("entry", english.Capital(name), value)
}

// country is a country as running text names it.
func (s *speech) country(code string) string {
	if s.sentences {
		return locale.PlaceInText(code)
	}
	return s.tongue.Country(code)
}

// countryAlone is a country by itself; of no country it is empty.
func (s *speech) countryAlone(code string) string {
	if code == "" {
		return ""
	}
	return english.CapitalWord(strings.TrimPrefix(s.country(code), "the "))
}

// authored is a text of the author. One in another language than the page's says so,
// to readers and to programs.
func (s *speech) authored(w model.Wording) tree.Text {
	if w.Text == "" {
		return nil
	}
	if !s.isForeign(w) {
		return tree.T(w.Text)
	}
	return tree.T(tree.Foreign{Language: w.Language, Stale: w.State == model.Stale, Text: tree.T(w.Text)}, " "+foreignMark(w.Language))
}

// plain is authored where a text can be nothing but plain: on a map.
func (s *speech) plain(w model.Wording) string {
	if !s.isForeign(w) {
		return w.Text
	}
	return w.Text + " " + foreignMark(w.Language)
}

// isForeign reports whether a text is in another language than the page.
func (s *speech) isForeign(w model.Wording) bool { return w.Language != "" && w.Language != s.language }

// foreignMark stands behind a text in another language.
func foreignMark(language string) string { return "[" + language + "]" }
