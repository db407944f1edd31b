package speech_test

import (
	"testing"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render/speech"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/scalar"
)

// TestIn holds that a language without words is spoken of in English, and says so.
func TestIn(t *testing.T) {
	for tag, want := range map[string]string{"de": "de", "de-AT": "de-AT", "en": "en", "tlh": "en", "": "en"} {
		s := speech.In(tag)
		if s.Language() != want || s.InSentences() {
			t.Errorf("pages in %q are in %q, in sentences: %v", tag, s.Language(), s.InSentences())
		}
	}
}

// TestOf holds that only English is spoken in sentences, and only of a policy that is
// written in it.
func TestOf(t *testing.T) {
	english := model.New(nil)
	if s := speech.Of(english, english.SourceLanguage()); !s.InSentences() {
		t.Errorf("a policy in %s is spoken of in entries", s.Language())
	}
	if s := speech.Of(english, "de"); s.InSentences() {
		t.Error("German pages are made of sentences")
	}
}

func TestLists(t *testing.T) {
	texts := []tree.Text{tree.T("a"), nil, tree.T("b"), tree.T("c")}
	if got := tree.Concat(speech.In("de").And(texts...)); got != "a, b und c" {
		t.Errorf("and: %q", got)
	}
	if got := tree.Concat(speech.In("fr").Or(texts...)); got != "a, b ou c" {
		t.Errorf("or: %q", got)
	}
	if got := tree.Concat(speech.In("es").Entry("nombre", nil)); got != "" {
		t.Errorf("an entry without a value is %q", got)
	}
}

// TestForeign holds that a text in another language than the page's is marked, and no
// other.
func TestForeign(t *testing.T) {
	s := speech.In("de")
	for _, test := range []struct {
		wording model.Wording
		want    string
	}{
		{model.Wording{}, ""},
		{model.Wording{Text: "Name"}, "Name"},
		{model.Wording{Text: "Name", Language: "de"}, "Name"},
		{model.Wording{Text: "name", Language: "en"}, "name [en]"},
	} {
		if got := tree.Concat(s.Authored(test.wording)); got != test.want {
			t.Errorf("%+v is printed as %q, want %q", test.wording, got, test.want)
		}
	}
}

func TestScalars(t *testing.T) {
	s := speech.In("de")
	if got := s.Duration(scalar.Duration{N: 6, Unit: scalar.Month}); got != "6 Monate" {
		t.Errorf("six months are %q", got)
	}
	if got := s.Date(scalar.Date{Year: 2026, Month: 2, Day: 1}); got != "1. Februar 2026" {
		t.Errorf("the first of February is %q", got)
	}
	if got := s.CountryAlone(""); got != "" {
		t.Errorf("no country is %q", got)
	}
}
