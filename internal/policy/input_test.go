package policy

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

var day = scalar.Date{Year: 2026, Month: 6, Day: 30}

// example reads one of the example policies.
func example(t *testing.T, name string) *model.Model {
	t.Helper()
	p, found := lang.Load(os.DirFS("../../examples/"+name), lang.Options{})
	if p == nil || p.Model == nil {
		t.Fatalf("%s: %s", name, found[0].Summary)
	}
	return p.Model
}

// TestInputKeepsItsSchema validates the input of every example, and holds that
// the schema is one.
func TestInputKeepsItsSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource(SchemaID, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"allotrac", "benetics", "csv_importer", "indrive", "monta", "quickstart"} {
		plain, err := ast.JSON(newView(example(t, name), day).value(true))
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(plain)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFormsFollowTheSchema holds that every kind of block has its place in the
// order and that no two fields of an object have the same key.
func TestFormsFollowTheSchema(t *testing.T) {
	for _, b := range schema.Blocks {
		if b.Describes() && rank(b.Name) < 0 {
			t.Errorf("%s has no place in the order", b.Name)
		}
	}
	for _, f := range forms().all {
		seen := map[string]bool{}
		for _, fd := range f.fields {
			if seen[fd.key] {
				t.Errorf("%s has two fields with the key %s", f.name, fd.key)
			}
			seen[fd.key] = true
			for _, target := range fd.forms {
				if target == nil {
					t.Errorf("%s.%s refers to a form that there is not yet", f.name, fd.key)
				}
			}
		}
	}
}

// TestReferencesAreResolved follows references in the input of an example.
func TestReferencesAreResolved(t *testing.T) {
	in := newView(example(t, "monta"), day).value(true)
	for _, tt := range []struct {
		path string
		want ast.Value
	}{
		{`input.policy.organization.label`, ast.String("Monta")},
		{`input.data_store[0].regions[0].vendor.address`, ast.String("vendor.aws")},
		{`input.data_store[0].regions[0].vendor.block`, ast.String("vendor")},
		{`input.by_address["data_store.elasticache"].retention[0].period`, ast.String("12 hours")},
		{`input.by_address["data_store.elasticache.retention"].applies_to[0].name`, ast.String("elasticache")},
		{`input.by_address["subprocessor.pubnub"].engagement[0].parent`, ast.String("subprocessor.pubnub")},
		{`input.by_address["category.name"].collection.requirement`, ast.String("optional")},
		{`input.as_of`, ast.String("2026-06-30")},
	} {
		path := ast.MustParseRef(tt.path)
		got, err := in.Find(path[1:])
		if err != nil || got.Compare(tt.want) != 0 {
			t.Errorf("%s is %v, want %v", tt.path, got, tt.want)
		}
	}
	if _, err := newView(example(t, "monta"), day).value(false).Find(ast.MustParseRef("x.by_address")[1:]); err == nil {
		t.Error("the index of addresses is made where nobody asks for it")
	}
}

// TestCapabilitiesReachNothing holds that rules can call nothing whose result
// does not follow from its arguments.
func TestCapabilitiesReachNothing(t *testing.T) {
	for _, b := range capabilities().Builtins {
		if b.Nondeterministic {
			t.Errorf("%s is not determined by its arguments", b.Name)
		}
	}
	for _, name := range []string{"http.send", "opa.runtime", "time.now_ns", "rand.intn", "net.lookup_ip_addr", "bits.lsh", "graph.reachable_paths", "strings.render_template", "uuid.rfc4122"} {
		if !isRefused(name) {
			t.Errorf("%s may be called", name)
		}
	}
	if len(capabilities().AllowNet) != 0 || capabilities().AllowNet == nil {
		t.Error("schemas may be fetched from the network")
	}
}
