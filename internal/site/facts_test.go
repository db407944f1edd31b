package site

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

// A row says which attribute carries a fact of an example's source.
type row struct{ id, address, attribute, value string }

func rowsIn(t *testing.T, path string) []row {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []row
	for _, r := range records[1:] {
		all = append(all, row{r[0], r[1], r[2], r[3]})
	}
	return all
}

// TestFacts holds every fact of the sources to be in the manifest, at the
// attribute that is said to carry it, and to be stated by a page.
func TestFacts(t *testing.T) {
	for _, example := range described {
		holdsFacts(t, example.name, load(t, example.name), rowsIn(t, filepath.Join("../../testdata/facts", example.name+".csv")), example.facts)
	}
}

// holdsFacts holds the facts of a table, which are so many, to be in the manifest
// of a policy and to be stated by its pages.
func holdsFacts(t *testing.T, name string, m *model.Model, table []row, facts int) {
	t.Helper()
	content, err := manifest.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(content, &root); err != nil {
		t.Fatal(err)
	}
	objects := map[string]map[string]any{}
	collect(root, objects)
	stated := map[string]bool{}
	for _, doc := range render.Documents(m) {
		for _, f := range tree.Facts(doc) {
			stated[f.ID()] = true
		}
	}
	ids := map[string]bool{}
	for _, r := range table {
		ids[r.id] = true
		if !holds(objects[r.address][manifestKey(r)], r.value) {
			t.Errorf("%s: the manifest does not say %s.%s = %q, but %v", r.id, r.address, r.attribute, r.value, objects[r.address][manifestKey(r)])
		}
		if !stated[r.address+"."+r.attribute] {
			t.Errorf("%s: no page states %s.%s", r.id, r.address, r.attribute)
		}
	}
	if len(ids) != facts {
		t.Errorf("%s: the table speaks of %d facts, the source states %d", name, len(ids), facts)
	}
}

// manifestKey is the key of an attribute in a manifest, where the address of a
// block has a key of the same name.
func manifestKey(r row) string {
	if r.attribute == "address" {
		kind, _, _ := strings.Cut(r.address, ".")
		return kind + "_address"
	}
	return r.attribute
}

// collect finds every object that has an address.
func collect(v any, into map[string]map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		if address, ok := v["address"].(string); ok && address != "" {
			if _, taken := into[address]; !taken {
				into[address] = v
			}
		}
		for _, inner := range v {
			collect(inner, into)
		}
	case []any:
		for _, inner := range v {
			collect(inner, into)
		}
	}
}

// holds reports whether an attribute has a value, or has it among others.
func holds(attribute any, value string) bool {
	if list, ok := attribute.([]any); ok {
		for _, e := range list {
			if holds(e, value) {
				return true
			}
		}
		return false
	}
	switch v := attribute.(type) {
	case string:
		return v == value
	case nil:
		return false
	}
	text, err := json.Marshal(attribute)
	return err == nil && string(text) == value
}

// mostInProse is how many of the facts may be carried by prose alone: statements of
// attitude, which no type can hold.
const mostInProse = 15

// TestFactsAreTyped holds prose to be for principles.
func TestFactsAreTyped(t *testing.T) {
	prose := map[string]bool{}
	for _, example := range described {
		typed := map[string]bool{}
		for _, r := range rowsIn(t, filepath.Join("../../testdata/facts", example.name+".csv")) {
			typed[r.id] = typed[r.id] || r.attribute != "statement" && r.attribute != "note"
		}
		for id, is := range typed {
			if !is {
				prose[id] = true
			}
		}
	}
	if len(prose) > mostInProse {
		t.Errorf("%d facts are carried by prose alone: %v", len(prose), slices.Sorted(maps.Keys(prose)))
	}
}
