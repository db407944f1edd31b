package lang

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
)

// world is the policy in which the expressions of the tests are evaluated.
const world = `
locals {
  list   = ["b", "a", "b"]
  map    = { one = 1, two = 2 }
  nested = { a = { b = ["x", "y"] } }
  none   = []
}

variable "product" {
  default = "Sync"
}

vendor "aws" {
  label   = "AWS"
  country = "US"
}
vendor "hetzner" {}

region "place" {
  for_each = { ie = "IE", de = "DE" }
  label    = "Place ${each.key}"
  country  = each.value
}

data_store "dwh" {
  label      = "Warehouse"
  technology = "PostgreSQL"
  vendor     = vendor.aws
  regions    = [region.place["ie"], region.place["de"]]
  uses       = ["database", "cache"]
  permanent  = true

  retention {
    period = "30 days"
  }
  segment "special" {
    label = "Special"
  }
  segment "plain" {}
}

data_store "logs" {
  vendor = vendor.hetzner
  retention "short" {
    period = "7 days"
  }
  retention "long" {
    period = "1 year"
  }
}

module "base" {
  source = "./base"
  name   = "Given"
}

module "each" {
  for_each = ["x", "y"]
  source   = "./base"
  name     = each.key
}
`

const worldModule = `
variable "name" {}
vendor "inner" {
  label = var.name
}
`

func evalWorld(t testing.TB) *Policy {
	t.Helper()
	return good(t, map[string]string{"main.hcl": world, "base/base.hcl": worldModule})
}

// expressions are expressions and what they come to, as JSON.
var expressions = []struct{ expr, want string }{
	// literals
	{`"text"`, `"text"`},
	{`"a\nb\t\"c\" \u00e9"`, `"a\nb\t\"c\" é"`},
	{`"$${not} %%{this}"`, `"${not} %{this}"`},
	{`12`, `12`},
	{`-12`, `-12`},
	{`1e3`, `1000`},
	{`true`, `true`},
	{`null`, `null`},
	{`[]`, `[]`},
	{`{}`, `{}`},
	{`["a", 1, true, null, [2]]`, `["a",1,true,null,[2]]`},
	{`{ a = 1, "b c" = 2, (upper("d")) = 3, 4 = 5 }`, `{"4":5,"D":3,"a":1,"b c":2}`},
	{`{ a : 1 }`, `{"a":1}`},
	{`("a")`, `"a"`},

	// templates
	{`"a ${1} ${true} ${"b"}"`, `"a 1 true b"`},
	{`"${"only"}"`, `"only"`},
	{`"${[1]}"`, `[1]`},
	{`"%{ if true }yes%{ else }no%{ endif }"`, `"yes"`},
	{`"%{ if false }yes%{ endif }"`, `""`},
	{`"%{ if 1 == 2 }yes%{ else }no%{ endif }"`, `"no"`},
	{`"%{ for x in ["a", "b"] }${x}, %{ endfor }"`, `"a, b, "`},
	{`"%{ for i, x in ["a", "b"] }${i}${x} %{ endfor }"`, `"0a 1b "`},
	{`"%{ for k, v in { a = 1 } }${k}=${v}%{ endfor }"`, `"a=1"`},
	{`"%{ for x in [] }${x}%{ endfor }"`, `""`},
	{`"a ${~ "b" ~} c"`, `"abc"`},
	{"<<EOT\nhello ${upper(\"x\")}\n  there\nEOT\n", `"hello X\n  there\n"`},
	{"<<-EOT\n    hello\n      there\n  EOT\n", `"hello\n  there\n"`},
	{"<<-EOT\n  %{ for x in [\"a\", \"b\"] ~}\n  - ${x}\n  %{ endfor ~}\n  EOT\n", `"  - a\n  - b\n"`},

	// operators
	{`1 == 1`, `true`},
	{`1 == "1"`, `false`},
	{`"a" != "b"`, `true`},
	{`[1, 2] == [1, 2]`, `true`},
	{`[1, 2] == [2, 1]`, `false`},
	{`{ a = 1 } == { a = 1 }`, `true`},
	{`{ a = 1 } == { a = 2 }`, `false`},
	{`{ a = 1, b = 2 } == { b = 2, a = 1 }`, `true`},
	{`null == null`, `true`},
	{`1.5 == 1.5`, `true`},
	{`1.5 == 2.5`, `false`},
	{`vendor.aws == vendor.aws`, `true`},
	{`vendor.aws == vendor.hetzner`, `false`},
	{`data_store.dwh.vendor == vendor.aws`, `true`},
	{`1 < 2`, `true`},
	{`2 <= 2`, `true`},
	{`1 > 2`, `false`},
	{`2 >= 3`, `false`},
	{`true && false`, `false`},
	{`true || false`, `true`},
	{`!true`, `false`},
	{`!(1 == 2) && true`, `true`},
	{`false && local.none[0]`, `false`},
	{`true ? "a" : "b"`, `"a"`},
	{`false ? local.none[0] : "b"`, `"b"`},
	{`true ? true ? 1 : 2 : 3`, `1`},

	// indexes and attributes
	{`["a", "b"][1]`, `"b"`},
	{`local.list[0]`, `"b"`},
	{`local.map["two"]`, `2`},
	{`local.map.two`, `2`},
	{`local.nested.a.b[1]`, `"y"`},
	{`local.nested["a"]["b"][0]`, `"x"`},
	{`local.list[length(local.list) == 3 ? 2 : 0]`, `"b"`},
	{`local["list"][0]`, `"b"`},
	{`{ a = 1 }.a`, `1`},
	{`var.product`, `"Sync"`},

	// splat
	{`values(vendor)[*].label`, `["AWS","hetzner"]`},
	{`values(region.place)[*].country`, `["IE","DE"]`},
	{`[{ a = 1 }, { a = 2 }][*].a`, `[1,2]`},
	{`[{ a = 1 }, { a = 2 }].*.a`, `[1,2]`},
	{`[[1, 2], [3]][*][0]`, `[1,3]`},
	{`"one"[*]`, `["one"]`},
	{`[][*].a`, `[]`},

	// for
	{`[for x in ["a", "b"]: upper(x)]`, `["A","B"]`},
	{`[for i, x in ["a", "b"]: "${i}${x}"]`, `["0a","1b"]`},
	{`[for x in [1, 2, 3]: x if x > 1]`, `[2,3]`},
	{`[for k, v in { a = 1 }: "${k}${v}"]`, `["a1"]`},
	{`{ for x in ["a", "b"]: x => upper(x) }`, `{"a":"A","b":"B"}`},
	{`{ for k, v in { a = 1 }: upper(k) => v if v == 1 }`, `{"A":1}`},
	{`{ for x in ["a", "b"]: "k" => x }`, `{"k":"b"}`},
	{`[for x in [[1], [2]]: [for y in x: y]]`, `[[1],[2]]`},
	{`[for x in ["a"]: [for x in ["b"]: x]]`, `[["b"]]`},
	{`[for vendor in ["a"]: vendor]`, `["a"]`},
	{`[for d in values(data_store): d.label if d.vendor == vendor.aws]`, `["Warehouse"]`},
	{`[for n, d in data_store: n]`, `["dwh","logs"]`},

	// functions
	{`coalesce(null, "", "b", "c")`, `"b"`},
	{`coalesce([], 1)`, `[]`},
	{`compact(["a", "", null, "b"])`, `["a","b"]`},
	{`concat(["a"], [], ["b", 1])`, `["a","b",1]`},
	{`contains(["a", "b"], "b")`, `true`},
	{`contains(["a"], ["a"])`, `false`},
	{`contains(data_store.dwh.regions, region.place["ie"])`, `true`},
	{`distinct(["a", "b", "a", 1, 1, true])`, `["a","b",1,true]`},
	{`distinct(concat(values(vendor), [vendor.aws]))`, `["vendor.aws","vendor.hetzner"]`},
	{`except(["a", "b", "c"], ["b"])`, `["a","c"]`},
	{`except(values(vendor), [vendor.aws])`, `["vendor.hetzner"]`},
	{`flatten([["a"], "b", [["c"], []]])`, `["a","b","c"]`},
	{`join(", ", ["a", "b"])`, `"a, b"`},
	{`join("", [])`, `""`},
	{`join("-", [1, true])`, `"1-true"`},
	{`keys(local.map)`, `["one","two"]`},
	{`keys(vendor)`, `["aws","hetzner"]`},
	{`keys(region)`, `["place[\"ie\"]","place[\"de\"]"]`},
	{`length([])`, `0`},
	{`length("日本")`, `2`},
	{`length(local.map)`, `2`},
	{`length(data_store)`, `2`},
	{`length(data_store.dwh.segment)`, `2`},
	{`lookup(local.map, "one", 3)`, `1`},
	{`lookup(local.map, "three", 3)`, `3`},
	{`lower("ÄB")`, `"äb"`},
	{`merge({ a = 1, b = 1 }, { b = 2, c = 3 })`, `{"a":1,"b":2,"c":3}`},
	{`replace("a-b-c", "-", "")`, `"abc"`},
	{`reverse([1, 2, 3])`, `[3,2,1]`},
	{`sort(["b", "a", "B"])`, `["B","a","b"]`},
	{`split(",", "a,,b")`, `["a","","b"]`},
	{`split(",", "")`, `[""]`},
	{`trimspace(" a b\n")`, `"a b"`},
	{`upper("äb")`, `"ÄB"`},
	{`values(local.map)`, `[1,2]`},

	// blocks
	{`vendor.aws`, `"vendor.aws"`},
	{`"${vendor.aws}"`, `"vendor.aws"`},
	{`vendor.aws.label`, `"AWS"`},
	{`vendor["aws"].label`, `"AWS"`},
	{`vendor.hetzner.label`, `"hetzner"`},
	{`vendor`, `{"aws":"vendor.aws","hetzner":"vendor.hetzner"}`},
	{`region.place`, `{"de":"region.place[\"de\"]","ie":"region.place[\"ie\"]"}`},
	{`region.place["ie"].country`, `"IE"`},
	{`region.place.ie.label`, `"Place ie"`},
	{`data_store.dwh.permanent`, `true`},
	{`data_store.dwh.uses`, `["database","cache"]`},
	{`data_store.dwh.vendor.label`, `"AWS"`},
	{`data_store.dwh.regions[1].country`, `"DE"`},
	{`data_store.dwh.regions[*].country`, `["IE","DE"]`},
	{`data_store.dwh.retention.period`, `"30 days"`},
	{`data_store.dwh.retention`, `"data_store.dwh.retention"`},
	{`data_store.dwh.segment.special.label`, `"Special"`},
	{`data_store.dwh.segment["special"].label`, `"Special"`},
	{`keys(data_store.dwh.segment)`, `["special","plain"]`},
	{`data_store.logs.retention.long.period`, `"1 year"`},
	{`keys(data_store.logs.retention)`, `["short","long"]`},
	{`module.base.vendor.inner.label`, `"Given"`},
	{`module.base.vendor.inner`, `"module.base.vendor.inner"`},
	{`module.each["y"].vendor.inner.label`, `"y"`},
	{`policy.example.organization.legal_name`, `"Acme Ltd"`},
	{`length([for s in values(data_store): s if contains(keys(vendor), "aws")])`, `2`},
}

func TestExpressions(t *testing.T) {
	p := evalWorld(t)
	for _, c := range expressions {
		r, found := p.Eval(c.expr)
		if len(found) > 0 || !r.Known() {
			t.Errorf("%s: %s", c.expr, printed(found))
			continue
		}
		got, err := json.Marshal(r.Plain())
		if err != nil || string(got) != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.expr, got, c.want)
		}
	}
}

// TestExpressionsAgain holds that what is printed can be read, and is the same.
func TestExpressionsAgain(t *testing.T) {
	p := evalWorld(t)
	for _, c := range expressions {
		first, _ := p.Eval(c.expr)
		again, found := p.Eval(first.String())
		if len(found) > 0 || cmp.Diff(first.Plain(), again.Plain()) != "" {
			t.Errorf("%s is printed as %s: %s", c.expr, first, printed(found))
		}
	}
}

// TestBadExpressions holds for each mistake its code, what is underlined, and
// that there is no second finding.
func TestBadExpressions(t *testing.T) {
	p := evalWorld(t)
	for _, c := range []struct {
		expr string
		code diag.Code
		at   string
	}{
		{`1 + 1`, diag.NotAllowed, `1 + 1`},
		{`"a" + "b"`, diag.NotAllowed, `"a" + "b"`},
		{`2 * length(vendor)`, diag.NotAllowed, `2 * length(vendor)`},
		{`-length(vendor)`, diag.NotAllowed, `-length(vendor)`},
		{`false ? 1 % 2 : 3`, diag.NotAllowed, `1 % 2`},
		{`{ for x in [1]: "a" => x... }`, diag.NotAllowed, `{ for x in [1]: "a" => x... }`},
		{`uper("a")`, diag.UnknownFunction, `uper`},
		{`regex("a", "b")`, diag.UnknownFunction, `regex`},
		{`upper()`, diag.FunctionCall, `upper()`},
		{`upper("a", "b")`, diag.FunctionCall, `upper("a", "b")`},
		{`concat([["a"]]...)`, diag.FunctionCall, `concat([["a"]]...)`},
		{`upper(1)`, diag.FunctionCall, `1`},
		{`join(",", "a")`, diag.FunctionCall, `"a"`},
		{`join(",", [["a"]])`, diag.FunctionCall, `["a"]`},
		{`sort([1])`, diag.FunctionCall, `[1]`},
		{`concat(["a"], "b")`, diag.FunctionCall, `"b"`},
		{`coalesce("", null)`, diag.FunctionCall, `coalesce("", null)`},
		{`distinct([[1]])`, diag.FunctionCall, `[[1]]`},
		{`length(1)`, diag.FunctionCall, `1`},
		{`keys([1])`, diag.FunctionCall, `[1]`},
		{`lookup(local.map, 1, 2)`, diag.FunctionCall, `1`},
		{`split("", "a")`, diag.FunctionCall, `""`},
		{`replace("a", "", "b")`, diag.FunctionCall, `""`},
		{`merge({}, [])`, diag.FunctionCall, `[]`},
		{`values(vendor.aws)`, diag.FunctionCall, `vendor.aws`},
		{`"x ${vendor.aws}"`, diag.WrongType, `vendor.aws`},
		{`"x ${[1]}"`, diag.WrongType, `[1]`},
		{`"x ${null}"`, diag.WrongType, `null`},
		{`"x ${{}}"`, diag.WrongType, `{}`},
		{`"%{ for x in [[1]] }${x}%{ endfor }"`, diag.WrongType, ``},
		{`"%{ if 1 }a%{ endif }"`, diag.WrongType, `1`},
		{`1 ? 2 : 3`, diag.WrongType, `1`},
		{`!"a"`, diag.WrongType, `"a"`},
		{`"a" < "b"`, diag.WrongType, `"a" < "b"`},
		{`true && 1`, diag.WrongType, `true && 1`},
		{`1 || true`, diag.WrongType, `1 || true`},
		{`[for x in 1: x]`, diag.WrongType, `1`},
		{`[for x in [1]: x if x]`, diag.WrongType, `x`},
		{`{ for x in [[1]]: x => 1 }`, diag.WrongType, `x`},
		{`{ a = 1, a = 2 }`, diag.DuplicateAttribute, `a`},
		{`local.list[3]`, diag.NoSuchElement, `local.list[3]`},
		{`local.list[-1]`, diag.NoSuchElement, ``},
		{`local.list["a"]`, diag.NoSuchElement, `local.list["a"]`},
		{`local.list.a`, diag.NoSuchElement, `local.list.a`},
		{`local.map[0]`, diag.NoSuchElement, `local.map[0]`},
		{`local.map.three`, diag.NoSuchElement, `local.map.three`},
		{`local.map["three"]`, diag.NoSuchElement, `local.map["three"]`},
		{`local.none[0]`, diag.NoSuchElement, `local.none[0]`},
		{`local.list[1.5]`, diag.NoSuchElement, `local.list[1.5]`},
		{`"a".b`, diag.NoSuchElement, ``},
		{`vendor[0]`, diag.NoSuchElement, `vendor[0]`},
		{`vendor.aws.lable`, diag.NoSuchElement, `vendor.aws.lable`},
		{`vendor.aws.legal_name`, diag.NoSuchElement, `vendor.aws.legal_name`},
		{`vendor.aws[0]`, diag.NoSuchElement, `vendor.aws[0]`},
		{`data_store.logs.backup.frequency`, diag.NoSuchElement, `data_store.logs.backup.frequency`},
		{`data_store.logs.retention.period`, diag.NoSuchElement, `data_store.logs.retention.period`},
		{`region.place.label`, diag.InstanceNeeded, `region.place.label`},
		{`region.place["fr"].label`, diag.NoSuchElement, `region.place["fr"].label`},
		{`vendor.amz`, diag.UnknownReference, `vendor.amz`},
		{`vendor.amz.label`, diag.UnknownReference, `vendor.amz`},
		{`module.bass.vendor.inner`, diag.UnknownReference, `module.bass.vendor.inner`},
		{`module.base.vendor.outer.label`, diag.UnknownReference, `vendor.outer`},
		{`module.base`, diag.UnknownReference, `module.base`},
		{`module`, diag.UnknownName, `module`},
		{`module.each.vendor.inner`, diag.InstanceNeeded, `module.each.vendor.inner`},
		{`module.each["z"].vendor.inner`, diag.InstanceNeeded, `module.each["z"].vendor.inner`},
		{`module.base["z"].vendor.inner`, diag.InstanceNeeded, `module.base["z"].vendor.inner`},
		{`module.base.var.name`, diag.UnknownName, `module.base.var.name`},
		{`local`, diag.UnknownName, `local`},
		{`local[0]`, diag.UnknownName, `local[0]`},
		{`local.lst`, diag.UnknownName, `local.lst`},
		{`local.lst.x`, diag.UnknownName, `local.lst`},
		{`var.prodct`, diag.UndeclaredVariable, `var.prodct`},
		{`nothing`, diag.UnknownName, `nothing`},
		{`vendr.aws`, diag.UnknownName, `vendr.aws`},
		{`each.key`, diag.UnknownName, `each.key`},
		{`self.label`, diag.UnknownName, `self.label`},
		{`[for x in [1]: y]`, diag.UnknownName, `y`},
		{`1 +`, diag.SyntaxError, `1 +`},
		{`a = 1`, diag.SyntaxError, `a = 1`},
		{"1\nb = 2", diag.SyntaxError, "1\nb = 2"},
		{`1) + (2`, diag.SyntaxError, `1) + (2`},
		{``, diag.SyntaxError, ``},
		{"\"a\x00\"", diag.FileControlChar, "\x00"},
	} {
		r, found := p.Eval(c.expr)
		if len(found) != 1 || found[0].Code != c.code || c.at != "" && found[0].Span.Text() != c.at {
			t.Errorf("%s\nwant %s <%s>\n got %s (%v)", c.expr, c.code, c.at, printed(found), r.Known())
			continue
		}
		checkFinding(t, found[0])
	}
}
