package lang

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// eval evaluates an expression that has to come to a text.
func eval(t testing.TB, p *Policy, expr string) string {
	t.Helper()
	r, found := p.Eval(expr)
	if len(found) > 0 {
		t.Fatalf("%s: %s", expr, printed(found))
	}
	return r.String()
}

func addresses(p *Policy) []string {
	var all []string
	for _, b := range p.Model.Blocks() {
		if b.Kind() != "policy" && b.Kind() != "organization" {
			all = append(all, b.Address)
		}
	}
	return all
}

func TestForEach(t *testing.T) {
	p := good(t, map[string]string{"main.hcl": `
locals {
  places = { ie = "Dublin", de = "Frankfurt" }
}
region "place" {
  for_each = local.places
  label    = each.value
}
data_store "db" {
  for_each   = ["logs", "users"]
  label      = upper(each.key)
  technology = "for ${each.value}"
  regions    = values(region.place)
  retention {
    period = "${length(each.key)} days"
  }
  segment "special" {
    label = each.key
  }
}
data_store "one" {
  for_each = region.place
  regions  = [each.value]
  label    = "${each.key} ${each.value.label}"
}
data_store "none" {
  for_each = []
}
flow "f" {
  from = [data_store.db["logs"], data_store.one.ie]
  to   = concat(values(data_store.db), values(data_store.none))
}
retention "r" {
  applies_to = [data_store.db["logs"].segment.special]
  period     = data_store.db["users"].retention.period
}
`})
	want := []string{
		`region.place["ie"]`, `region.place["de"]`,
		`data_store.db["logs"]`, `data_store.db["logs"].retention`, `data_store.db["users"]`, `data_store.db["users"].retention`,
		`data_store.one["ie"]`, `data_store.one["de"]`, "flow.f", "retention.r",
	}
	if diff := cmp.Diff(want, addresses(p)); diff != "" {
		t.Error(diff)
	}
	for expr, want := range map[string]string{
		`data_store.db["users"].retention.period`: `"5 days"`,
		`data_store.db.logs.label`:                `"LOGS"`,
		`data_store.one["de"].label`:              `"de Frankfurt"`,
		`length(data_store)`:                      `4`,
		`length(data_store.none)`:                 `0`,
		`data_store.db["logs"].segment.special`:   `data_store.db["logs"].segment.special`,
	} {
		if got := eval(t, p, expr); got != want {
			t.Errorf("%s: %s, want %s", expr, got, want)
		}
	}
	if got := p.Model.Lookup("flow.f").Refs("to"); len(got) != 2 {
		t.Errorf("the flow leads to %d stores", len(got))
	}
	if got := p.Model.Lookup("retention.r").Refs("applies_to")[0]; got != p.Model.Lookup(`data_store.db["logs"].segment.special`) {
		t.Errorf("the retention is of %v", got)
	}
}

func TestBuiltReferences(t *testing.T) {
	p := good(t, map[string]string{"main.hcl": `
subprocessor "x" {}
subprocessor "y" {}
data_store "a" {}
data_store "b" {}
locals {
  stores = values(data_store)
}
flow "all" {
  from = concat(local.stores, [subprocessor.x])
}
flow "f" {
  from = [for s in local.stores: s if s != data_store.a]
  to   = local.stores
}
`, "z.hcl": "data_store \"c\" {}\n"})
	names := func(address, attr string) string {
		var all []string
		for _, b := range p.Model.Lookup(address).Refs(attr) {
			all = append(all, b.Address)
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct{ address, attr, want string }{
		{"flow.all", "from", "data_store.a data_store.b data_store.c subprocessor.x"},
		{"flow.f", "from", "data_store.b data_store.c"},
		{"flow.f", "to", "data_store.a data_store.b data_store.c"},
	} {
		if got := names(c.address, c.attr); got != c.want {
			t.Errorf("%s.%s is %s", c.address, c.attr, got)
		}
	}
}

func TestModules(t *testing.T) {
	p := good(t, map[string]string{
		"main.hcl": `
vendor "aws" {
  label = "AWS"
}
region "here" {}
locals {
  names = { x = "X", y = "Y" }
}
module "one" {
  source  = "./hosting"
  vendor  = vendor.aws
  regions = [region.here]
  title   = "One"
}
module "many" {
  for_each = local.names
  source   = "./hosting"
  vendor   = vendor.aws
  regions  = values(region)
  title    = "Many ${each.value}"
  days     = "${length(each.key)} day"
}
flow "f" {
  from = [module.one.data_store.db, module.many["x"].data_store.db]
  to   = [module.one.module.deep.data_store.inner]
}
data_store "read" {
  technology = "${module.one.data_store.db.label}, ${module.many["y"].module.deep.data_store.inner.technology}"
}
`,
		"hosting/main.hcl": `
variable "vendor" {}
variable "regions" {}
variable "title" {
  type = text
}
variable "days" {
  type    = duration
  default = "30 days"
}
data_store "db" {
  label   = var.title
  vendor  = var.vendor
  regions = var.regions
  retention {
    period = var.days
  }
}
module "deep" {
  source = "./deep"
  of     = data_store.db
}
`,
		"hosting/deep/main.hcl": `
variable "of" {}
data_store "inner" {
  vendor     = var.of.vendor
  technology = "copy of ${var.of.label}"
}
`,
	})
	want := []string{
		"vendor.aws", "region.here", "flow.f", "data_store.read",
		`module.many["x"].data_store.db`, `module.many["x"].data_store.db.retention`, `module.many["x"].module.deep.data_store.inner`,
		`module.many["y"].data_store.db`, `module.many["y"].data_store.db.retention`, `module.many["y"].module.deep.data_store.inner`,
		"module.one.data_store.db", "module.one.data_store.db.retention", "module.one.module.deep.data_store.inner",
	}
	if diff := cmp.Diff(want, addresses(p)); diff != "" {
		t.Error(diff)
	}
	for expr, want := range map[string]string{
		`module.one.data_store.db.retention.period`:               `"30 days"`,
		`module.many["x"].data_store.db.retention.period`:         `"1 day"`,
		`module.many["x"].data_store.db.label`:                    `"Many X"`,
		`module.one.data_store.db.vendor`:                         `vendor.aws`,
		`module.one.data_store.db.vendor.label`:                   `"AWS"`,
		`module.one.module.deep.data_store.inner.vendor.label`:    `"AWS"`,
		`data_store.read.technology`:                              `"One, copy of Many Y"`,
		`flow.f.from[1].label`:                                    `"Many X"`,
		`flow.f.from[1].vendor.label`:                             `"AWS"`,
		`flow.f.to[0].vendor.label`:                               `"AWS"`,
		`length(data_store)`:                                      `1`,
		`flow.f.to[0] == module.one.module.deep.data_store.inner`: `true`,
	} {
		if got := eval(t, p, expr); got != want {
			t.Errorf("%s: %s, want %s", expr, got, want)
		}
	}
}

// TestModuleMistakes holds mistakes in modules and in their use. A file is
// named before what is underlined in it.
func TestModuleMistakes(t *testing.T) {
	const used = "module \"m\" {\n  source = \"./m\"\n}\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"a mistake in a module used three times", map[string]string{
			"main.hcl": used + strings.ReplaceAll(used, `"m"`, `"n"`) + "module \"o\" {\n  for_each = [\"a\", \"b\"]\n  source = \"./m\"\n}\n",
			"m/m.hcl":  "vendor \"v\" {\n  parent = vendor.w\n  lable = \"x\"\n  country = upper(1)\n}\n",
		}, []string{"m/m.hcl PV0301 vendor.w", "m/m.hcl PV0202 lable", "m/m.hcl PV0503 1"}},
		{"a file of a module that cannot be read", map[string]string{
			"main.hcl": used + "flow \"f\" {\n  from = [module.m.data_store.x]\n}\n",
			"m/m.hcl":  "vendor \"v\" {\n",
		}, []string{"m/m.hcl PV0101 {"}},
		{"an argument that is not a variable", map[string]string{
			"main.hcl": "module \"m\" {\n  source = \"./m\"\n  nam = \"x\"\n}\n",
			"m/m.hcl":  "variable \"name\" {\n  default = \"x\"\n}\nvendor \"v\" {\n  label = var.name\n}\n",
		}, []string{"main.hcl PV0608 nam"}},
		{"an argument that is missing", map[string]string{
			"main.hcl": used,
			"m/m.hcl":  "variable \"name\" {}\nvendor \"v\" {\n  label = var.name\n}\nvendor \"w\" {\n  label = var.name\n}\n",
		}, []string{"main.hcl PV0608 module \"m\""}},
		{"an argument of another type", map[string]string{
			"main.hcl": "module \"m\" {\n  source = \"./m\"\n  name = [\"x\"]\n}\n",
			"m/m.hcl":  "variable \"name\" {\n  type = text\n}\nvendor \"v\" {\n  label = var.name\n}\n",
		}, []string{"main.hcl PV0401 [\"x\"]"}},
		{"an argument that is broken", map[string]string{
			"main.hcl": "module \"m\" {\n  source = \"./m\"\n  name = local.nowhere\n}\n",
			"m/m.hcl":  "variable \"name\" {}\nvendor \"v\" {\n  label = var.name\n}\n",
		}, []string{"main.hcl PV0505 local.nowhere"}},
		{"a module of itself", map[string]string{
			"main.hcl": used,
			"m/m.hcl":  "module \"m\" {\n  source = \"../m\"\n}\n",
		}, []string{"m/m.hcl PV0607 \"../m\""}},
		{"a module of the policy", map[string]string{
			"main.hcl": used,
			"m/m.hcl":  "module \"m\" {\n  source = \"../\"\n}\n",
		}, []string{"m/m.hcl PV0607 \"../\""}},
		{"two modules of each other", map[string]string{
			"main.hcl": used,
			"m/m.hcl":  "module \"n\" {\n  source = \"../n\"\n}\n",
			"n/n.hcl":  "module \"m\" {\n  source = \"../m\"\n}\n",
		}, []string{"n/n.hcl PV0607 \"../m\""}},
		{"a module outside", map[string]string{
			"main.hcl": "module \"m\" {\n  source = \"../m\"\n}\nflow \"f\" {\n  from = [module.m.data_store.x]\n}\n",
		}, []string{"main.hcl PV0606 \"../m\""}},
		{"a computed source", map[string]string{
			"main.hcl": "locals {\n  x = \"./m\"\n}\nmodule \"m\" {\n  source = local.x\n}\n",
		}, []string{"main.hcl PV0606 local.x"}},
		{"a circle through a module", map[string]string{
			"main.hcl": "module \"m\" {\n  source = \"./m\"\n  name = module.m.vendor.v.label\n}\n",
			"m/m.hcl":  "variable \"name\" {}\nvendor \"v\" {\n  label = var.name\n}\n",
		}, []string{"main.hcl PV0501 module.m.vendor.v.label"}},
		{"a newer module", map[string]string{
			"main.hcl": used,
			"m/m.hcl":  "privity {\n  required_version = \">= 9\"\n}\nvendr \"v\" {}\n",
		}, []string{"m/m.hcl PV0209 \">= 9\""}},
		{"a misspelt name in a module", map[string]string{
			"main.hcl": used + "data_store \"d\" {\n  vendor = module.m.vendor.amazn\n}\n",
			"m/m.hcl":  "vendor \"amazon\" {}\n",
		}, []string{"main.hcl PV0301 module.m.vendor.amazn"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := load(t, c.files)
			var got []string
			for _, d := range found {
				got = append(got, d.Span.File.Name+" "+string(d.Code)+" "+d.Span.Text())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff, printed(found))
			}
		})
	}
}

func TestFixInModule(t *testing.T) {
	_, found := load(t, map[string]string{
		"main.hcl": "module \"m\" {\n  source = \"./m\"\n}\ndata_store \"d\" {\n  vendor = module.m.vendor.amazn\n}\n",
		"m/m.hcl":  "vendor \"amazon\" {}\n",
	})
	if got := found[0].Fixes[0].Edits[0].New; got != "module.m.vendor.amazon" {
		t.Errorf("the fix writes %s", got)
	}
}

// TestPrecedence holds which value a variable has: the later in this table
// before the earlier.
func TestPrecedence(t *testing.T) {
	sources := []struct {
		name string
		add  func(fsys fstest.MapFS, in *Inputs, value string)
	}{
		{"default", func(fstest.MapFS, *Inputs, string) {}},
		{"environment", func(_ fstest.MapFS, in *Inputs, v string) {
			in.Environ = append(in.Environ, "PRIVITY_VAR_x="+v, "PRIVITY_VAR_other=1", "x=wrong", "PRIVITY_VAR_X=wrong")
		}},
		{"a file", func(fsys fstest.MapFS, _ *Inputs, v string) {
			fsys["a.auto.hclvars"] = &fstest.MapFile{Data: []byte("x = \"" + v + "\"\n")}
		}},
		{"a later file", func(fsys fstest.MapFS, _ *Inputs, v string) {
			fsys["b.auto.hclvars"] = &fstest.MapFile{Data: []byte("x = \"" + v + "\"\n")}
		}},
		{"--var", func(_ fstest.MapFS, in *Inputs, v string) {
			in.Settings = append(in.Settings, Setting{Name: "x", Value: v})
		}},
		{"--var-file", func(_ fstest.MapFS, in *Inputs, v string) {
			in.Settings = append(in.Settings, Setting{File: source.NewFile("v.hclvars", []byte("x = \""+v+"\"\n"))})
		}},
		{"--var again", func(_ fstest.MapFS, in *Inputs, v string) {
			in.Settings = append(in.Settings, Setting{Name: "x", Value: v})
		}},
	}
	for first := range sources {
		for last := first; last < len(sources); last++ {
			fsys := files(map[string]string{"main.hcl": "variable \"x\" {\n  default = \"default\"\n}\nvendor \"v\" {\n  label = var.x\n}\n"})
			var in Inputs
			for _, s := range sources[first : last+1] {
				s.add(fsys, &in, s.name)
			}
			p, found := Load(fsys, Options{Inputs: in})
			checkInvariants(t, p, found)
			if p.Model == nil || p.Model.Lookup("vendor.v").Text("label") != sources[last].name {
				t.Errorf("from %s to %s: %s", sources[first].name, sources[last].name, printed(found))
			}
		}
	}
}

func TestVariableTypes(t *testing.T) {
	for _, c := range []struct {
		typ, input string
		want       string // as the value is printed
		code       diag.Code
	}{
		{"text", "a b", `"a b"`, ""},
		{"string", "[1]", `"[1]"`, ""},
		{"any", "[1]", `"[1]"`, ""},
		{"bool", "true", `true`, ""},
		{"bool", "yes", ``, diag.WrongType},
		{"bool", "\"true\"", ``, diag.WrongType},
		{"number", "12", `12`, ""},
		{"number", "-12", `-12`, ""},
		{"number", "1.5", ``, diag.WrongType},
		{"number", "twelve", ``, diag.WrongType},
		{"number", "1 + 1", ``, diag.WrongType},
		{"duration", "30 days", `"30 days"`, ""},
		{"duration", "30d", ``, diag.BadDuration},
		{"date", "2026-01-31", `"2026-01-31"`, ""},
		{"date", "2026-02-30", ``, diag.ImpossibleDate},
		{"country", "IE", `"IE"`, ""},
		{"country", "UK", ``, diag.UnknownCountry},
		{"language", "de", `"de"`, ""},
		{"email", "a@example.com", `"a@example.com"`, ""},
		{"url", "javascript:x", ``, diag.BadURL},
		{"list(text)", `["a", "b"]`, "[\n  \"a\",\n  \"b\",\n]", ""},
		{"list(text)", `[]`, "[]", ""},
		{"list(text)", `"a"`, ``, diag.VariableValue},
		{"list(text)", `[1]`, ``, diag.WrongType},
		{"list(duration)", `["30 days", "30d"]`, ``, diag.BadDuration},
		{"list(list(number))", `[[1], []]`, "[\n  [\n    1,\n  ],\n  [],\n]", ""},
		{"map(bool)", `{ a = true }`, "{\n  a = true\n}", ""},
		{"map(bool)", `[true]`, ``, diag.VariableValue},
		{"list(text)", `[`, ``, diag.VariableValue},
		{"list(text)", "[]\nb = 1", ``, diag.VariableValue},
		{"list(text)", `[vendor.v]`, ``, diag.NotAllowed},
		{"list(text)", `[var.x]`, ``, diag.NotAllowed},
		{"list(text)", `exec("rm")`, ``, diag.UnknownFunction},
		{"list(text)", strings.Repeat("[", 5000), ``, diag.VariableValue},
		{"text", "a\x00b", ``, diag.FileControlChar},
		{"text", "a\xff", ``, diag.FileNotText},
		{"text", "", ``, diag.EmptyValue},
	} {
		for _, how := range []string{"environment", "--var"} {
			in := Inputs{Environ: []string{"PRIVITY_VAR_x=" + c.input}}
			if how == "--var" {
				in = Inputs{Settings: []Setting{{Name: "x", Value: c.input}}}
			}
			p, found := Load(files(map[string]string{"main.hcl": "variable \"x\" {\n  type = " + c.typ + "\n}\nvendor \"v\" {\n  note = \"${length([var.x])}\"\n}\n"}), Options{Inputs: in})
			checkInvariants(t, p, found)
			switch {
			case c.code != "":
				if len(found) != 1 || found[0].Code != c.code {
					t.Errorf("%s %q by %s: want %s, got %s", c.typ, c.input, how, c.code, printed(found))
				}
			case len(found) > 0 || eval(t, p, "var.x") != c.want:
				t.Errorf("%s %q by %s: %s", c.typ, c.input, how, printed(found))
			}
		}
	}
}

func TestFilesOfValues(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"every type", "x = \"a\"\nl = [\"b\", upper(\"c\")]\n", nil},
		{"an unknown name", "x = \"a\"\ny = 1\n", []string{"PV0601 y"}},
		{"a name of another", "x = local.a\n", []string{"PV0504 local.a"}},
		{"a block", "x = \"a\"\nvendor \"v\" {}\n", []string{"PV0609 vendor"}},
		{"a name twice", "x = \"a\"\nx = \"b\"\n", []string{"PV0205 x"}},
		{"another type", "x = [\"a\"]\n", []string{`PV0401 ["a"]`}},
		{"no syntax", "x = \n", []string{"PV0101 ="}},
		{"a function that is not there", "x = exec(\"a\")\n", []string{"PV0502 exec"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := load(t, map[string]string{
				"main.hcl":       "variable \"x\" {\n  type = text\n  default = \"d\"\n}\nvariable \"l\" {\n  type = list(text)\n  default = []\n}\nvendor \"v\" {\n  label = var.x\n  note = \"${length(var.l)}\"\n}\n",
				"a.auto.hclvars": c.text,
			})
			got := underlined(found)
			for i := range got {
				got[i] = strings.TrimSuffix(got[i], "\n")
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff, printed(found))
			}
		})
	}
}

func TestRequiredVersion(t *testing.T) {
	for _, c := range []struct {
		constraint, tool string
		want             bool // a finding
	}{
		{">= 0.1", "0.1.0", false},
		{">= 0.2", "0.1.0", true},
		{"~> 0.1", "0.9.0", false},
		{"~> 0.1.0", "0.2.0", true},
		{">= 0.1, < 0.2", "0.1.5", false},
		{"= 1.0", "1.0.0-rc1", false},
		{">= 1.0", "", false},
		{">= 1.0", "devel", false},
		{"new", "0.1.0", true},
		{"", "0.1.0", true},
		{">=", "0.1.0", true},
	} {
		p, found := Load(files(map[string]string{
			"a.hcl": "vendor \"v\" {}\n",
			"z.hcl": "privity {\n  required_version = \"" + c.constraint + "\"\n}\n",
		}), Options{Version: c.tool})
		checkInvariants(t, p, found)
		if got := hasCode(found, diag.RequiredVersion); got != c.want || len(found) > 1 {
			t.Errorf("%q with %q: %s", c.constraint, c.tool, printed(found))
		}
	}
}

// TestRequiredVersionFirst holds that nothing else is said where another
// version is needed: what is wrong may be what is new.
func TestRequiredVersionFirst(t *testing.T) {
	_, found := load(t, map[string]string{
		"a.hcl": "novelty \"v\" {\n",
		"b.hcl": "novelty \"v\" {}\n",
		"z.hcl": "privity {\n  required_version = \">= 9.0\"\n}\nvendor \"v\" {\n  novel = 1\n}\n",
	})
	if len(found) != 1 || found[0].Code != diag.RequiredVersion || found[0].Span.Text() != `">= 9.0"` {
		t.Error(printed(found))
	}
}
