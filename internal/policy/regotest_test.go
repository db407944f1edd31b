package policy

import (
	"strings"
	"testing"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/source"
)

const testedRule = `package acme.since

import rego.v2

deny contains {"at": s, "msg": "is old"} if {
	some s in input.data_store
	s.name == most.old
}

most := {"old": "old"}
`

// runsTest runs one test in Rego, whose imports stand before the body.
func runsTest(imports, body string) (TestReport, diag.List) {
	test := "package acme.since_test\n\nimport rego.v2\n" + imports + "\n\ntest_it if {\n\t" + body + "\n}\n"
	return Test(nil, []*source.File{
		source.NewFile("rules/since.rego", []byte(testedRule)),
		source.NewFile("rules/since_test.rego", []byte(test)),
	}, scalar.Date{Year: 2026, Month: 1, Day: 1}, NewTrace())
}

func TestNamesInTestsAreFound(t *testing.T) {
	for _, tt := range []struct{ name, imports, body, want string }{
		{"set", "", `count(data.acme.since.denny) == 0 with input as {}`, "Did you mean acme.since.deny?"},
		{"set under not", "", `not data.acme.since.denny["x"]`, "Did you mean acme.since.deny?"},
		{"set through an import", "import data.acme.since", `not since.denny["x"]`, "Did you mean acme.since.deny?"},
		{"set through an alias", "import data.acme.since as s", `not s.denny["x"]`, "Did you mean acme.since.deny?"},
		{"package", "", `not data.acme.sinse.deny["x"]`, "Did you mean acme.since.deny?"},
		{"imported package", "import data.acme.sinse", `not sinse.deny["x"]`, "Did you mean acme.since?"},
		{"imported rule", "import data.acme.since.denny", `not denny["x"]`, "Did you mean acme.since.deny?"},
		{"what is replaced", "import data.acme.since", `since.most with data.acme.since.mots as {}`, "Did you mean acme.since.most?"},
		{"in every", "import data.acme.since", `every x in [1] { not since.denny[x] }`, "Did you mean acme.since.deny?"},
		{"nothing near", "import data.acme.since", `not since.everything`, "There are: acme.since.deny, acme.since.most."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, found := runsTest(tt.imports, tt.body)
			if len(found) != 1 || found[0].Code != diag.RuleName || !strings.Contains(found[0].Detail, tt.want) || found[0].Span.IsZero() {
				for _, d := range found {
					t.Logf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
				}
				t.Errorf("%d findings, want one that says %q", len(found), tt.want)
			}
		})
	}
}

// TestRightTestsAreAccepted holds that what is right is not taken for wrong.
func TestRightTestsAreAccepted(t *testing.T) {
	for _, tt := range []struct{ imports, body string }{
		{"", `count(data.acme.since.deny) == 0 with input as {"data_store": []}`},
		{"import data.acme.since", `since.most.old == "old"`},
		{"import data.acme.since", `count(since.most) == 1`},
		{"import data.acme.since", `since := {"denny": 1}; since.denny == 1`},
		{"import data.acme.since", `since.most.old == "x" with data.acme.since.most as {"old": "x"}`},
		{"", `lists := {"a": [1]}; lists.a[0] == 1; data.acme.since.most["old"] == "old"`},
		{"", `data.reference.countries with data.reference.countries as {"IE": {}}`},
	} {
		report, found := runsTest(tt.imports, tt.body)
		if len(found) > 0 || report.Passed != 1 {
			t.Errorf("%s: %d findings, %d passed", tt.body, len(found), report.Passed)
			for _, d := range append(found, report.Findings...) {
				t.Logf("%s %s: %s. %s", d.Span.Range(), d.Code, d.Summary, d.Detail)
			}
		}
	}
}
