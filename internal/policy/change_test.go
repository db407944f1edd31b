package policy

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/scalar"
)

const storesLonger = `data_store "a" {
  technology = "PostgreSQL"

  retention {
    period = "2 years"
  }
}
`

// lengthened is a change in which one store keeps data longer and another is
// gone.
func lengthened(t *testing.T) Change {
	t.Helper()
	before, after := read(t, stores), read(t, storesLonger)
	return Change{Before: before, After: after, Changes: compare.Compare(before, after, compare.Options{}).Changes}
}

func TestRulesOnChanges(t *testing.T) {
	for _, tt := range []struct {
		name, rule string
		want       []string
	}{
		{"changes", `deny contains {"at": c.address, "attribute": c.attribute, "msg": "is longer"} if { some c in input.changes; c["class"] == "retention.increased" }`, []string{"t 5 data_store.a.retention is longer"}},
		{"what is gone", `deny contains {"at": c.address, "msg": "is gone"} if { some c in input.changes; c["class"] == "store.removed" }`, []string{"t 9 data_store.b is gone"}},
		{"both versions", `deny contains {"at": s, "msg": "is gone"} if { some s in input.before.data_store; every n in input.after.data_store { n.address != s.address } }`, []string{"t 9 data_store.b is gone"}},
		{"by address", `deny contains {"at": b, "msg": "differs"} if { some c in input.changes; b := input.after.by_address[c.address]; b.period != input.before.by_address[c.address].period }`, []string{"t 4 data_store.a.retention differs"}},
		{"the newer version as any rule sees it", `deny contains {"at": s, "msg": "is left"} if { count(input.changes) > 0; some s in input.data_store }`, []string{"t 1 data_store.a is left"}},
		{"values", `deny contains sprintf("%s, not %s", [c.new, c.old]) if { some c in input.changes; c.attribute == "period" }`, []string{"t 0 2 years, not 1 year"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			set := load(t, "package t\n\n"+tt.rule+"\n")
			report, err := set.CheckChange(lengthened(t), Options{AsOf: day})
			if got := lines(report.Findings); err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("found %q, %v, want %q", got, err, tt.want)
			}
			if report, err := set.Check(read(t, stores), Options{AsOf: day}); err != nil || len(report.Ran) != 0 {
				t.Errorf("a policy was judged by it: %q, %v", lines(report.Findings), err)
			}
		})
	}
}

// TestWhatJudgesChanges holds that a rule which has a helper ask is one on
// changes too, and that others do not run on changes.
func TestWhatJudgesChanges(t *testing.T) {
	set := load(t,
		"package acme.helper\n\nlonger contains c.address if { some c in input.changes; c[\"class\"] == \"retention.increased\" }\n",
		"package acme.between\n\nimport data.acme.helper\n\nis_longer(a) if a in helper.longer\n",
		"package acme.one\n\nimport data.acme.between\n\ndeny contains {\"at\": r, \"msg\": \"is longer\"} if { some r in input.retention; between.is_longer(r.address) }\n",
		"package acme.two\n\ndeny contains {\"at\": s, \"msg\": \"is there\"} if some s in input.data_store\n")
	report, err := set.CheckChange(lengthened(t), Options{AsOf: day})
	if got := lines(report.Findings); err != nil || !slices.Equal(got, []string{"acme.one 4 data_store.a.retention is longer"}) {
		t.Errorf("of the change: found %q, %v", got, err)
	}
	report, err = set.Check(read(t, storesLonger), Options{AsOf: day})
	if got := lines(report.Findings); err != nil || !slices.Equal(got, []string{"acme.two 1 data_store.a is there"}) {
		t.Errorf("of the policy: found %q, %v", got, err)
	}
	report, err = set.Check(read(t, storesLonger), Options{AsOf: day, Only: []string{"acme.one"}})
	if err != nil || len(report.Findings) != 1 || !strings.Contains(report.Findings[0].Detail, "judges changes") {
		t.Errorf("a rule on changes that is named finds %q, %v", lines(report.Findings), err)
	}
}

// TestChangeMistakes holds that wrong names are found in rules on changes as they
// are in others.
func TestChangeMistakes(t *testing.T) {
	for _, tt := range []struct{ rule, want string }{
		{`some s in input.changes; s.clas == "retention.increased"; x(s)`, "class"},
		{`some c in input.changes; c["class"] == "retention.increase"; s := c.address`, "retention.increased"},
		{`some c in input.changes; c["class"] in {"recipient.aded"}; s := c.address`, "recipient.added"},
		{`some c in input.changes; c.direction == "widen"; s := c.address`, "widens"},
		{`some c in input.changes; c.materiality == "materiel"; s := c.address`, "material"},
		{`some c in input.changes; c.kind == "datastore"; s := c.address`, "data_store"},
		{`some s in input.before.data_stor; x(s)`, "data_store"},
		{`some s in input.after.data_store; not s.retentoin`, "retention"},
		{`some s in input.after.data_store; s.regions[_].contry == "IE"`, "country"},
		{`some s in input.befor.data_store; x(s)`, "before"},
		{`some s in input.after.data_store; every r in s.regions { r.contry == "IE" }`, "country"},
		{`some c in input.changes; s := input.after.by_address[c.address]; s.becuase`, "because"},
		{`some c in input.changes; c.earlyest; s := c.address`, "earliest"},
	} {
		_, found := Load(nil, written(tt.rule))
		if len(found) != 1 || !strings.Contains(found[0].Summary+found[0].Detail, tt.want) {
			t.Errorf("%s: found %q", tt.rule, lines(found))
			for _, d := range found {
				t.Log(d.Detail)
			}
		}
	}
	for _, rule := range []string{
		`some c in input.changes; c["class"] in {"condition.changed", "retention.increased"}; s := c.address`,
		`some c in input.changes; c.kind == "data_store"; c.direction == "widens"; c.materiality == "minor"; s := c.address`,
		`some c in input.changes; some s in input.after.data_store; s.address == c.was; c.earliest > input.after.policy.effective`,
	} {
		if _, found := Load(nil, written(rule)); len(found) > 0 {
			t.Errorf("%s: found %q", rule, lines(found))
		}
	}
}

func TestChangesAreWaivedAndWeighed(t *testing.T) {
	set := load(t, "# METADATA\n# custom: {id: T1}\npackage t\n\ndeny contains {\"at\": c.address, \"msg\": \"is longer\"} if { some c in input.changes; c[\"class\"] == \"retention.increased\" }\n")
	c := lengthened(t)
	for _, tt := range []struct {
		name, also      string
		found, suppress int
	}{
		{"as it is", "", 1, 0},
		{"waived", "waiver \"w\" {\n  rule = \"T1\"\n  at = [data_store.a]\n  reason = \"We know.\"\n}\n", 0, 1},
		{"waived", "waiver \"w\" {\n  rule = \"T1\"\n  at = [region.r]\n  reason = \"We know.\"\n}\nregion \"r\" {}\n", 2, 0},
		{"off", "rule \"T1\" {\n  severity = \"off\"\n  reason = \"We know.\"\n}\n", 0, 0},
	} {
		c.After = read(t, storesLonger+tt.also)
		c.Changes = compare.Compare(c.Before, c.After, compare.Options{}).Changes
		report, err := set.CheckChange(c, Options{AsOf: day})
		if err != nil || len(report.Findings) != tt.found || len(report.Suppressed) != tt.suppress {
			t.Errorf("%s: found %q, %d suppressed, %v", tt.name, lines(report.Findings), len(report.Suppressed), err)
		}
	}
}

// TestChangeInputKeepsItsSchema validates what rules on changes see.
func TestChangeInputKeepsItsSchema(t *testing.T) {
	c := lengthened(t)
	c.Earliest = make([]scalar.Date, len(c.Changes))
	c.Earliest[0] = day
	plain, err := ast.JSON(newChangeInput(c, day, true))
	if err != nil {
		t.Fatal(err)
	}
	content, err := json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(content, []byte(`"earliest":"2026-06-30"`)) {
		t.Error("the input does not say when a change may take effect")
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(SchemaID, document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Error(err)
	}
}
