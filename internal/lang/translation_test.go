package lang_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
)

const bilingual = `
policy "acme" {
  title     = "Data policy"
  languages = ["en", "de", "fr"]
}
category "mail" {
  label = "e-mail"
}
category "name" {}
data_store "users" {
  for_each = ["eu", "us"]
  label    = "Users in ${each.key}"
  uses     = ["caching", "sessions"]
  note     = "Keeps ${category.mail.label} of ${vendor.aws.label}."

  segment "old" {
    note = "Old ${each.key}."
  }
}
vendor "aws" {
  label      = "AWS"
  legal_name = "Amazon Web Services, Inc."
}
translation "de" {
  of      = data_store.users["eu"]
  label   = "Nutzer in der EU"
  uses    = ["Zwischenspeichern", "Sitzungen"]
  note    = "Hält ${category.mail.label}, ${category.name.label} und ${lower(policy.acme.title)}: ${data_store.users["eu"].label}, ${vendor.aws.label}."
  sources = { label = "00000000" }
}
translation "de" {
  of    = data_store.users["us"].segment.old
  note  = "Alt."
}
translation "de" {
  of    = category.mail
  label = "E-Mail"
}
translation "de" {
  of    = category.name
  label = "Name"
}
translation "de" {
  of    = policy.acme
  title = ""
}
translation "fr" {
  of    = vendor.aws
  label = "AWS (France)"
}
`

func translated(t *testing.T) *model.Model {
	t.Helper()
	p, found := lang.Load(fstest.MapFS{"p.hcl": {Data: []byte(bilingual)}}, lang.Options{})
	if p.Model == nil {
		t.Fatal(found[0].Summary, found[0].Detail)
	}
	return p.Model
}

// TestWording holds that each text is shown as its translation says, or in its
// own language where there is none that is up to date.
func TestWording(t *testing.T) {
	m := translated(t)
	wording := func(address, attr, language string) model.Wording {
		return m.Wording(m.Lookup(address), attr, language)
	}
	eu, us := `data_store.users["eu"]`, `data_store.users["us"]`
	for _, c := range []struct {
		what string
		got  model.Wording
		want model.Wording
	}{
		{"stale", wording(eu, "label", "de"), model.Wording{Text: "Users in eu", Language: "en", State: model.Stale}},
		{"missing", wording(us, "label", "de"), model.Wording{Text: "Users in us", Language: "en", State: model.Missing}},
		{"not written yet", wording("policy.acme", "title", "de"), model.Wording{Text: "Data policy", Language: "en", State: model.Missing}},
		{"inside", wording(us+".segment.old", "note", "de"), model.Wording{Text: "Alt.", Language: "de", State: model.Translated}},
		{"the language of the policy", wording(us, "label", "en"), model.Wording{Text: "Users in us", Language: "en"}},
		{"a name", wording("vendor.aws", "label", "de"), model.Wording{Text: "AWS"}},
		{"a name in another language", wording("vendor.aws", "label", "fr"), model.Wording{Text: "AWS (France)", Language: "fr", State: model.Translated}},
		{"a registered name", wording("vendor.aws", "legal_name", "fr"), model.Wording{Text: "Amazon Web Services, Inc."}},
		{"not set", wording("vendor.aws", "note", "fr"), model.Wording{}},
		{"a block's own name", m.LabelWording(m.Lookup("category.name"), "de"), model.Wording{Text: "Name", Language: "de", State: model.Translated}},
		{"a block's own name, not translated", m.LabelWording(m.Lookup("category.name"), "fr"), model.Wording{Text: "name", Language: "en", State: model.Missing}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
	uses := m.Wordings(m.Lookup(eu), "uses", "de")
	want := []model.Wording{{Text: "Zwischenspeichern", Language: "de", State: model.Translated}, {Text: "Sitzungen", Language: "de", State: model.Translated}}
	if diff := cmp.Diff(want, uses); diff != "" {
		t.Errorf("a list (-want +got):\n%s", diff)
	}
	if got := m.Wordings(m.Lookup(us), "uses", "de"); len(got) != 2 || got[1] != (model.Wording{Text: "sessions", Language: "en", State: model.Missing}) {
		t.Errorf("a list that is not translated: %v", got)
	}
}

// TestTextsReadTextsInTheirLanguage holds that a name within a translation is
// in its language where it was translated, and as it is elsewhere.
func TestTextsReadTextsInTheirLanguage(t *testing.T) {
	m := translated(t)
	got := m.Wording(m.Lookup(`data_store.users["eu"]`), "note", "de").Text
	if want := "Hält E-Mail, Name und data policy: Users in eu, AWS."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if source := m.Lookup(`data_store.users["eu"]`).Text("note"); source != "Keeps e-mail of AWS." {
		t.Errorf("the text itself became %q", source)
	}
}

func TestTally(t *testing.T) {
	m := translated(t)
	if diff := cmp.Diff(model.Tally{Translated: 5, Missing: 7, Stale: 1}, m.Tally("de")); diff != "" {
		t.Errorf("German (-want +got):\n%s", diff)
	}
	if got := m.Tally("fr"); got.Translated != 0 || got.Texts() != 13 {
		t.Errorf("French, in which a name alone is translated: %+v", got)
	}
	if got := m.Tally("en"); got.Texts() != 0 {
		t.Errorf("texts are to be translated into their own language: %+v", got)
	}
}

// TestTranslationsAreNoBlocks holds that a translation is not among the things
// that a policy describes.
func TestTranslationsAreNoBlocks(t *testing.T) {
	m := translated(t)
	for _, b := range m.Blocks() {
		if b.Kind() == "translation" {
			t.Errorf("%s is a block of the model", b.Address)
		}
	}
	if len(m.Translations()) != 6 {
		t.Errorf("%d translations", len(m.Translations()))
	}
}

func TestDigest(t *testing.T) {
	if model.Digest(model.List{model.String("ab"), model.String("c")}) == model.Digest(model.List{model.String("a"), model.String("bc")}) {
		t.Error("two lists have one digest because their texts joined are alike")
	}
	if model.Digest(model.String("a")) == model.Digest(model.String("b")) {
		t.Error("two texts have one digest")
	}
}

// TestTranslationsOfNothing holds that whoever deletes a block is told what to do with
// its translation.
func TestTranslationsOfNothing(t *testing.T) {
	text := bilingual + `
translation "fr" {
  of    = data_store.cache
  label = "cache"
}
translation "fr" {
  of   = data_store.users["eu"].segment.new
  note = "Nouveau."
}
`
	_, found := lang.Load(fstest.MapFS{"p.hcl": {Data: []byte(text)}}, lang.Options{})
	told := 0
	for _, d := range found {
		if strings.HasSuffix(d.Detail, " If the block was deleted, delete its translation as well.") {
			told++
		}
	}
	if told != 2 {
		t.Errorf("%d findings of 2 say what to do with the translation: %v", told, found)
	}
}
