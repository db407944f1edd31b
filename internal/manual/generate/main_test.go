package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/manual/showcase"
)

const reference = "../" + repository + "/docs/reference"

// TestReferenceIsGenerated holds the committed reference to the declarations of
// the language, and to the policies whose blocks it shows.
func TestReferenceIsGenerated(t *testing.T) {
	cases, err := showcase.Cases(os.DirFS("../" + repository))
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{}
	for _, p := range manual.Pages(cases) {
		wanted[p.Name] = true
		committed, err := os.ReadFile(filepath.Join(reference, filepath.FromSlash(p.Name)))
		if err != nil {
			t.Error(err)
		} else if string(committed) != p.Text {
			t.Errorf("docs/reference/%s is not what the declarations say; run go generate ./internal/manual", p.Name)
		}
	}
	entries, err := os.ReadDir(filepath.Join(reference, "blocks"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !wanted["blocks/"+e.Name()] {
			t.Errorf("docs/reference/blocks/%s is about no block", e.Name())
		}
	}
}
