package consistency

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/schema"
)

const base = `policy "example" {
  title        = "Example"
  organization = organization.acme
}
organization "acme" {
  legal_name = "Acme Ltd"
}
`

func findings(t testing.TB, text string) diag.List {
	t.Helper()
	p, found := lang.Load(fstest.MapFS{"base.hcl": {Data: []byte(base)}, "main.hcl": {Data: []byte(text + "\n")}}, lang.Options{})
	if p.Model == nil {
		t.Fatalf("%s: %s (%s)", found[0].Span.Range(), found[0].Summary, found[0].Detail)
	}
	return Check(p.Model, p.Mentioned)
}

// TestCheck holds each finding as its code and the text that is underlined, and
// that what is sound has none.
func TestCheck(t *testing.T) {
	const provider = "vendor \"aws\" {}\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},

		{"region in its country", provider + "region \"r\" {\n  vendor = vendor.aws\n  code = \"eu-west-1\"\n  country = \"IE\"\n  city = \"Dublin\"\n}", nil},
		{"region in another country", provider + "region \"r\" {\n  vendor = vendor.aws\n  code = \"eu-west-1\"\n  country = \"DE\"\n}", []string{`PV0701 "DE"`}},
		{"region in a part of its country", provider + "region \"r\" {\n  vendor = vendor.aws\n  code = \"us-east-1\"\n  country = \"US-VA\"\n}", nil},
		{"region in another city", provider + "region \"r\" {\n  vendor = vendor.aws\n  code = \"eu-west-1\"\n  city = \"Berlin\"\n}", []string{`PV0701 "Berlin"`}},
		{"unknown region", provider + "region \"r\" {\n  vendor = vendor.aws\n  code = \"eu-west-01\"\n}", []string{`PV0702 "eu-west-01"`}},
		{"unknown region of nobody", "region \"r\" {\n  code = \"eu-wset-1\"\n}", []string{`PV0702 "eu-wset-1"`}},
		{"region of a provider that is not known", "vendor \"small\" {}\nregion \"r\" {\n  vendor = vendor.small\n  code = \"eu-wset-1\"\n}", nil},
		{"a code of one's own", "region \"r\" {\n  code = \"basement\"\n}", nil},
		{"region of a subsidiary", provider + "vendor \"sub\" {\n  parent = vendor.aws\n}\nregion \"r\" {\n  vendor = vendor.sub\n  code = \"eu-west-1\"\n  country = \"DE\"\n}", []string{`PV0701 "DE"`}},

		{"labels that are the same", "vendor \"a\" {\n  label = \"X\"\n}\nvendor \"b\" {\n  label = \"x\"\n}", []string{`PV0703 "x"`}},
		{"labels of two kinds", "vendor \"a\" {\n  label = \"X\"\n}\ndata_store \"b\" {\n  label = \"X\"\n}", nil},
		{"labels of instances", "vendor \"a\" {\n  for_each = [\"x\", \"y\"]\n  label = \"X\"\n}", nil},

		{"no period", "data_store \"d\" {\n  retention {}\n}", []string{`PV0704 retention`}},
		{"kept without end", "data_store \"d\" {\n  retention {\n    bound = \"indefinite\"\n  }\n}", nil},
		{"kept without end and for a period", "data_store \"d\" {\n  retention {\n    bound = \"indefinite\"\n    period = \"1 day\"\n  }\n}", []string{`PV0704 "1 day"`}},
		{"a bound of nothing", "data_store \"d\" {\n  retention {\n    bound = \"at_most\"\n  }\n}", []string{`PV0704 "at_most"`}},
		{"a bound of no backup", "data_store \"d\" {\n  backup {\n    bound = \"at_most\"\n  }\n}", []string{`PV0704 "at_most"`}},
		{"a backup that is not made", "data_store \"d\" {\n  backup {\n    enabled = false\n    frequency = \"1 per day\"\n  }\n}", []string{`PV0705 "1 per day"`}},
		{"no backup", "data_store \"d\" {\n  backup {\n    enabled = false\n  }\n}", nil},

		{"a contact without an address", "contact \"c\" {\n  channel = \"email\"\n}", []string{`PV0706 contact "c"`}},
		{"a contact that is hidden", "contact \"c\" {\n  channel = \"email\"\n  redacted = true\n}", nil},
		{"an address that is hidden", "contact \"c\" {\n  channel = \"email\"\n  address = \"a@example.com\"\n  redacted = true\n}", []string{`PV0706 true`}},
		{"a form that is no link", "contact \"c\" {\n  channel = \"form\"\n  address = \"the form\"\n}", []string{`PV0410 "the form"`}},
		{"a bad address", "contact \"c\" {\n  channel = \"email\"\n  address = \"nobody\"\n}", []string{`PV0409 "nobody"`}},
		{"post", "contact \"c\" {\n  channel = \"post\"\n  address = \"1 Example Street\"\n}", nil},
		{"somewhere in the application", "contact \"c\" {\n  channel = \"in_app\"\n}", []string{`PV0706 contact "c"`}},

		{"an empty condition", "condition \"c\" {}\nflow \"v\" {\n  when = [condition.c]\n}", []string{`PV0707 condition "c"`}},
		{"a condition of two", "condition \"c\" {\n  event = \"x\"\n  state = \"y\"\n}\nflow \"v\" {\n  when = [condition.c]\n}", []string{`PV0707 "y"`}},
		{"a condition that is not used", "condition \"c\" {\n  event = \"x\"\n}", []string{`PV0708 condition "c"`}},
		{"a condition that is mentioned", "condition \"c\" {\n  event = \"x\"\n}\ndata_store \"v\" {\n  technology = condition.c.event\n}", nil},
		{"conditions of each other", "condition \"a\" {\n  not = condition.b\n}\ncondition \"b\" {\n  not = condition.a\n}", []string{`PV0304 condition.a`}},

		{"a circle of one", "vendor \"a\" {\n  parent = vendor.a\n}", []string{`PV0304 vendor.a`}},
		{"two circles", "vendor \"a\" {\n  parent = vendor.a\n}\nvendor \"b\" {\n  parent = vendor.b\n}", []string{`PV0304 vendor.a`, `PV0304 vendor.b`}},
		{"a circle behind a way", "vendor \"a\" {\n  parent = vendor.b\n}\nvendor \"b\" {\n  parent = vendor.c\n}\nvendor \"c\" {\n  parent = vendor.b\n}", []string{`PV0304 vendor.b`}},
		{"two ways to one", "category \"a\" {\n  parents = [category.b, category.c]\n}\ncategory \"b\" {\n  parents = [category.d]\n}\ncategory \"c\" {\n  parents = [category.d]\n}\ncategory \"d\" {}", nil},
		{"parents and includes", "category \"a\" {\n  includes = [category.b]\n}\ncategory \"b\" {\n  parents = [category.a]\n}", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, d := range findings(t, c.text) {
				got = append(got, string(d.Code)+" "+d.Span.Text())
				if d.Detail == "" || strings.HasSuffix(d.Summary, ".") {
					t.Errorf("%q, %q is not how a finding is written", d.Summary, d.Detail)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLongCircle holds that circles of any length and number stay readable.
func TestLongCircle(t *testing.T) {
	const n = 5_000
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "category \"c%d\" {\n  parents = [category.c%d, category.c0]\n}\n", i, (i+1)%n)
	}
	p, _ := lang.Load(fstest.MapFS{"base.hcl": {Data: []byte(base)}, "main.hcl": {Data: []byte(text.String())}}, lang.Options{})
	found := cycles(p.Model)
	if len(found) != 1 {
		t.Fatalf("%d findings", len(found))
	}
	d := found[0]
	if len(d.Related) > mostSteps || len(d.Detail) > 1_000 {
		t.Errorf("%d places and %d bytes", len(d.Related), len(d.Detail))
	}
}

// TestHierarchies holds that every attribute by which a kind of block refers to
// its own kind is looked at; that a category excludes another is no order.
func TestHierarchies(t *testing.T) {
	for _, b := range schema.Blocks {
		for _, a := range b.Attrs {
			if a.Type.Kind != schema.Ref || !slices.Contains(a.Type.Targets, b.Name) || a.Name == "excludes" {
				continue
			}
			if !slices.ContainsFunc(hierarchies[b.Name], func(names []string) bool { return slices.Contains(names, a.Name) }) {
				t.Errorf("%s.%s may lead in a circle", b.Name, a.Name)
			}
		}
	}
}

// TestStable holds that the number of cores does not change what is found.
func TestStable(t *testing.T) {
	var text strings.Builder
	for i := range 500 {
		fmt.Fprintf(&text, "contact \"c%d\" {\n  channel = \"email\"\n  note = \"<b>\"\n}\ndata_store \"d%d\" {\n  label = \"same\"\n  retention {}\n}\n", i, i)
	}
	var first []string
	for _, cores := range []int{1, 8, 3, 8} {
		previous := runtime.GOMAXPROCS(cores)
		var got []string
		for _, d := range findings(t, text.String()) {
			got = append(got, d.Span.Range().String()+" "+d.Summary)
		}
		runtime.GOMAXPROCS(previous)
		if first == nil {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" || len(got) != 500+500+500+499 {
			t.Fatal(len(got), diff)
		}
	}
}
