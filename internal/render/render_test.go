package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

func names(docs []*tree.Document) string {
	list := make([]string, len(docs))
	for i, d := range docs {
		list[i] = d.Name
	}
	return strings.Join(list, " ")
}

func TestPagesOfNothing(t *testing.T) {
	docs := render.Documents(model.New(nil))
	if err := tree.Check(docs...); err != nil {
		t.Error(err)
	}
	if got := names(docs); got != "index subprocessors retention data-map" {
		t.Errorf("the pages are %s", got)
	}
}

func TestAuthoredPages(t *testing.T) {
	docs := render.Documents(snippet(t, `
data_store "users" { label = "user database" }
data_store "files" { label = "file store" }
retention "r" {
  applies_to = [data_store.files]
  period     = "1 day"
}
document "retention" {
  title = "What we keep"
  section "all" {
    shows = ["retention", "locations"]
  }
}
document "files" {
  numbering = "decimal"
  intro     = "About files."
  section "files" {
    title  = "Files"
    shows  = ["locations", "retention"]
    of     = [data_store.files]
    before = "Before."
    after  = "After."
  }
}`))
	if err := tree.Check(docs...); err != nil {
		t.Error(err)
	}
	if got := names(docs); got != "index subprocessors retention data-map files" {
		t.Fatalf("the pages are %s", got)
	}
	if got := docs[2].Title; got != "What we keep" {
		t.Errorf("the page of periods is headed %q", got)
	}
	files := docs[4]
	if !files.Numbered || files.Title != "Data policy" || len(files.Sections) != 1 {
		t.Fatalf("the page on files is %+v", files)
	}
	text := plain(files)
	for _, want := range []string{"About files.", "Files", "Before.", "After.", "File store", "How long data is kept", "1 day"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page on files does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "User database") {
		t.Errorf("the page on files speaks of another store:\n%s", text)
	}
}

func TestFormats(t *testing.T) {
	m := snippet(t, `
document "index" {
  formats = ["markdown"]
  section "about" { shows = ["about"] }
}`)
	if got := render.Formats(m, "index"); !slices.Equal(got, []string{"markdown"}) {
		t.Errorf("the policy's page is written as %q", got)
	}
	if got := render.Formats(m, "retention"); !slices.Equal(got, []string{"html", "markdown"}) {
		t.Errorf("the page of periods is written as %q", got)
	}
}

// TestWhatAnAuthorLeavesOut holds that a layout cannot hide facts.
func TestWhatAnAuthorLeavesOut(t *testing.T) {
	m := snippet(t, `
requirement "lean" {
  effect  = "forbid"
  actions = ["sell data"]
}
document "index" {
  section "about" { shows = ["about"] }
}`)
	docs := render.Documents(m)
	if left := render.Unstated(m, docs); len(left) != 0 {
		t.Errorf("no page states %s", left[0].ID())
	}
	text := plain(docs[0])
	for _, want := range []string{"Further details", "Requirement: lean", "Rule: this is not done", "Excluded actions: sell data"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q:\n%s", want, text)
		}
	}
}

// TestConditionsInCircles holds that pages come to an end.
func TestConditionsInCircles(t *testing.T) {
	text := pages(t, snippet(t, `
condition "a" { any_of = [condition.b] }
condition "b" { all_of = [condition.a, condition.c] }
condition "c" { not = condition.c }
requirement "r" {
  effect  = "forbid"
  actions = ["sell data"]
  when    = [condition.a, condition.c]
}`))
	if want := "We do not sell data when “a” applies or “c” applies."; !strings.Contains(text, want) {
		t.Errorf("no page says %q:\n%s", want, text)
	}
}

func TestTheSamePagesEveryTime(t *testing.T) {
	first := pages(t, world(t))
	for range 3 {
		if pages(t, world(t)) != first {
			t.Fatal("two runs gave different pages")
		}
	}
}

// plain is the text of a document, a line for each piece.
func plain(doc *tree.Document) string {
	var b strings.Builder
	tree.Walk(doc, func(n tree.Inline) {
		switch n := n.(type) {
		case tree.Plain:
			b.WriteString(string(n))
		case tree.Code:
			b.WriteString(string(n))
		}
	})
	tree.Blocks(doc, func(block tree.Block) {
		if p, ok := block.(*tree.Prose); ok {
			b.WriteString("\n" + p.Markdown)
		}
	})
	return b.String()
}

// TestPagesWithoutSections holds that a document block without any changes a page as
// a whole, and leaves what is generated.
func TestPagesWithoutSections(t *testing.T) {
	docs := render.Documents(snippet(t, `
vendor "desk" { label = "Helpdesk" }
subprocessor "desk" {
  label  = "Helpdesk"
  vendor = vendor.desk
}
data_store "files" {
  label = "file store"
  retention { period = "1 day" }
}
document "retention" {
  title     = "What we keep"
  intro     = "All of it."
  numbering = "decimal"
  formats   = ["html"]
}
document "more" {
  title = "More of it"
}`))
	if err := tree.Check(docs...); err != nil {
		t.Error(err)
	}
	index, kept := plain(docs[0]), plain(docs[2])
	for _, want := range []string{"File store", "1 day", "All of it."} {
		if !strings.Contains(kept, want) {
			t.Errorf("the page of periods does not say %q:\n%s", want, kept)
		}
	}
	if docs[2].Title != "What we keep" || !docs[2].Numbered {
		t.Errorf("the page of periods is headed %q, numbered %t", docs[2].Title, docs[2].Numbered)
	}
	if want := "See also: Recipients of data, What we keep, Data map and More of it."; !strings.Contains(index, want) {
		t.Errorf("the policy's page does not say %q:\n%s", want, index)
	}
	for _, never := range []string{"belongs to the policy", "Further details"} {
		if strings.Contains(index+kept, never) {
			t.Errorf("a page says %q", never)
		}
	}
}
