package expect

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/diag"
)

func TestWants(t *testing.T) {
	archive := txtar.Parse([]byte(`What this is about.
want b.hcl:2 PV0101 "string"
want sub/c.hcl:1 PP0001
-- a.hcl --
x = 1 # want PV0301 "no region"
y = 2 // want PV0302
# why, and want PV0303
z = "want PV0304"
# want nothing
-- b.hcl --
x = "
`))
	want := []Want{
		{"b.hcl", 2, "PV0101", "string"},
		{"sub/c.hcl", 1, "PP0001", ""},
		{"a.hcl", 1, "PV0301", "no region"},
		{"a.hcl", 2, "PV0302", ""},
		{"a.hcl", 3, "PV0303", ""},
	}
	if diff := cmp.Diff(want, Wants(archive)); diff != "" {
		t.Error(diff)
	}
}

// TestDifferences holds that a want that is not met is told, a finding that is
// not wanted, and each of two that are the same.
func TestDifferences(t *testing.T) {
	archive := txtar.Parse([]byte("-- a.hcl --\nvendr \"a\" {} # want PV0201 \"vendr\"\nvendr \"b\" {}\nvendor \"c\" {} # want PV0202\n"))
	found := Findings(archive)
	if len(found) != 2 || found[0].Code != diag.UnknownBlock {
		t.Fatal(found)
	}
	got := Differences(Wants(archive), found)
	if len(got) != 2 || got[1] != "not found: a.hcl:3 PV0202" {
		t.Error(got)
	}
	twice := []Want{{"a.hcl", 1, "PV0201", ""}, {"a.hcl", 1, "PV0201", ""}, {"a.hcl", 2, "PV0201", "no such text"}}
	if got := Differences(twice, found); len(got) != 3 {
		t.Error(got)
	}
}
