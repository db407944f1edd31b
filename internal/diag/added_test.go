package diag

import (
	"testing"

	"github.com/privity/privity/internal/source"
)

func TestAdded(t *testing.T) {
	find := func(code Code, subject, attribute, says string) *Diagnostic {
		d := New(code, source.Span{}, subject+says)
		d.Subject, d.Attribute = subject, attribute
		return d
	}
	same := func(address string) string { return address }
	known := find("PP019", "data_store.a", "regions", " has no regions")
	renamed := func(address string) string {
		if address == "data_store.b" {
			return "data_store.a"
		}
		return address
	}
	for _, tt := range []struct {
		name   string
		later  *Diagnostic
		former func(string) string
		want   int
	}{
		{"the same", find("PP019", "data_store.a", "regions", " has no regions"), same, 0},
		{"another code", find("PP018", "data_store.a", "regions", " has no regions"), same, 1},
		{"another block", find("PP019", "data_store.b", "regions", " has no regions"), same, 1},
		{"a renamed block", find("PP019", "data_store.b", "regions", " has no regions"), renamed, 0},
		{"another attribute", find("PP019", "data_store.a", "region", " has no regions"), same, 1},
		{"another message", find("PP019", "data_store.a", "regions", " has one region"), same, 1},
	} {
		if got := Added(List{known}, List{tt.later}, tt.former); len(got) != tt.want {
			t.Errorf("%s: %d findings are new, want %d", tt.name, len(got), tt.want)
		}
	}
	if got := Added(List{known}, List{known, known}, same); len(got) != 1 {
		t.Errorf("of two findings where there was one, %d are new", len(got))
	}
}
