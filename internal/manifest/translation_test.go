package manifest

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/model"
)

// translated is the sample with two of its texts in German, and one in Danish
// that was made of an earlier text.
func translated() *model.Model {
	m := model.New(sample())
	policy, region := m.Policy(), m.Lookup("region.ireland")
	text := func(b *model.Block, attr, text, source string) model.TranslatedText {
		return model.TranslatedText{Attr: b.Schema.Attr(attr), Value: model.String(text), Source: source}
	}
	m.Translate([]*model.Translation{
		{Language: "de", Of: region, Texts: []model.TranslatedText{text(region, "label", "Irland", "")}},
		{Language: "da", Of: policy, Texts: []model.TranslatedText{text(policy, "title", "Datapolitik", "00000000")}},
		{Language: "de", Of: policy, Texts: []model.TranslatedText{text(policy, "title", "Daten\"politik\"", model.Digest(policy.Source("title")))}},
	})
	return m
}

func TestTranslationsAreBesideTheModel(t *testing.T) {
	plain, with := string(mustEncode(t, model.New(sample()))), string(mustEncode(t, translated()))
	before, _, _ := strings.Cut(plain, `,"schema":`)
	beside, _, _ := strings.Cut(with, `,"schema":`)
	if before != beside {
		t.Error("the model or its digest is another with translations")
	}
	_, added, _ := strings.Cut(with, `"schema_version":"0.1"`)
	for i, want := range []string{`"language":"da"`, `"of":"policy.acme"`, `"language":"de","of":"policy.acme"`, `Daten\"politik\"`, `"of":"region.ireland"`} {
		_, rest, found := strings.Cut(added, want)
		if !found {
			t.Fatalf("%d: %s does not stand in order in %s", i, want, with)
		}
		added = rest
	}
	if err := compiled(t).Validate(parse(t, []byte(with))); err != nil {
		t.Error(err)
	}
}

func TestTranslationsReadBack(t *testing.T) {
	m, err := Decode(mustEncode(t, translated()))
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]model.State{"de": model.Translated, "da": model.Stale, "fr": model.Missing} {
		if state, _ := m.WordingState(m.Policy(), "title", language); state != want {
			t.Errorf("in %s the title has state %d, want %d", language, state, want)
		}
	}
	if got := m.LabelWording(m.Lookup("region.ireland"), "de").Text; got != "Irland" {
		t.Errorf("the label of a region without one is %q", got)
	}
}

func TestTranslationsRefused(t *testing.T) {
	good := string(mustEncode(t, translated()))
	before, texts, _ := strings.Cut(good, beforeTexts)
	before = before[:len(before)-digestSize]
	for name, tt := range map[string]struct{ old, new, want string }{
		"other block":     {`"of":"region.ireland"`, `"of":"region.nowhere"`, "not in the manifest"},
		"other attribute": {`"attribute":"label"`, `"attribute":"country"`, "could be translated"},
		"text not set":    {`"attribute":"label"`, `"attribute":"note"`, "could be translated"},
		"list for a text": {`"text":"Irland"`, `"text":["Irland"]`, "another form"},
		"no text":         {`,"text":"Irland"`, ``, "another form"},
		"unknown member":  {`"text":"Irland"`, `"text":"Irland","word":"x"`, `no "word"`},
		"out of order":    {`"language":"da"`, `"language":"fr"`, "not in order"},
		"twice":           {`"attribute":"label","language":"de","of":"region.ireland"`, `"attribute":"title","language":"de","of":"policy.acme"`, "stands twice"},
		"no language":     {`"language":"da"`, `"language":""`, "no language"},
	} {
		t.Run(name, func(t *testing.T) {
			bad := strings.TrimSuffix(replaceOnce(t, texts, tt.old, tt.new), "}}\n")
			bad = before + digest([]byte(bad)) + beforeTexts + bad + "}}\n"
			if _, err := Decode([]byte(bad)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want an error with %q", err, tt.want)
			}
		})
	}
	if _, err := Decode([]byte(replaceOnce(t, good, "Irland", "Island"))); err == nil || !strings.Contains(err.Error(), "digest of the translations") {
		t.Errorf("a changed translation gives %v", err)
	}
}
