package site

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	source "github.com/privity/privity/examples"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
)

const documentsPage = "../../docs/documents.md"

// TestDocumentsPage builds each example of the page on documents with the policy that
// init writes, and holds what it prints to what the page shows.
func TestDocumentsPage(t *testing.T) {
	content, err := os.ReadFile(documentsPage)
	if err != nil {
		t.Fatal(err)
	}
	var pages string
	shown := 0
	for _, block := range fenced(string(content)) {
		switch block.language {
		case "hcl":
			pages = pagesWith(t, block.text)
		case "markdown":
			shown++
			if !strings.Contains(pages, block.text) {
				t.Errorf("no page has\n%s\nbut there is\n%s", block.text, pages)
			}
		}
	}
	if shown < 5 {
		t.Errorf("the page shows %d results", shown)
	}
	for layout := range schema.Layouts {
		for _, name := range schema.LayoutSections(layout) {
			if !strings.Contains(string(content), "`"+name+"`") {
				t.Errorf("the page does not name the section %s of the layout %s", name, layout)
			}
		}
	}
}

type fence struct{ language, text string }

// fenced are the blocks of code of a Markdown text.
func fenced(text string) []fence {
	var blocks []fence
	for i, part := range strings.Split(text, "\n```") {
		if i%2 == 1 {
			language, code, _ := strings.Cut(part, "\n")
			blocks = append(blocks, fence{language, code})
		}
	}
	return blocks
}

// pagesWith are the pages, in Markdown, of the policy that init writes with one more
// file.
func pagesWith(t *testing.T, hcl string) string {
	t.Helper()
	files := fstest.MapFS{"pages.hcl": {Data: []byte(hcl + "\n")}}
	names, err := fs.Glob(quickstart(), "*.hcl")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(quickstart(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: content}
	}
	policy, found := lang.Load(files, lang.Options{})
	if len(found) > 0 {
		t.Fatalf("%s: %s (%s)\n%s", found[0].Code, found[0].Summary, found[0].Detail, hcl)
	}
	var pages strings.Builder
	for _, file := range build(t, policy.Model) {
		if strings.HasSuffix(file.Path, ".md") {
			pages.Write(file.Content)
		}
	}
	return pages.String()
}

func quickstart() fs.FS { return source.Quickstart() }
