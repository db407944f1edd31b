package english

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/schema"
)

// TestEveryWordOfTheSchema holds that every value of every enum has words of its
// own, and that no two values of one enum read alike.
func TestEveryWordOfTheSchema(t *testing.T) {
	seen := map[*schema.Enum]bool{}
	var walk func(b *schema.Block)
	visited := map[*schema.Block]bool{}
	walk = func(b *schema.Block) {
		if visited[b] {
			return
		}
		visited[b] = true
		for _, a := range b.Attrs {
			if e := a.Type.Enum; e != nil && !seen[e] {
				seen[e] = true
				checkWords(t, e)
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

func checkWords(t *testing.T, e *schema.Enum) {
	t.Helper()
	words := enumWords[e.Name]
	taken := map[string]string{}
	for _, v := range e.Names() {
		w, ok := words[v]
		if !ok {
			t.Errorf("the enum %s has no words for %q", e.Name, v)
		}
		if other := taken[w]; other != "" {
			t.Errorf("the enum %s: %q and %q both read %q", e.Name, v, other, w)
		}
		taken[w] = v
	}
	for v := range words {
		if !e.Has(v) {
			t.Errorf("the enum %s has no value %q, and words for it", e.Name, v)
		}
	}
}

func TestRights(t *testing.T) {
	tests := []struct {
		kind   string
		person Person
		want   string
	}{
		{"access", You, "ask which data about you is held, and see it"},
		{"rectification", They, "have data about them corrected or changed"},
		{"erasure", You, "have data about you deleted"},
		{"portability", They, "export data about them"},
		{"withdraw_consent", You, "withdraw your consent"},
		{"complaint", They, "complain to a supervisory authority"},
	}
	for _, tt := range tests {
		d := Right(tt.kind, tt.person)
		got := d.Before
		if d.Data != "" {
			got = strings.TrimSpace(got + " data" + d.Data + " " + d.After)
		}
		if got != tt.want {
			t.Errorf("Right(%q) = %q, want %q", tt.kind, got, tt.want)
		}
	}
}
