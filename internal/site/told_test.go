package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/changelog"
	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
)

// edited is an example of which some texts were replaced.
func edited(t *testing.T, name string, replace map[string]string) *model.Model {
	t.Helper()
	dir, files := os.DirFS(filepath.Join(examples, name)), fstest.MapFS{}
	names, err := fs.Glob(dir, "*.hcl")
	if err != nil {
		t.Fatal(err)
	}
	left := len(replace)
	for _, file := range names {
		text, err := fs.ReadFile(dir, file)
		if err != nil {
			t.Fatal(err)
		}
		for old, now := range replace {
			if strings.Contains(string(text), old) {
				text = []byte(strings.Replace(string(text), old, now, 1))
				left--
			}
		}
		files[file] = &fstest.MapFile{Data: text}
	}
	if left != 0 {
		t.Fatalf("of %d texts, %d are not there", len(replace), left)
	}
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil || found.HasErrors() {
		t.Fatal(found)
	}
	return policy.Model
}

// published is the changelog of two versions.
func published(before, after *model.Model) *changelog.Log {
	changes := changelog.ChangesOf(compare.Compare(before, after, compare.Options{AsOf: "2026-03-01"}))
	return changelog.New(before, "2026-01-01").
		With(changelog.Version{Published: "2026-01-01", Effective: "2026-01-01"}, "").
		With(changelog.Version{Published: "2026-02-01", Effective: "2026-03-01", Changes: changes}, "1:abc")
}

// TestChangesInGerman holds the German site of a policy that is written in English to
// tell in German what a version changed, on the page of versions and in its feeds.
func TestChangesInGerman(t *testing.T) {
	after := edited(t, "monta", map[string]string{
		`period = "30 days"`:       `period = "6 months"`,
		`country           = "IE"`: `country           = "US"`,
		`"Vorname",`:               `"Rufname",`,
		`subprocessor "pubnub" {`:  "subprocessor \"intercom_chat\" {\n  label = \"Intercom Chat\"\n  countries = [\"IN\"]\n  engagement \"chat\" {\n    purposes = [purpose.user_chat]\n    data = [category.chat_message]\n  }\n}\n\nsubprocessor \"pubnub\" {",
	})
	files, err := BuildWith(after, published(load(t, "monta"), after))
	if err != nil {
		t.Fatal(err)
	}
	all := byPath(t, files)
	for path, wanted := range map[string][]string{
		"de/changes.html": {
			"Neuer Empfänger · ", "Ort der Verarbeitung: Indien (außerhalb des Europäischen Wirtschaftsraums, ohne Angemessenheitsbeschluss)",
			"Längere Speicherdauer · PubNub (", ": 30 Tage → 6 Monate</li>",
			"Ort der Daten geändert · Aurora – Ort (neu): Vereinigte Staaten (außerhalb des Europäischen Wirtschaftsraums); Ort (entfallen): Irland",
			`<span lang="en">Intercom Chat</span> [en]`, "Noch nicht übersetzte Texte des Verfassers auf dieser Seite: 1.",
			"ist die englische Fassung maßgeblich.", `href="feed.atom"`, "Atom-Feed",
		},
		"de/feed.atom": {
			`xml:lang="de"`, `label="Längere Speicherdauer"`, "Änderungen an „Datenschutzrichtlinie von Monta“", `href="feed.atom"`,
			"&lt;span lang=&#34;en&#34;&gt;Intercom Chat&lt;/span&gt; [en]", "Veröffentlicht am 1. Februar 2026, gültig ab 1. März 2026.",
		},
		"de/subprocessors.html": {`href="subprocessors.atom"`},
		"de/subprocessors.atom": {"Empfänger von Daten: „Datenschutzrichtlinie von Monta“", "Neuer Empfänger · "},
		"feed.atom":             {`xml:lang="en"`, "Changes of “Monta data policy”", "now kept for 6 months, not for 30 days."},
		"changes.md":            {"now kept for 6 months, not for 30 days."},
	} {
		for _, want := range wanted {
			if !strings.Contains(all[path], want) {
				t.Errorf("%s does not say %q:\n%s", path, want, all[path])
			}
		}
	}
	for _, path := range []string{"de/changes.html", "de/feed.atom", "de/subprocessors.atom"} {
		text := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`).Replace(all[path])
		holdFree(t, path, tags.ReplaceAllString(authored.ReplaceAllString(text, ""), "\n$1"))
	}
	if all["de/feed.atom"] == "" || idOf(all["de/feed.atom"]) == idOf(all["feed.atom"]) {
		t.Error("the feeds of two languages have one identifier")
	}
}

func idOf(feed string) string {
	_, rest, _ := strings.Cut(feed, "<id>")
	id, _, _ := strings.Cut(rest, "</id>")
	return id
}

// TestALanguageThatIsAddedLater holds pages in a language that earlier versions did not
// have to tell of these in English, and to admit it.
func TestALanguageThatIsAddedLater(t *testing.T) {
	const one = `
policy "acme" {
  title     = "Data policy"
  languages = [LANGUAGES]
}
data_store "cache" {
  label = "cache"

  retention {
    period = "PERIOD"
  }
}
`
	policy := func(languages, period string) *model.Model {
		return compile(t, strings.NewReplacer("LANGUAGES", languages, "PERIOD", period).Replace(one))
	}
	first, second, third := policy(`"en"`, "1 month"), policy(`"en"`, "2 months"), policy(`"en", "fr"`, "4 months")
	log := published(first, second).With(changelog.Version{
		Published: "2026-04-01", Effective: "2026-04-01", Changes: changelog.ChangesOf(compare.Compare(second, third, compare.Options{})),
	}, "2:abc")
	text, err := log.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if log, err = changelog.Decode(text); err != nil { // as the next version reads it
		t.Fatal(err)
	}
	files, err := BuildWith(third, log)
	if err != nil {
		t.Fatal(err)
	}
	page := byPath(t, files)["fr/changes.md"]
	for _, want := range []string{
		"Durée de conservation plus longue · Cache \\[en\\] – Durée de conservation : 2 mois → 4 mois",
		"- The cache: now kept for 2 months, not for 1 month. \\[en\\]",
		"Certaines modifications sont décrites en anglais et portent la marque \\[en\\].",
	} {
		if !strings.Contains(strings.ReplaceAll(page, "\u00a0", " "), want) {
			t.Errorf("fr/changes.md does not say %q:\n%s", want, page)
		}
	}
}

// TestChangesOfAPolicyInGerman holds a policy that is written in German to have its
// changes told in German at its root, and in entries on its English pages.
func TestChangesOfAPolicyInGerman(t *testing.T) {
	policy := func(period string) *model.Model {
		return compile(t, strings.ReplaceAll(`
policy "acme" {
  title     = "Datenrichtlinie"
  languages = ["de", "en"]
}
data_store "cache" {
  label = "Zwischenspeicher"

  retention {
    period = "PERIOD"
  }
}
`, "PERIOD", period))
	}
	files, err := BuildWith(policy("1 year"), published(policy("2 years"), policy("1 year")))
	if err != nil {
		t.Fatal(err)
	}
	all := byPath(t, files)
	for path, want := range map[string]string{
		"changes.md":    "- Kürzere Speicherdauer · Zwischenspeicher – Speicherdauer: 2 Jahre → 1 Jahr",
		"en/changes.md": "- Kept for a shorter time · Zwischenspeicher \\[de\\] – Kept for: 2 years → 1 year",
		"feed.atom":     "Änderungen an „Datenrichtlinie“",
	} {
		if !strings.Contains(all[path], want) {
			t.Errorf("%s does not say %q:\n%s", path, want, all[path])
		}
	}
	holdFree(t, "changes.md", all["changes.md"])
}
