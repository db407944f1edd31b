package manifest

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(URN, doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(URN) // compares it with the metaschema first
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestSchemaIsGenerated(t *testing.T) {
	const name = "../../docs/reference/manifest.schema.json"
	committed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, Schema()) {
		t.Errorf("%s is not what package schema says; run go generate ./internal/manifest", name)
	}
}

func TestSchemaAcceptsManifests(t *testing.T) {
	s := compiled(t)
	models := []*model.Model{model.New(sample())}
	for seed := range uint64(30) {
		models = append(models, grow(seed, 2, float64(seed)/30))
	}
	for i, m := range models {
		if err := s.Validate(parse(t, mustEncode(t, m))); err != nil {
			t.Fatalf("model %d: %v", i, err)
		}
	}
}

func parse(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return v
}

// planted are faults, each as a replacement in the manifest of sample.
var planted = []struct{ name, old, new string }{
	{"no digest", `"digest":"sha256:90f25afcad408aed28364ab38fc457cd88cdaeb3bc051da0c8d0b82d8a04ac5c",`, ``},
	{"digest of another kind", `sha256:`, `sha512:`},
	{"digest in capitals", `:90f25a`, `:90F25A`},
	{"another schema", `manifest:0.1`, `manifest:9.9`},
	{"another version", `"schema_version":"0.1"`, `"schema_version":"9.9"`},
	{"version as a number", `"schema_version":"0.1"`, `"schema_version":0.1`},
	{"unknown member outside", `"schema":`, `"extra":1,"schema":`},
	{"unknown kind of block", `"region":[`, `"place":[`},
	{"kind that does not describe", `"region":[`, `"variable":[`},
	{"unknown attribute", `"failover":true`, `"falover":true`},
	{"no address", `"address":"region.ireland",`, ``},
	{"no name", `,"name":"ireland"`, ``},
	{"empty name", `"name":"ireland"`, `"name":""`},
	{"name on a block that has none", `"period":"10 business days"`, `"period":"10 business days","step":[]`},
	{"required attribute missing", `,"title":"Data policy"`, ``},
	{"text for true", `"failover":true`, `"failover":"true"`},
	{"null", `"failover":true`, `"failover":null`},
	{"number for text", `"title":"Data policy"`, `"title":1`},
	{"empty text", `"title":"Data policy"`, `"title":""`},
	{"two lines", `"title":"Data policy"`, `"title":"Data\npolicy"`},
	{"unknown word", `"channel":"email"`, `"channel":"fax"`},
	{"country in small letters", `"country":"IE"`, `"country":"ie"`},
	{"country by name", `"country":"IE"`, `"country":"Ireland"`},
	{"date in another order", `"2026-02-01"`, `"01-02-2026"`},
	{"day that does not exist", `"2026-02-01"`, `"2026-02-31"`},
	{"duration without a space", `"10 business days"`, `"10days"`},
	{"unit that does not agree", `"10 business days"`, `"10 business day"`},
	{"text for a number", `"key_bits":256`, `"key_bits":"256"`},
	{"broken number", `"key_bits":256`, `"key_bits":256.5`},
	{"number too small", `"key_bits":256`, `"key_bits":8`},
	{"number too large", `"key_bits":256`, `"key_bits":99999`},
	{"one for a list", `["region.ireland"]`, `"region.ireland"`},
	{"empty list", `["region.ireland"]`, `[]`},
	{"reference to another kind", `["region.ireland"]`, `["vendor.ireland"]`},
	{"reference that is no address", `["region.ireland"]`, `["ireland"]`},
	{"address of another kind", `"address":"region.ireland"`, `"address":"vendor.ireland"`},
	{"array without blocks", `"region":[{"address":"region.ireland","country":"IE","name":"ireland"}]`, `"region":[]`},
	{"block for an array", `"region":[{"address":"region.ireland","country":"IE","name":"ireland"}]`, `"region":{"address":"region.ireland","name":"ireland"}`},
	{"block that has to stand beside", `"segment":[`, `"retention":[{"address":"data_store.users.retention"}],"segment":[`},
	{"two policies", `"policy":[`, `"policy":[{"address":"policy.b","name":"b","title":"B"},`},
	{"no policy", `"policy":[{"address":"policy.acme","effective":"2026-02-01","name":"acme","title":"Data policy"}],`, ``},
	{"step of nothing", `"segment":[`, `"step":[{"action":"a","address":"data_store.users.step.a","name":"a"}],"segment":[`},
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	good := string(mustEncode(t, model.New(sample())))
	for _, tt := range planted {
		t.Run(tt.name, func(t *testing.T) {
			bad := replaceOnce(t, good, tt.old, tt.new)
			if err := s.Validate(parse(t, []byte(bad))); err == nil {
				t.Errorf("no fault was found in %s", bad)
			}
		})
	}
}

// replaceOnce replaces the first occurrence, which has to exist.
func replaceOnce(t *testing.T, s, was, is string) string {
	t.Helper()
	if !strings.Contains(s, was) {
		t.Fatalf("%s does not occur in %s", was, s)
	}
	return strings.Replace(s, was, is, 1)
}

// TestSchemaCoversTheLanguage looks up every attribute where a validator would.
func TestSchemaCoversTheLanguage(t *testing.T) {
	type property struct {
		Description string
		Type        string
		Enum        []string
		Ref         string `json:"$ref"`
		AnyOf       []any
	}
	var doc struct {
		Defs map[string]struct {
			Description string
			Required    []string
			Properties  map[string]property
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, kind := range allKinds() {
		def := doc.Defs[kind.Name]
		if def.Description != kind.Doc {
			t.Errorf("%s is described as %q", kind.Name, def.Description)
		}
		for _, a := range kind.Attrs {
			p, ok := def.Properties[attrKey(kind, a)]
			if !ok || !strings.HasPrefix(p.Description, a.Doc) || p.Type == "" && p.Ref == "" && p.AnyOf == nil {
				t.Errorf("%s.%s is %+v", kind.Name, a.Name, p)
			}
			if a.Type.Kind == schema.OneOf && !a.Type.List && !slices.Equal(p.Enum, a.Type.Enum.Names()) {
				t.Errorf("%s.%s takes %q", kind.Name, a.Name, p.Enum)
			}
			if a.Required != slices.Contains(def.Required, attrKey(kind, a)) {
				t.Errorf("%s.%s: required is %t in the language", kind.Name, a.Name, a.Required)
			}
		}
	}
	// The definitions share one name space: nothing may have displaced a kind.
	if want := len(allKinds()) + 1 + len(forms()); len(doc.Defs) != want {
		t.Errorf("%d definitions for %d things", len(doc.Defs), want)
	}
}

// TestPatternsAgree holds the patterns of the schema against the parsers.
func TestPatternsAgree(t *testing.T) {
	duration, frequency := regexp.MustCompile(durationPattern()), regexp.MustCompile(frequencyPattern())
	numbers := []string{"", "0", "1", "2", "9", "10", "01", "99", "9999", "10000", "-1", "1.5", "several", "x"}
	words := slices.Concat(scalar.VagueDurations, scalar.WordFrequencies)
	for _, u := range scalar.Units {
		words = append(words, string(u), string(u)+"s", string(u)+"ss", strings.ToUpper(string(u)))
	}
	for _, n := range numbers {
		for _, w := range words {
			for _, s := range []string{w, n + " " + w, n + w, n + " per " + w, n + "  " + w, " " + n + " " + w, n + " " + w + "\n"} {
				if _, err := scalar.ParseDuration(s); (err == nil) != duration.MatchString(s) {
					t.Errorf("duration %q: the parser says %v", s, err)
				}
				if _, err := scalar.ParseFrequency(s); (err == nil) != frequency.MatchString(s) {
					t.Errorf("frequency %q: the parser says %v", s, err)
				}
			}
		}
	}
}

func TestAddressPatterns(t *testing.T) {
	tests := []struct {
		kinds   []string
		address string
		want    bool
	}{
		{[]string{"vendor"}, "vendor.aws", true},
		{[]string{"vendor"}, "vendor.aws-eu_1", true},
		{[]string{"vendor"}, `vendor.aws["eu west"]`, true},
		{[]string{"vendor"}, "module.hosting.vendor.aws", true},
		{[]string{"vendor"}, `module.hosting["a.b"].vendor.aws`, true},
		{[]string{"vendor"}, "vendor", false},
		{[]string{"vendor"}, "vendor.1", false},
		{[]string{"vendor"}, "avendor.aws", false},
		{[]string{"vendor"}, "subprocessor.aws", false},
		{[]string{"region", "vendor"}, "vendor.aws", true},
		{[]string{"segment"}, "data_store.users.segment.claims", true},
		{[]string{"segment"}, "data_store.segment", false},
		{[]string{"backup"}, "data_store.users.backup", true},
		{[]string{"backup"}, `data_store.users["a"].backup.nightly`, true},
		{[]string{"backup"}, "backup.main", true},
		{[]string{"backup"}, "data_store.backups", false},
		{nil, "anything.at_all", true},
		{nil, "no address", false},
		{nil, "", false},
	}
	for _, tt := range tests {
		if got := regexp.MustCompile(addressPattern(tt.kinds)).MatchString(tt.address); got != tt.want {
			t.Errorf("%q as %v: %t, want %t", tt.address, tt.kinds, got, tt.want)
		}
	}
}
