package compare_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/compare"
)

// TestOddMoves holds that moves that lead nowhere, or twice to one place, give
// sound changes, each thing being told once.
func TestOddMoves(t *testing.T) {
	const head = "policy \"p\" {\n  title = \"P\"\n}\n"
	store := func(name, more string) string { return "data_store \"" + name + "\" {\n" + more + "}\n" }
	move := func(from, to, more string) string {
		return "moved {\n  from = " + from + "\n  to   = " + to + "\n" + more + "}\n"
	}
	label := func(text string) string { return "  label = \"" + text + "\"\n" }
	for _, c := range []struct {
		name, before, after string
		want                string // the classes, in order
	}{
		{"to itself", store("a", ""), store("a", "") + move("data_store.a", "data_store.a", ""), ""},
		{"from what never was", store("a", ""), store("a", "") + move("data_store.x", "data_store.a", ""), "moved.added"},
		{"of another kind", store("a", "") + "vendor \"a\" {}\n", "vendor \"b\" {}\n" + store("a", "") + move("data_store.a", "vendor.b", ""), "vendor.removed vendor.added moved.added"},
		{"from what is still there", store("a", label("A")), store("a", label("A")) + store("b", label("B")) + move("data_store.a", "data_store.b", ""), "store.added moved.added"},
		{"into what was there", store("a", label("A")) + store("b", label("B")), store("b", label("B")) + move("data_store.a", "data_store.b", ""), "data_store.merged data_store.merged"},
		{"a split that keeps the name", store("a", label("A")), store("a", label("A")) + store("b", label("B")) + move("data_store.a", "data_store.a", "  also = [data_store.b]\n"), "data_store.split data_store.split"},
		{
			"followed before", store("b", "") + move("data_store.a", "data_store.b", ""), store("b", "") + move("data_store.a", "data_store.b", ""), "",
		},
		{"a part to another name", store("a", "segment \"x\" {\n"+label("X")+"}\n"), store("a", "segment \"y\" {\n"+label("Y")+"}\n") + move("data_store.a.segment.x", "data_store.a.segment.y", ""), "segment.renamed"},
		{"two of one label", store("a", label("A")) + store("b", label("A")), store("c", label("A")) + store("d", label("A")), "store.removed store.removed store.added store.added"},
		{"exchanged names", store("a", label("A")) + store("b", label("B")), store("a", label("B")) + store("b", label("A")), "data_store.renamed data_store.renamed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := load(t, fstest.MapFS{"p.hcl": {Data: []byte(head + c.before)}})
			after := load(t, fstest.MapFS{"p.hcl": {Data: []byte(head + c.after)}})
			found := compare.Compare(before, after, compare.Options{})
			var classes []string
			for _, ch := range found.Changes {
				sound(t, ch)
				classes = append(classes, ch.Class)
			}
			if got := strings.Join(classes, " "); got != c.want {
				t.Errorf("got %q, want %q:\n%s", got, c.want, told(t, found))
			}
		})
	}
}

// TestFirstVersion holds that a first version changes nothing.
func TestFirstVersion(t *testing.T) {
	m := example(t, "quickstart")
	if c := compare.Compare(nil, m, compare.Options{Rendered: true}); len(c.Changes) != 0 || c.Material() {
		t.Errorf("%d changes", len(c.Changes))
	}
}
