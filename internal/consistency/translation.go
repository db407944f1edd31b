package consistency

import (
	"slices"
	"strconv"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// translations warns of texts that are not translated, or were changed since
// they were.
func translations(m *model.Model) diag.List {
	var found diag.List
	found.Add(unspoken(m))
	languages := spoken(m.Languages()[1:])
	if len(languages) == 0 {
		return found
	}
	found.Add(staleTexts(m)...)
	found.Add(translatedProse(m)...)
	found.Add(untranslated(m, languages))
	for _, language := range languages {
		found.Add(withoutSource(m, language))
	}
	return found
}

// spoken are those of some languages in which pages can be written.
func spoken(languages []string) []string {
	return slices.DeleteFunc(slices.Clone(languages), func(tag string) bool {
		_, ok := locale.In(tag)
		return !ok
	})
}

// unspoken warns of languages in which no pages can be written.
func unspoken(m *model.Model) *diag.Diagnostic {
	all := m.Languages()
	known := spoken(all)
	var names []string
	for _, tag := range all {
		if !slices.Contains(known, tag) {
			names = append(names, nameOf(tag))
		}
	}
	if len(names) == 0 {
		return nil
	}
	why := "There are no words in it for headings, tables and dates, and so no pages."
	if !slices.Contains(known, all[0]) {
		why = "There are no words in it for headings, tables and dates: the pages have English ones around the policy's texts."
	}
	written := make([]string, 0, len(locale.Tongues()))
	for _, tag := range locale.Tongues() {
		written = append(written, nameOf(tag))
	}
	return diag.New(diag.LanguageUnspoken, m.Policy().SpanOf("languages"), "no pages can be written in "+strings.Join(names, ", ")).
		Because(why + " There are those of " + strings.Join(written, ", ") + ".")
}

// staleTexts reports each translation of a text that was changed since.
func staleTexts(m *model.Model) diag.List {
	var found diag.List
	for _, t := range m.Translations() {
		for _, text := range t.Texts {
			if state, _ := m.WordingState(t.Of, text.Attr.Name, t.Language); state != model.Stale {
				continue
			}
			found.Add(diag.New(diag.StaleTranslation, text.Span, t.Of.Address+"."+text.Attr.Name+" was changed after it was translated").
				Because("It is now: "+excerpt(t.Of.Source(text.Attr.Name))+" Until the translation is brought up to date, pages in "+nameOf(t.Language)+" show that text instead.").
				Labelled("translation of an earlier text").
				Relating(t.Of.SpanOf(text.Attr.Name), "the text is here").
				Replacing(text.SourceSpan, strconv.Quote(model.Digest(t.Of.Source(text.Attr.Name))), "once the translation says the same, write the new digest"))
		}
	}
	return found
}

// translatedProse checks the Markdown of translations like that of blocks.
func translatedProse(m *model.Model) diag.List {
	var found diag.List
	for _, t := range m.Translations() {
		for _, text := range t.Texts {
			if text.Attr.Type.Kind == schema.Markdown && text.Value != nil {
				found.Add(prosePlaced(text.Value, text.Span))
			}
		}
	}
	return found
}

// longestExcerpt is how many characters of a text a finding quotes.
const longestExcerpt = 120

func excerpt(v model.Value) string {
	words := []rune(strings.Join(strings.Fields(v.String()), " "))
	if len(words) > longestExcerpt {
		words = append(words[:longestExcerpt], '…')
	}
	return `"` + string(words) + `".`
}

// untranslated says, once for all languages, how many texts are not translated.
func untranslated(m *model.Model, languages []string) *diag.Diagnostic {
	var counts []string
	first := ""
	for _, language := range languages {
		if t := m.Tally(language); t.Missing > 0 {
			counts = append(counts, strconv.Itoa(t.Missing)+" of "+strconv.Itoa(t.Texts())+" into "+nameOf(language))
			if first == "" {
				first = language
			}
		}
	}
	if len(counts) == 0 {
		return nil
	}
	return diag.New(diag.MissingTranslation, m.Policy().SpanOf("languages"), "texts are not translated: "+strings.Join(counts, ", ")).
		Because("Pages in these languages show such a text as it was written, and say so. `privity translate " + first + "` writes what is missing into a file, with the text beside it.")
}

// withoutSource says, once, which translations cannot be found out of date.
func withoutSource(m *model.Model, language string) *diag.Diagnostic {
	var texts []model.TranslatedText
	for _, t := range m.Translations() {
		for _, text := range t.Texts {
			if t.Language == language && text.Value != nil && text.Source == "" {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) == 0 {
		return nil
	}
	what := "this translation does not say which text it was made of"
	if n := len(texts) - 1; n > 0 {
		what = "this translation and " + strconv.Itoa(n) + " more do not say which text they were made of"
	}
	return diag.New(diag.TranslationSource, texts[0].Span, what).
		Because("Without the digest of its text, in sources, nobody is told when a translation is out of date. `privity translate " + language + "` adds it.")
}

func nameOf(language string) string {
	name, _ := locale.LanguageName(language)
	return name
}
