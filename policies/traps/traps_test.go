package traps_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/policy"
	"github.com/privity/privity/policies"
	"github.com/privity/privity/policies/traps"
)

const examples = "../../examples"

func set(t *testing.T) *policy.Set {
	t.Helper()
	s, found := policy.Load(policy.Files(policies.FS()), nil)
	if len(found) > 0 {
		t.Fatal(found[0].Summary)
	}
	return s
}

func all(t *testing.T) []traps.Trap {
	t.Helper()
	rows, err := traps.All()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func judge(t *testing.T, name string) traps.Verdict {
	t.Helper()
	v, err := traps.Judge(set(t), filepath.Join(examples, name))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestEachTrapIsFoundWhereItIs(t *testing.T) {
	rows := all(t)
	if len(rows) < 45 {
		t.Errorf("there are %d traps", len(rows))
	}
	found := map[string]diag.List{}
	for _, name := range traps.Policies(rows) {
		found[name] = judge(t, name).All
	}
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.ID] {
			t.Errorf("%s stands in the table twice", r.ID)
		}
		seen[r.ID] = true
		if _, ok := r.Place(found[r.Policy]); !ok {
			t.Errorf("%s: %s finds nothing at %s, in %s: %s", r.ID, r.Rule, r.Address, r.File, r.Line)
		}
	}
}

// TestExamplesAreClean holds that every finding in an example is mended or waived,
// and that no waiver is left over or without an end.
func TestExamplesAreClean(t *testing.T) {
	for _, name := range append(traps.Policies(all(t)), "quickstart") {
		for _, d := range judge(t, name).Findings {
			t.Errorf("%s: %s %s: %s", name, d.Span.Range(), d.Code, d.Summary)
		}
	}
}

// TestSharingIsRefuted holds that a claim to share nothing is refuted by those who
// receive data.
func TestSharingIsRefuted(t *testing.T) {
	for _, d := range judge(t, "benetics").All {
		if d.Code != "PP020" || !strings.HasPrefix(d.Summary, "claim.no_sharing ") {
			continue
		}
		var lines []string
		for _, r := range d.Related {
			lines = append(lines, r.Span.File.Line(r.Span.Range().Start.Line))
		}
		shown := strings.Join(lines, "\n")
		for _, recipient := range []string{`subprocessor "firebase" {`, `subprocessor "google_maps" {`, `vendor "amazon" {`} {
			if !strings.Contains(shown, recipient) {
				t.Errorf("%s is not among those who receive data:\n%s", recipient, shown)
			}
		}
		return
	}
	t.Error("the claim is not refuted")
}

func TestPage(t *testing.T) {
	want, err := traps.Page(set(t), examples)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("../../docs/traps.md"); err != nil || string(got) != want {
		t.Error("docs/traps.md is not what is found: run go generate ./policies")
	}
}
