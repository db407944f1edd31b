package render_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
)

// TestLayoutsStateEverything holds each layout to leave out nothing of what a policy
// declares, and to make pages that are sound.
func TestLayoutsStateEverything(t *testing.T) {
	for _, tt := range policies {
		for _, layout := range schema.Layout.Names() {
			t.Run(tt.name+"/"+layout, func(t *testing.T) {
				t.Parallel()
				m := laidOut(t, tt.load(t), layout)
				docs := render.Documents(m)
				if err := tree.Check(docs...); err != nil {
					t.Error(err)
				}
				for _, s := range docs[0].Sections {
					if s.ID == "further-details" {
						for _, f := range tree.Facts(&tree.Document{Sections: []*tree.Section{s}}) {
							t.Errorf("no section of the layout states %s", f.ID())
						}
					}
				}
			})
		}
	}
}

// laidOut is a policy whose own page has a layout, and nothing else said of it.
func laidOut(t *testing.T, m *model.Model, layout string) *model.Model {
	t.Helper()
	p, _ := lang.Load(fstest.MapFS{"a.hcl": {Data: []byte("policy \"p\" {\n  title = \"P\"\n  organization = organization.o\n}\norganization \"o\" {}\ndocument \"index\" {\n  layout = \"" + layout + "\"\n}\n")}}, lang.Options{})
	var blocks []*model.Block
	for _, b := range m.Blocks() {
		if b.Kind() != "document" {
			blocks = append(blocks, b)
		}
	}
	return model.New(append(blocks, p.Model.Lookup("document.index")))
}

// TestLayoutsAreKnown holds every layout to be named in the schema, every part to be
// shown by each but those that repeat others, and no section to have two names.
func TestLayoutsAreKnown(t *testing.T) {
	repeats := map[string]bool{"glance": true, "decisions": true, "exceptions": true, "waivers": true}
	if len(schema.Layouts) != len(schema.Layout.Values) {
		t.Errorf("%d layouts, %d words for them", len(schema.Layouts), len(schema.Layout.Values))
	}
	for _, layout := range schema.Layout.Names() {
		shown, named := map[string]bool{}, map[string]bool{}
		for _, s := range schema.Layouts[layout] {
			if named[s.Name] || strings.ToLower(s.Name) != s.Name {
				t.Errorf("%s: the section %q", layout, s.Name)
			}
			named[s.Name] = true
			for _, part := range s.Shows {
				if shown[part] || !schema.Part.Has(part) {
					t.Errorf("%s shows %q twice, or there is no such part", layout, part)
				}
				shown[part] = true
			}
		}
		for _, part := range schema.Part.Names() {
			if !shown[part] && !repeats[part] {
				t.Errorf("%s does not show %q", layout, part)
			}
		}
	}
}
