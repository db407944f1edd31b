package render_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/markdown"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

const everyBlock = "every block of the schema"

var policies = []struct {
	name string
	load func(testing.TB) *model.Model
}{
	{everyBlock, world},
	{"monta", func(t testing.TB) *model.Model { return example(t, "monta") }},
	{"csv_importer", func(t testing.TB) *model.Model { return example(t, "csv_importer") }},
	{"quickstart", func(t testing.TB) *model.Model { return example(t, "quickstart") }},
}

// TestEveryFactIsStated holds the parts of the pages to state every attribute by
// themselves: what they leave out would be printed under "Further details".
func TestEveryFactIsStated(t *testing.T) {
	for _, tt := range policies {
		t.Run(tt.name, func(t *testing.T) {
			m := tt.load(t)
			docs := render.Documents(m)
			for _, f := range render.Unstated(m, docs) {
				t.Errorf("no page states %s", f.ID())
			}
			for _, s := range docs[0].Sections {
				if s.ID != "further-details" {
					continue
				}
				for _, f := range tree.Facts(&tree.Document{Sections: []*tree.Section{s}}) {
					t.Errorf("%s is stated under “Further details” only", f.ID())
				}
			}
		})
	}
}

// TestEveryFactIsAnEntry is TestEveryFactIsStated for the pages that are made of
// entries, in each language.
func TestEveryFactIsAnEntry(t *testing.T) {
	for _, tt := range policies {
		m := tt.load(t)
		for _, language := range locale.Tongues() {
			t.Run(tt.name+" in "+language, func(t *testing.T) {
				t.Parallel()
				docs := entries(m, language)
				for _, f := range render.Unstated(m, docs) {
					t.Errorf("no page states %s", f.ID())
				}
				for _, s := range docs[0].Sections {
					if s.ID == "further-details" {
						for _, f := range tree.Facts(&tree.Document{Sections: []*tree.Section{s}}) {
							t.Errorf("%s is stated in no part of its own", f.ID())
						}
					}
				}
				if err := tree.Check(docs...); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// entries are the pages of a policy as entries. English ones are those of a policy
// that is written in another language.
func entries(m *model.Model, language string) []*tree.Document {
	if language == "en" {
		language = "en-IE"
	}
	return render.In(m, language).Documents()
}

// TestTheSchemaIsCovered keeps the policy of all examples what its name says.
func TestTheSchemaIsCovered(t *testing.T) {
	set := map[*schema.Attr]bool{}
	world(t).Facts(func(f model.Fact) { set[f.Attr.Schema] = true })
	seen := map[*schema.Block]bool{}
	var walk func(b *schema.Block)
	walk = func(b *schema.Block) {
		if seen[b] || !b.Describes() {
			return
		}
		seen[b] = true
		for _, a := range b.Attrs {
			if !set[a] {
				t.Errorf("no example sets %s.%s", b.Name, a.Name)
			}
		}
		for _, n := range b.Blocks {
			walk(n)
		}
	}
	for _, b := range schema.Blocks {
		walk(b)
	}
}

// TestPagesAreSound holds the pages to what every document has to be.
func TestPagesAreSound(t *testing.T) {
	for _, tt := range policies {
		t.Run(tt.name, func(t *testing.T) {
			if err := tree.Check(render.Documents(tt.load(t))...); err != nil {
				t.Error(err)
			}
		})
	}
}

// pages is all that is published of a policy, as text, and in which formats.
func pages(t testing.TB, m *model.Model) string {
	t.Helper()
	return written(m, render.Documents(m))
}

func written(m *model.Model, docs []*tree.Document) string {
	var out bytes.Buffer
	for _, doc := range docs {
		out.Write(markdown.Encode(doc, markdown.Options{Pages: docs}))
		fmt.Fprintf(&out, "\f%q", render.Formats(m, doc.Name))
	}
	return out.String()
}
