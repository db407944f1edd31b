package site

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/output"
)

// twoLanguages is a policy of which some texts are translated, one is not, and one
// was before it changed.
const twoLanguages = `
policy "acme" {
  title               = "Data policy"
  languages           = ["en", "de", "de", "sv"]
  prevailing_language = "en"
}
data_store "cache" {
  label = "cache"
  uses  = ["quick answers"]
  note  = "It is emptied at night."
}
data_store "files" {
  label = "file store"
}
translation "de" {
  of      = policy.acme
  title   = "Datenrichtlinie"
  sources = { title = "3c81591f" }
}
translation "de" {
  of      = data_store.cache
  label   = "Zwischenspeicher"
  uses    = ["rasche Antworten"]
  note    = "Er wird nachts geleert."
  sources = { label = "00000000" }
}
`

func compile(t *testing.T, hcl string) *model.Model {
	t.Helper()
	policy, found := lang.Load(fstest.MapFS{"main.hcl": {Data: []byte(hcl)}}, lang.Options{})
	if policy.Model == nil || found.HasErrors() {
		t.Fatal(found)
	}
	return policy.Model
}

func byPath(t *testing.T, files []output.File) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, f := range files {
		if _, twice := all[f.Path]; twice {
			t.Errorf("%s is there twice", f.Path)
		}
		all[f.Path] = string(f.Content)
	}
	return all
}

// TestLanguages holds the pages in several languages to say which they are in, to lead
// to each other, and to admit what is not translated.
func TestLanguages(t *testing.T) {
	files := byPath(t, build(t, compile(t, twoLanguages)))
	for path, wanted := range map[string][]string{
		"index.html": {
			`<html lang="en">`, `<link rel="alternate" hreflang="de" href="de/index.html">`, `<a href="de/index.html" hreflang="de" lang="de">Deutsch</a>`,
			"Where translations differ, the text in English holds.",
		},
		"index.md": {"[Deutsch](de/index.md)"},
		"de/index.html": {
			`<html lang="de">`, `<link rel="alternate" hreflang="en" href="../index.html">`, `<a href="../index.html" hreflang="en" lang="en">English</a>`,
			`<link rel="stylesheet" href="assets/style.css">`, `<a class="skip" href="#page-main">Zum Inhalt springen</a>`,
			`<h1>Datenrichtlinie</h1>`, `<span lang="en">File store</span> [en]`, "Rasche Antworten", "Er wird nachts geleert.",
			"auf dieser Seite: 1. Sie stehen in der Ausgangssprache (Englisch) und tragen das Zeichen [en].",
			"Veraltete Übersetzungen auf dieser Seite, deren Ausgangstext sich seither geändert hat: 1.", `<span lang="en">Cache</span> [en]`,
			"Bei Abweichungen zwischen den Sprachfassungen ist die englische Fassung maßgeblich.",
		},
		"de/index.md":          {"[English](../index.md)", "Noch nicht übersetzte Texte"},
		"de/data-map.svg":      {"Wohin Daten gelangen", ">Datenspeicher<", "File store [en]"},
		"de/data-map.html":     {"auf dieser Seite: 1. Sie stehen", "Zeichnung einzeln öffnen"},
		"de/assets/style.css":  {"body"},
		"de/subprocessors.csv": {"recipient,company,kind,"},
	} {
		for _, want := range wanted {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s does not say %q:\n%s", path, want, files[path])
			}
		}
	}
	for path, content := range files {
		switch {
		case strings.HasPrefix(path, "sv/"):
			t.Errorf("there is a page in a language without words: %s", path)
		case strings.HasPrefix(path, "de/") && (strings.Contains(content, "Zwischenspeicher") || strings.HasSuffix(path, "manifest.json")):
			t.Errorf("%s has a translation of what the text was before, or is a manifest", path)
		}
	}
}

// TestHeadingsInAnotherLanguage holds the titles of pages and sections that are not
// translated to say so wherever they stand, and to be counted.
func TestHeadingsInAnotherLanguage(t *testing.T) {
	files := byPath(t, build(t, compile(t, `
policy "acme" {
  title     = "Data policy"
  languages = ["en", "de"]
}
document "index" {
  section "scope" {
    title   = "What it covers"
    instead = "All."
  }
  section "more" {
    instead = "All."
  }
}
document "storage" {
  title = "Author's \"stores\""
  section "places" {
    shows = ["locations"]
  }
}
`)))
	for path, wanted := range map[string][]string{
		"de/index.html": {
			`<h1 lang="en">Data policy [en]</h1>`, `<a href="storage.html" lang="en">`, `<span lang="en">What it covers</span> [en]</h2>`,
			`<a href="#scope" lang="en">What it covers [en]</a>`, `<span lang="en">More</span> [en]</h2>`, "auf dieser Seite: 5.",
		},
		"de/index.md":       {"# Data policy \\[en\\]\n"},
		"de/storage.html":   {`<h1 lang="en">Author’s “stores” [en]</h1>`, "auf dieser Seite: 2."},
		"de/retention.html": {`<span lang="en">Data policy</span> [en]</a>`, "auf dieser Seite: 1."},
		"index.html":        {"<h1>Data policy</h1>", `<a href="#scope">`},
	} {
		for _, want := range wanted {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s does not say %q:\n%s", path, want, files[path])
			}
		}
	}
}

// TestOneLanguage holds a policy of one language to have no choice of languages.
func TestOneLanguage(t *testing.T) {
	for path, content := range byPath(t, build(t, compile(t, `policy "acme" { title = "Data policy" }`))) {
		if strings.Contains(content, "hreflang") || strings.Contains(content, "translations differ") || strings.Contains(path, "en/") {
			t.Errorf("%s speaks of languages", path)
		}
	}
}

// TestAPolicyInGerman holds a policy that is written in another language than English
// to have pages in that language at its root, without any word of the frame in English.
func TestAPolicyInGerman(t *testing.T) {
	untranslated, _, _ := strings.Cut(twoLanguages, "translation")
	german := strings.NewReplacer(`["en", "de", "de", "sv"]`, `["de", "en"]`, `prevailing_language = "en"`, `prevailing_language = "de"`,
		"Data policy", "Datenrichtlinie", "\"cache\"\n", "\"Zwischenspeicher\"\n", "quick answers", "rasche Antworten",
		"It is emptied at night.", "Er wird nachts geleert.", "file store", "Dateiablage").Replace(untranslated)
	files := byPath(t, build(t, compile(t, german)))
	for path, wanted := range map[string][]string{
		"index.html":    {`<html lang="de">`, "<h1>Datenrichtlinie</h1>", "Wo Daten gespeichert sind", `href="en/index.html"`},
		"en/index.html": {`<html lang="en">`, "Where data is kept", `<span lang="de">Dateiablage</span> [de]`, "not translated yet: "},
	} {
		for _, want := range wanted {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s does not say %q:\n%s", path, want, files[path])
			}
		}
	}
	for path, content := range files {
		if strings.HasSuffix(path, ".md") && !strings.HasPrefix(path, "en/") {
			holdFree(t, path, content)
		}
	}
}

// TestNothingOfTheFrameIsEnglish holds the pages of an example in other languages to
// have no English word but the author's.
func TestNothingOfTheFrameIsEnglish(t *testing.T) {
	m := load(t, "indrive")
	for _, language := range []string{"de", "fr", "es", "da"} {
		e := edition{model: m, language: language}.opened()
		files, err := e.documents()
		if err != nil {
			t.Fatal(err)
		}
		for path, content := range byPath(t, files) {
			if strings.HasSuffix(path, ".html") {
				holdFree(t, language+" "+path, tags.ReplaceAllString(authored.ReplaceAllString(content, ""), "\n$1"))
			}
		}
	}
}

// authored is what a page in another language has of the author's texts, which nobody
// has translated here: they say their language, or stand in a map or its table.
var authored = regexp.MustCompile(`(?s)<span lang="en">.*?</span>|<div lang="en">.*?</div>|<svg.*?</svg>|<p class="name">.*?</p>|<title>.*?</title>|<h1>.*?</h1>|<tr>\n<th scope="row" data-label="(Von|De|Fra)">.*?</tr>`)

// tags leaves of a page what is read, also aloud.
var tags = regexp.MustCompile(`<[^>]*?(aria-label="[^"]*")?>`)

// englishWords are words that an English text of some length has, and that are none of
// the other languages.
var englishWords = regexp.MustCompile(`(?i)\b(the|and|which|with|this|that|are|not|who|they|their|keeps?|kept|stated|from when)\b`)

func holdFree(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.HasSuffix(strings.TrimSpace(line), "[en]") {
			continue // a heading of the author's, among the contents
		}
		if word := englishWords.FindString(line); word != "" {
			t.Errorf("%s has the English word %q: %s", what, word, line)
		}
	}
}

// TestVersionsInALanguage holds the page of versions, and what each page says of the
// version it belongs to, to be in the language of the other pages, but for the
// descriptions of changes.
func TestVersionsInALanguage(t *testing.T) {
	m := compile(t, twoLanguages)
	log := changelog.New(m, "2026-01-01").
		With(changelog.Version{Published: "2026-01-01", Effective: "2026-01-01"}, "").
		With(changelog.Version{Published: "2026-02-01", Effective: "2026-03-01", Changes: []changelog.Change{
			{Class: "store.added", Materiality: "material", Summary: "A store is new."},
		}}, "1:abc")
	files, err := BuildWith(m, log)
	if err != nil {
		t.Fatal(err)
	}
	all := byPath(t, files)
	for path, wanted := range map[string][]string{
		"changes.md": {"# Changes", "Material changes", "- A store is new.\n", "Published on 1 February 2026, in force from 1 March 2026."},
		"de/changes.html": {
			"<h1>Änderungen</h1>", "Wesentliche Änderungen", `<span lang="en">A store is new.</span> [en]`,
			"Veröffentlicht am 1. Februar 2026, gültig ab 1. März 2026.", "Dies war die erste Fassung.",
		},
		"de/index.md": {"[Fassung 2](changes.md", "veröffentlicht am 1. Februar 2026."},
	} {
		for _, want := range wanted {
			if !strings.Contains(all[path], want) {
				t.Errorf("%s does not say %q:\n%s", path, want, all[path])
			}
		}
	}
}
