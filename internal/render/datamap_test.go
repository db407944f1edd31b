package render_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/graph"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

func TestDataMap(t *testing.T) {
	g := render.New(snippet(t, `
policy "p" {
  title        = "Data policy"
  organization = organization.acme
}
organization "acme" { label = "Acme" }
actor "user" {
  label = "user"
  kind  = "data_subject"
}
region "ie" { country = "IE" }
data_store "users" {
  label      = "user database"
  uses       = ["profiles"]
  holds      = [category.name]
  regions    = [region.ie]
  managed_by = subprocessor.dba
}
subprocessor "dba" { label = "DBA" }
subprocessor "push" {
  label     = "Push"
  vendor    = vendor.google
  countries = ["US"]
  engagement "push" {
    purposes = [purpose.push]
    when     = [condition.allowed]
    shares_with "apple" {
      vendor = vendor.apple
    }
  }
}
vendor "google" { label = "Google" }
vendor "apple" { label = "Apple" }
flow "upload" {
  label = "Upload"
  from  = [actor.user]
  to    = [data_store.users]
}`)).DataMap()
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	var got []string
	labels := map[string]string{}
	for _, n := range g.Nodes {
		labels[n.ID] = n.Label
		got = append(got, fmt.Sprintf("%s %s [%s] %s", n.Kind, n.Label, n.Detail, n.Group))
	}
	for _, e := range g.Edges {
		got = append(got, fmt.Sprintf("%s -> %s: %s %t", labels[e.From], labels[e.To], e.Label, e.Dashed))
	}
	want := []string{
		"system Acme [] ", "person User [] ", "store User database [profiles] Ireland", "recipient DBA [] ",
		"recipient Push [Google] United States", "recipient Apple [] ",
		"User -> User database: Upload false",
		"User database -> DBA: managed by false", "Acme -> Push: push true", "Push -> Apple: passed on false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestDataMapDerivesNoMoreThanIsSaid holds arrows to what flows and collections say:
// where a flow leads into a store, nothing else is known to.
func TestDataMapDerivesNoMoreThanIsSaid(t *testing.T) {
	g := render.New(snippet(t, `
actor "customer" { label = "customer" }
actor "user" { label = "user" }
right "access" {
  kind   = "access"
  holder = [actor.customer]
}
system "servers" { label = "our servers" }
subprocessor "ai" {
  label = "AI Co"
  engagement "answers" {
    data = [category.text]
  }
  engagement "drawing" {
    label = "drawing pictures"
  }
}
category "text" { label = "text" }
category "upload" { label = "upload" }
data_store "files" {
  label = "files"
  holds = [category.upload]
}
flow "upload" {
  label = "Upload"
  from  = [actor.user]
  to    = [data_store.files, subprocessor.ai]
  data  = [category.text]
  step "send" {
    action = "send the data"
    target = [system.servers]
  }
}
flow "import" {
  label = "Import"
  from  = [actor.user]
  to    = [data_store.files]
  step "send" {
    action = "send the data"
    target = [system.servers]
  }
  step "write" {
    action = "write the data"
    from   = [system.servers]
    target = [data_store.files]
  }
}`)).DataMap()
	labels := map[string]string{}
	for _, n := range g.Nodes {
		labels[n.ID] = n.Label
	}
	var got []string
	for _, e := range g.Edges {
		got = append(got, labels[e.From]+" -> "+labels[e.To]+": "+e.Label)
	}
	want := []string{
		"User -> Files: text", "User -> AI Co: text", "User -> Our servers: text",
		"User -> Our servers: Import", "Our servers -> Files: Import", "Us -> AI Co: drawing pictures",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// many is a policy with so many stores, of two companies in one country each.
func many(stores int) string {
	var b strings.Builder
	b.WriteString(`
vendor "a" { label = "A" }
vendor "b" { label = "B" }
region "ie" { country = "IE" }
region "us" { country = "US" }
`)
	for i := range stores {
		company, place := "a", "ie"
		if i%3 == 0 {
			company, place = "b", "us"
		}
		fmt.Fprintf(&b, "data_store \"s%d\" {\n  vendor = vendor.%s\n  regions = [region.%s]\n}\n", i, company, place)
	}
	return b.String()
}

func TestLargeDataMapIsCollapsed(t *testing.T) {
	g := render.New(snippet(t, many(90))).DataMap()
	var got []string
	for _, n := range g.Nodes {
		if n.Kind == graph.Store {
			got = append(got, n.Label+": "+n.Detail)
		}
	}
	if want := []string{"B: 30 data stores", "A: 60 data stores"}; !slices.Equal(got, want) {
		t.Errorf("stores are drawn as %q, want %q", got, want)
	}
	if len(g.Edges) != 2 {
		t.Errorf("%d arrows, want one for each company", len(g.Edges))
	}
}

func TestHugeDataMapIsATable(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "data_store \"s%d\" {\n  vendor = vendor.v%d\n}\nvendor \"v%d\" { label = \"V%d\" }\n", i, i, i, i)
	}
	docs := render.Documents(snippet(t, b.String()))
	for _, doc := range docs {
		if doc.Name != "data-map" {
			continue
		}
		figures, rows := 0, 0
		tree.Blocks(doc, func(b tree.Block) {
			switch b := b.(type) {
			case *tree.Figure:
				figures++
			case *tree.Table:
				rows += len(b.Rows)
			}
		})
		if figures != 0 || rows != 200 {
			t.Errorf("%d pictures and %d rows, want none and 200", figures, rows)
		}
	}
}

// TestFlowBetweenMany holds the number of arrows to that of the ends of a flow,
// not to that of their pairs.
func TestFlowBetweenMany(t *testing.T) {
	var from, to strings.Builder
	for i := range 20 {
		fmt.Fprintf(&from, "system.a%d, ", i)
		fmt.Fprintf(&to, "system.b%d, ", i)
	}
	g := render.New(snippet(t, fmt.Sprintf("flow \"f\" {\n  from = [%s]\n  to = [%s]\n}", from.String(), to.String()))).DataMap()
	if len(g.Edges) != 40 {
		t.Errorf("%d arrows, want 40", len(g.Edges))
	}
}

func TestDrawingIsWrittenOnce(t *testing.T) {
	a, b := pictures(t), pictures(t)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("two drawings of one policy differ, or there is none")
	}
}

func pictures(t *testing.T) []byte {
	t.Helper()
	var svg []byte
	for _, doc := range render.Documents(example(t, "monta")) {
		tree.Blocks(doc, func(b tree.Block) {
			if f, ok := b.(*tree.Figure); ok {
				svg = append(svg, f.SVG...)
			}
		})
	}
	return svg
}

// TestEnormousDataMapIsAFile holds a map that is too long even for a table to say
// where all of it is, and to hide no fact.
func TestEnormousDataMapIsAFile(t *testing.T) {
	m := snippet(t, many(2100))
	docs := render.Documents(m)
	for _, f := range render.Unstated(m, docs) {
		t.Errorf("no page states %s", f.ID())
	}
	for _, doc := range docs {
		if doc.Name != "data-map" {
			continue
		}
		text := plain(doc)
		if !strings.Contains(text, "The files data-map.mmd and manifest.json of this site have") || strings.Contains(text, "as a table") {
			t.Errorf("the page of the map reads: %.600s", text)
		}
	}
}
