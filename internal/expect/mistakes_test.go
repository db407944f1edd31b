package expect

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/diag"
)

const mistakes = "../../testdata/mistakes"

// fewestMistakes is how many archives there have to be, so that a move of the
// folder cannot make the test pass by testing nothing.
const fewestMistakes = 60

func TestMistakes(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(mistakes, "*.txtar"))
	if err != nil || len(names) < fewestMistakes {
		t.Fatalf("%d archives in %s, want at least %d (%v)", len(names), mistakes, fewestMistakes, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			wants := Wants(archive)
			if len(wants) == 0 {
				t.Fatal("the archive wants no finding")
			}
			found := Findings(archive)
			for _, d := range Differences(wants, found) {
				t.Error(d)
			}
			for _, d := range found {
				if d.Detail == "" {
					t.Errorf("%s %s: says neither why nor what to do", d.Code, d.Summary)
				}
			}
		})
	}
}

// prelude is what the examples of the pages may refer to.
var prelude = txtar.File{Name: "prelude.hcl", Data: []byte(`policy "example" {
  title        = "Example"
  organization = organization.acme
}
organization "acme" {
  legal_name = "Acme Ltd"
}
vendor "aws" {
  label = "AWS"
}
region "ireland" {
  vendor  = vendor.aws
  code    = "eu-west-1"
  country = "IE"
}
data_store "example" {
  regions = [region.ireland]
}
`)}

// TestPages compiles the wrong and the right example of every page. What no
// small example can show is tested elsewhere.
func TestPages(t *testing.T) {
	for _, code := range diag.Codes() {
		wrong, right, ok := diag.Examples(code)
		if !ok {
			t.Errorf("%s: the page lacks an example", code)
		}
		t.Run(string(code)+"/wrong", func(t *testing.T) { compile(t, wrong) })
		t.Run(string(code)+"/right", func(t *testing.T) { compile(t, right) })
	}
}

func compile(t *testing.T, example diag.Example) {
	var archive *txtar.Archive
	switch example.Form {
	case "hcl":
		archive = &txtar.Archive{Files: []txtar.File{{Name: "example.hcl", Data: []byte(example.Text)}}}
	case "txtar":
		archive = txtar.Parse([]byte(example.Text))
	default:
		t.Skip("not a policy")
	}
	if !strings.Contains(example.Text, "policy \"") {
		archive.Files = append(archive.Files, prelude)
	}
	for _, d := range Differences(Wants(archive), Findings(archive)) {
		t.Error(d)
	}
}
