package translate_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/syntax"
	"github.com/privity/privity/internal/translate"
)

func load(t *testing.T, files fstest.MapFS) *model.Model {
	t.Helper()
	p, found := lang.Load(files, lang.Options{})
	if p.Model == nil {
		t.Fatalf("%s: %s", found[0].Summary, found[0].Detail)
	}
	return p.Model
}

// update brings German up to date and returns how much there was to do.
func update(t *testing.T, files fstest.MapFS, names bool) translate.Result {
	t.Helper()
	result, found := translate.Update(files, load(t, files), "de", translate.Options{Names: names, Limits: syntax.DefaultLimits})
	if len(found) > 0 {
		t.Fatalf("%s: %s", found[0].Summary, found[0].Detail)
	}
	for _, f := range result.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Content}
	}
	return result
}

var policyBlock = regexp.MustCompile(`(?m)^policy .*\{$`)

// example reads an example, published in German too.
func example(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	policy := os.DirFS("../../examples/" + name)
	var paths []string
	err := fs.WalkDir(policy, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".hcl") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatal(name, err)
	}
	for _, path := range paths {
		content, err := fs.ReadFile(policy, path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(content), "translation \"") {
			continue // the example's own; here it begins anew
		}
		if !strings.Contains(string(content), "languages") {
			content = policyBlock.ReplaceAll(content, []byte("$0\n  languages = [\"en\", \"de\"]"))
		}
		files[path] = &fstest.MapFile{Data: content}
	}
	return files
}

var blanks = regexp.MustCompile(`""|<<-EOT\n`)

// TestFillingInTranslatesAll holds that what is written, once somebody has put
// words into it, is a translation of the whole policy, and nothing more is
// asked for.
func TestFillingInTranslatesAll(t *testing.T) {
	for _, name := range []string{"quickstart", "monta", "csv_importer", "allotrac", "benetics", "indrive"} {
		t.Run(name, func(t *testing.T) {
			files := example(t, name)
			texts := load(t, files).Tally("de").Texts()
			result := update(t, files, false)
			if result.Missing != texts || texts == 0 {
				t.Errorf("%d texts were added of %d", result.Missing, texts)
			}
			if again := update(t, files, false); len(again.Files) > 0 || again.Missing+again.Changed+again.Pinned > 0 {
				t.Errorf("a second run changes something: %+v", again)
			}
			file := files["translation_de.hcl"]
			file.Data = blanks.ReplaceAllFunc(file.Data, func(empty []byte) []byte {
				if empty[0] == '<' {
					return append(empty, "Wörter\n"...)
				}
				return []byte(`"Wörter"`)
			})
			if got := load(t, files).Tally("de"); got.Translated != texts {
				t.Errorf("filled in: %+v of %d", got, texts)
			}
		})
	}
}

const policy = `policy "acme" {
  title     = "Data policy"
  languages = ["en", "de"]
}

vendor "aws" {
  label = "AWS"
}

data_store "users" {
  label = "Users"
  note  = "Kept by ${vendor.aws.label}."
  uses  = ["caching", "sessions"]
}
`

// TestWorkIsKept holds that what somebody wrote stays, and what it lacks is
// added to it.
func TestWorkIsKept(t *testing.T) {
	files := fstest.MapFS{
		"policy.hcl": {Data: []byte(policy)},
		"german.hcl": {Data: []byte(`# Checked by the team in Berlin.
translation "de" { of = policy.acme }

translation "de" {
  of    = data_store.users
  label = "Nutzer" # not Benutzer

  sources = { label = "00000000" }
}
`)},
	}
	result := update(t, files, false)
	want := `# Checked by the team in Berlin.
translation "de" {
  of = policy.acme

  # Data policy
  title = ""

  sources = {
    title = "3c81591f"
  }
}

translation "de" {
  of = data_store.users
  # It was changed; 165f33e3 is now:
  # Users
  label = "Nutzer" # not Benutzer

  uses = [
    "", # caching
    "", # sessions
  ]

  # Kept by ${vendor.aws.label}.
  note = ""

  sources = { label = "00000000", uses = "2f75e6ff", note = "` + model.Digest(model.String("Kept by AWS.")) + `" }
}
`
	if diff := cmp.Diff(want, string(files["german.hcl"].Data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(result.Files) != 1 || result.Missing != 3 || result.Changed != 1 {
		t.Errorf("%d files, %d texts missing, %d changed", len(result.Files), result.Missing, result.Changed)
	}
	if again := update(t, files, false); len(again.Files) > 0 {
		t.Errorf("a second run changes %s", again.Files[0].Content)
	}
}

// TestDigestsAreAdded holds that a translation without a digest gets that of
// the text as it stands, and one without words that of the latest text.
func TestDigestsAreAdded(t *testing.T) {
	files := fstest.MapFS{
		"policy.hcl": {Data: []byte(policy)},
		"translation_de.hcl": {Data: []byte(`translation "de" {
  of    = data_store.users
  label = ""
  uses  = ["Zwischenspeichern", "Sitzungen"]

  sources = {
    label = "00000000", # of long ago
  }
}
`)},
	}
	result := update(t, files, false)
	got := string(files["translation_de.hcl"].Data)
	for _, part := range []string{`label = "165f33e3", # of long ago`, `uses  = "2f75e6ff"`, "# It was changed; 165f33e3 is now:\n  # Users\n  label = \"\"", "of = policy.acme"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q does not stand in\n%s", part, got)
		}
	}
	if result.Pinned != 1 || result.Changed != 1 {
		t.Errorf("%+v", result)
	}
	load(t, files)
	if again := update(t, files, false); len(again.Files) > 0 {
		t.Errorf("a second run changes %s", again.Files[0].Content)
	}
}

func TestProperNames(t *testing.T) {
	files := fstest.MapFS{"policy.hcl": {Data: []byte(policy)}}
	update(t, files, false)
	if strings.Contains(string(files["translation_de.hcl"].Data), "vendor.aws\n") {
		t.Error("a company's name is to be translated, which nobody asked for")
	}
	if result := update(t, files, true); result.Missing != 1 || !strings.Contains(string(files["translation_de.hcl"].Data), "of = vendor.aws\n") {
		t.Errorf("with names, %d texts are missing", result.Missing)
	}
}

// TestModules holds that a translation that stands in a module is kept up to
// date there, once, however often the module is used.
func TestModules(t *testing.T) {
	files := fstest.MapFS{
		"policy.hcl": {Data: []byte(`policy "acme" {
  title     = "Data policy"
  languages = ["en", "de"]
}

module "hosting" {
  source   = "./hosting"
  for_each = ["eu", "us"]
}
`)},
		"hosting/main.hcl": {Data: []byte(`data_store "users" {
  label = "Users"
  note  = "Kept here."
}

translation "de" {
  of    = data_store.users
  label = "Nutzer"
}
`)},
	}
	update(t, files, false)
	got := string(files["hosting/main.hcl"].Data)
	if strings.Count(got, "note = \"\"") != 1 || strings.Count(got, "sources") != 1 {
		t.Errorf("the module became\n%s", got)
	}
	if strings.Contains(string(files["translation_de.hcl"].Data), "users") {
		t.Error("the store is translated outside its module too")
	}
	load(t, files)
	if again := update(t, files, false); len(again.Files) > 0 {
		t.Errorf("a second run changes %s", again.Files[0].Content)
	}
}

func TestFileFor(t *testing.T) {
	if got := translate.FileFor("pt-BR"); got != "translation_pt_br.hcl" {
		t.Error(got)
	}
}
