package schema

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the language has into testdata, for a version that is not published yet")

// TestNothingIsTakenBack holds the language to what its versions had: whatever a
// manifest of one of them may hold is still there, and nothing that it may lack has
// become required. There may be more.
func TestNothingIsTakenBack(t *testing.T) {
	has := inventory()
	if *update {
		if err := os.WriteFile(inventoryOf(Version), []byte(strings.Join(has, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	now := map[string]bool{}
	for _, line := range has {
		now[line] = true
	}
	for _, version := range Versions {
		had, err := os.ReadFile(inventoryOf(version))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(had)) {
			if line = strings.TrimSuffix(line, "\n"); !now[line] {
				t.Errorf("version %s had %q, and manifests of it may; keep it, or, while that version is not published, run go test ./internal/schema -update", version, line)
			}
		}
	}
}

// TestVersions holds that everything came with one of the versions.
func TestVersions(t *testing.T) {
	if Versions[len(Versions)-1] != Version {
		t.Errorf("the last of %v is not %s", Versions, Version)
	}
	known := map[string]bool{}
	for _, v := range Versions {
		known[v] = true
	}
	walk(func(path string, b *Block) {
		if !known[b.Since] {
			t.Errorf("%s came with version %q", path, b.Since)
		}
		for _, a := range b.Attrs {
			if !known[a.Since] {
				t.Errorf("%s.%s came with version %q", path, a.Name, a.Since)
			}
		}
	})
}

func inventoryOf(version string) string { return filepath.Join("testdata", "language_"+version+".txt") }

// forms are the names of kinds of value, which stay whatever they are called
// elsewhere.
var forms = map[Kind]string{
	Text: "text", Markdown: "markdown", Bool: "bool", Number: "number", Count: "count", OneOf: "word", Duration: "duration",
	Frequency: "frequency", Date: "date", Country: "country", Territory: "territory", Language: "language", Email: "email",
	URL: "url", Ref: "reference", Address: "address", Any: "any",
}

// inventory lists what a manifest may hold, a line each: blocks, what an attribute
// takes, whether it may be left out.
func inventory() []string {
	var lines []string
	walk(func(path string, b *Block) {
		if b.Group == Composition {
			return
		}
		lines = append(lines, path)
		for _, a := range b.Attrs {
			of := path + "." + a.Name
			form := of + ": " + forms[a.Type.Kind]
			if a.Type.List {
				form += ", a list"
			}
			lines = append(lines, form)
			if !a.Required {
				lines = append(lines, of+" may be left out")
			}
			if a.Type.Enum != nil {
				for _, word := range a.Type.Enum.Names() {
					lines = append(lines, of+" = "+word)
				}
			}
			for _, target := range a.Type.Targets {
				lines = append(lines, of+" may name a "+target)
			}
		}
	})
	return lines
}
