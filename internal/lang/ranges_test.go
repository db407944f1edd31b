package lang

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
)

// mistakes are policies with their findings, each as its code and the text that
// is underlined. One cause is one finding, however much depends on it.
var mistakes = []struct {
	name string
	text string
	want []string
}{
	// blocks
	{"unknown block", "stor \"x\" {}", []string{`PV0201 stor`}},
	{"unknown block that is referred to", "foo \"x\" {}\ndata_store \"a\" {\n  vendor = foo.x\n}", []string{`PV0201 foo`}},
	{"misspelt block that is referred to", "vendr \"x\" {}\ndata_store \"a\" {\n  vendor = vendor.x\n  technology = vendor.x.label\n}\ndata_store \"b\" {\n  vendor = vendr.x\n}", []string{`PV0201 vendr`}},
	{"block of another tool", "database \"x\" {}\nflow \"f\" {\n  from = [data_store.x]\n}", []string{`PV0201 database`}},
	{"inner block at the top", "segment \"x\" {}", []string{`PV0210 segment`}},
	{"block inside another", "data_store \"x\" {\n  vendor \"v\" {}\n}\ndata_store \"y\" {\n  vendor = vendor.v\n}", []string{`PV0210 vendor`}},
	{"misspelt inner block", "data_store \"x\" {\n  retenton {\n    period = \"1 day\"\n  }\n}\nlocals {\n  p = data_store.x.retention.period\n}\ndata_store \"y\" {\n  technology = local.p\n}", []string{`PV0201 retenton`}},
	{"misspelt inner block that is referred to", "data_store \"x\" {\n  segmnt \"s\" {}\n}\nretention \"y\" {\n  applies_to = [data_store.x.segment.s]\n  period = \"1 day\"\n}", []string{`PV0201 segmnt`}},
	{"attribute as a block", "data_store \"x\" {\n  technology {}\n}", []string{`PV0201 technology`}},
	{"block as an attribute", "data_store \"x\" {\n  retention = \"1 day\"\n}", []string{`PV0202 retention`}},
	{"no name", "vendor {}", []string{`PV0206 vendor`}},
	{"two names", "vendor \"a\" \"b\" {}\ndata_store \"x\" {\n  vendor = vendor.a_b\n}\ndata_store \"y\" {\n  vendor = vendor.a\n}", []string{`PV0206 "b"`}},
	{"a name too many", "locals \"x\" {\n  a = \"1\"\n}\nvendor \"v\" {\n  label = local.a\n}", []string{`PV0206 "x"`}},
	{"a name with blanks", "vendor \"Amazon Web Services\" {}\ndata_store \"x\" {\n  vendor = vendor.amazon_web_services\n}", []string{`PV0211 "Amazon Web Services"`}},
	{"two of a name", "vendor \"v\" {}\nvendor \"v\" {}", []string{`PV0204 vendor "v"`}},
	{"three of a name", "vendor \"v\" {}\nvendor \"v\" {}\nvendor \"v\" {}", []string{`PV0204 vendor "v"`, `PV0204 vendor "v"`}},
	{"two inner of a name", "data_store \"x\" {\n  segment \"s\" {}\n  segment \"s\" {}\n}", []string{`PV0204 segment "s"`}},
	{"two inner without a name", "data_store \"x\" {\n  retention {\n    period = \"1 day\"\n  }\n  retention {\n    period = \"1 day\"\n  }\n}", []string{`PV0204 retention`}},
	{"two policies", "policy \"other\" {\n  title = \"x\"\n  organization = organization.acme\n}", []string{`PV0204 policy "example"`}},
	{"stray attribute", "technology = \"x\"", []string{`PV0202 technology`}},

	// attributes
	{"misspelt attribute", "data_store \"x\" {\n  technologie = \"x\"\n}", []string{`PV0202 technologie`}},
	{"attribute in the singular", "region \"a\" {}\ndata_store \"x\" {\n  region = region.a\n}", []string{`PV0202 region`}},
	{"attribute in the singular, a text", "data_store \"x\" {\n  use = \"reading\"\n}", []string{`PV0202 use`}},
	{"misspelt attribute that is read", "vendor \"v\" {\n  contry = \"US\"\n}\ndata_store \"x\" {\n  technology = vendor.v.country\n}", []string{`PV0202 contry`}},
	{"unknown attribute", "data_store \"x\" {\n  xyzzy = local.nowhere\n}", []string{`PV0202 xyzzy`}},
	{"required attribute", "measure \"x\" {}", []string{`PV0203 measure "x"`}},
	{"misspelt required attribute", "measure \"x\" {\n  action = [\"a\"]\n}", []string{`PV0202 action`}},
	{"for_each within", "data_store \"x\" {\n  segment \"s\" {\n    for_each = [\"a\"]\n  }\n}", []string{`PV0202 for_each`}},

	// references
	{"unknown reference", "data_store \"x\" {\n  vendor = vendor.nope\n}", []string{`PV0301 vendor.nope`}},
	{"unknown reference that is read", "data_store \"x\" {\n  vendor = vendor.nope\n}\ndata_store \"y\" {\n  technology = data_store.x.vendor.label\n  uses = [data_store.x.vendor.country]\n}", []string{`PV0301 vendor.nope`}},
	{"unknown references in a list", "region \"a\" {}\ndata_store \"x\" {\n  regions = [region.a, region.b, region.c]\n}", []string{`PV0301 region.b`, `PV0301 region.c`}},
	{"unknown inner", "data_store \"x\" {\n  segment \"s\" {}\n}\nretention \"y\" {\n  applies_to = [data_store.x.segment.t]\n  period = \"1 day\"\n}", []string{`PV0301 data_store.x.segment.t`}},
	{"unknown reference built", "data_store \"x\" {\n  regions = concat([region.a], [region.b])\n}", []string{`PV0301 region.a`}},
	{"reference of another kind", "region \"a\" {}\ndata_store \"x\" {\n  vendor = region.a\n}", []string{`PV0302 region.a`}},
	{"computed reference of another kind", "region \"a\" {}\ndata_store \"x\" {\n  vendor = true ? region.a : null\n}", []string{`PV0302 true ? region.a : null`}},
	{"reference in quotes", "vendor \"a\" {}\ndata_store \"x\" {\n  vendor = \"vendor.a\"\n}", []string{`PV0303 "vendor.a"`}},
	{"computed text for a reference", "data_store \"x\" {\n  vendor = upper(\"a\")\n}", []string{`PV0303 upper("a")`}},
	{"no list", "region \"a\" {}\ndata_store \"x\" {\n  regions = region.a\n}", []string{`PV0401 region.a`}},
	{"list for one", "vendor \"a\" {}\ndata_store \"x\" {\n  vendor = [vendor.a]\n}", []string{`PV0401 [vendor.a]`}},
	{"reference twice", "region \"a\" {}\ndata_store \"x\" {\n  regions = [region.a, region.a]\n}", []string{`PV0306 region.a`}},
	{"instances as one", "region \"a\" {\n  for_each = [\"x\"]\n}\ndata_store \"x\" {\n  regions = [region.a]\n}", []string{`PV0305 region.a`}},
	{"unknown instance", "region \"a\" {\n  for_each = [\"x\"]\n}\ndata_store \"x\" {\n  regions = [region.a[\"y\"]]\n}", []string{`PV0301 region.a["y"]`}},
	{"a key where there are no instances", "region \"a\" {}\ndata_store \"x\" {\n  regions = [region.a[\"y\"]]\n}", []string{`PV0301 region.a["y"]`}},
	{"whole block for a text", "vendor \"a\" {}\ndata_store \"x\" {\n  technology = vendor.a\n}", []string{`PV0401 vendor.a`}},

	// scalars
	{"duration", "data_store \"x\" {\n  retention {\n    period = \"30d\"\n  }\n}", []string{`PV0403 "30d"`}},
	{"computed duration", "locals {\n  n = 3\n}\ndata_store \"x\" {\n  retention {\n    period = \"${local.n} dys\"\n  }\n}", []string{`PV0403 "${local.n} dys"`}},
	{"country", "vendor \"x\" {\n  country = \"UK\"\n}", []string{`PV0407 "UK"`}},
	{"enum", "organization \"x\" {\n  legal_name = \"x\"\n  role = \"contoller\"\n}", []string{`PV0402 "contoller"`}},
	{"empty text", "vendor \"x\" {\n  label = \" \"\n}", []string{`PV0413 " "`}},
	{"empty list", "data_store \"x\" {\n  regions = []\n}", []string{`PV0413 []`}},
	{"null", "vendor \"x\" {\n  label = null\n}", []string{`PV0401 null`}},
	{"number for text", "vendor \"x\" {\n  label = 5\n}", []string{`PV0401 5`}},
	{"text for bool", "data_store \"x\" {\n  permanent = \"yes\"\n}", []string{`PV0401 "yes"`}},
	{"map for text", "vendor \"x\" {\n  label = { a = 1 }\n}", []string{`PV0401 { a = 1 }`}},
	{"several lines", "vendor \"x\" {\n  label = \"a\\nb\"\n}", []string{`PV0401 "a\nb"`}},
	{"list in a list", "data_store \"x\" {\n  uses = [[\"a\"]]\n}", []string{`PV0401 ["a"]`}},
	{"each wrong element", "vendor \"v\" {}\ndata_store \"x\" {\n  regions = [\"a\", vendor.v, \"b\"]\n}", []string{`PV0303 "a"`, `PV0302 vendor.v`, `PV0303 "b"`}},

	// values
	{"a broken local value used in many places", "locals {\n  a = upper(1)\n  b = local.a\n  c = [local.b, \"${local.a}\"]\n}\nvendor \"v\" {\n  label = local.a\n  country = local.b\n}\ndata_store \"x\" {\n  for_each = local.c\n  technology = local.c[0]\n}\nflow \"f\" {\n  from = [data_store.x[\"a\"]]\n}", []string{`PV0503 1`}},
	{"a local value that is not there", "vendor \"v\" {\n  label = local.a\n}", []string{`PV0505 local.a`}},
	{"a variable of an unknown type", "variable \"a\" {\n  type = txt\n}\nvendor \"v\" {\n  label = var.a\n}\nvendor \"w\" {\n  label = \"${var.a}\"\n}", []string{`PV0603 txt`}},
	{"a misspelt variable block", "varible \"a\" {}\nvendor \"v\" {\n  label = var.a\n}", []string{`PV0201 varible`}},
	{"misspelt locals", "local {\n  a = \"x\"\n}\nvendor \"v\" {\n  label = local.a\n}", []string{`PV0201 local`}},
	{"a misspelt module block", "modul \"m\" {\n  source = \"./m\"\n}\ndata_store \"x\" {\n  vendor = module.m.vendor.a\n  technology = module.m.vendor.a.label\n}", []string{`PV0201 modul`}},
	{"a module that is not there", "module \"m\" {\n  source = \"./m\"\n}\ndata_store \"x\" {\n  vendor = module.m.vendor.a\n}", []string{`PV0606 "./m"`}},
	{"a variable without a value", "variable \"a\" {}\nvendor \"v\" {\n  label = var.a\n}", []string{`PV0602 variable "a"`}},
	{"a default of another type", "variable \"a\" {\n  type = duration\n  default = \"30d\"\n}\ndata_store \"x\" {\n  retention {\n    period = var.a\n  }\n}", []string{`PV0403 "30d"`}},
	{"a default that depends", "variable \"a\" {\n  default = local.x\n}\nlocals {\n  x = \"1\"\n}\nvendor \"v\" {\n  label = var.a\n}", []string{`PV0504 local.x`}},
	{"a bad for_each that is referred to", "region \"a\" {\n  for_each = 5\n}\ndata_store \"x\" {\n  regions = [region.a[\"y\"]]\n  technology = \"${length(region)}\"\n}\ndata_store \"y\" {\n  regions = values(region.a)\n}", []string{`PV0508 5`}},
	{"the same mistake in every instance", "region \"a\" {\n  for_each = [\"x\", \"y\", \"z\"]\n  country = \"UK\"\n  lable = \"a\"\n}", []string{`PV0407 "UK"`, `PV0202 lable`}},
	{"a mistake in some instances", "region \"a\" {\n  for_each = [\"IE\", \"UK\", \"DE\"]\n  country = each.key\n}", []string{`PV0407 each.key`}},
	{"a key twice", "region \"a\" {\n  for_each = [\"x\", \"x\"]\n}", []string{`PV0508 ["x", "x"]`}},
	{"for_each of lists", "region \"a\" {\n  for_each = [[\"x\"]]\n}", []string{`PV0508 ["x"]`}},
	{"for_each of a policy", "locals {\n  x = \"a\"\n}\nmoved {\n  for_each = [local.x]\n  from = vendor.a\n  to = vendor.b\n}\nvendor \"b\" {}", []string{`PV0508 for_each`}},
	{"a circle of two", "locals {\n  a = local.b\n  b = local.a\n}\nvendor \"v\" {\n  label = local.a\n}", []string{`PV0501 local.b`}},
	{"a circle of one", "locals {\n  a = [local.a]\n}", []string{`PV0501 [local.a]`}},
	{"a circle of five", "locals {\n  a = local.b\n  b = \"${local.c}\"\n  c = [local.d]\n  d = { x = local.e }\n  e = upper(local.a)\n}", []string{`PV0501 local.b`}},
	{"a circle of attributes", "vendor \"a\" {\n  label = vendor.b.label\n}\nvendor \"b\" {\n  label = \"x ${vendor.a.label}\"\n}", []string{`PV0501 vendor.b.label`}},
	{"a circle through for_each", "locals {\n  keys = keys(region.a)\n}\nregion \"a\" {\n  for_each = local.keys\n}\ndata_store \"x\" {\n  regions = values(region.a)\n}", []string{`PV0501 local.keys`}},
	{"a circle of two for_each", "region \"a\" {\n  for_each = keys(region.b)\n}\nregion \"b\" {\n  for_each = keys(region.a)\n}", []string{`PV0501 keys(region.b)`}},
	{"an attribute that depends on its own block", "region \"a\" {\n  label = region.a.label\n}", []string{`PV0501 region.a.label`}},
	{"two circles", "locals {\n  a = local.a\n  b = local.b\n}", []string{`PV0501 local.a`, `PV0501 local.b`}},
}

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			_, found := loadText(t, m.text+"\n")
			if diff := cmp.Diff(m.want, underlined(found)); diff != "" {
				t.Errorf("%s\n%s%s", diff, printed(found), details(found))
			}
		})
	}
}

// underlined lists the findings as code and text, but for what is not used: that
// is told only where there are no errors.
func underlined(found diag.List) []string {
	var lines []string
	for _, d := range found {
		if d.Code != diag.UnusedLocal && d.Code != diag.UnusedVariable {
			lines = append(lines, string(d.Code)+" "+d.Span.Text())
		}
	}
	return lines
}

func details(found diag.List) string {
	var out strings.Builder
	for _, d := range found {
		out.WriteString("\t" + d.Detail + "\n")
	}
	return out.String()
}

// TestFixes applies every fix of the mistakes, and holds that it takes the
// finding away and brings no other of its kind.
func TestFixes(t *testing.T) {
	applied := 0
	for _, m := range mistakes {
		fsys := files(map[string]string{"main.hcl": m.text + "\n"})
		_, found := Load(fsys, Options{})
		for _, d := range found {
			for _, f := range d.Fixes {
				text := fixed(string(fsys["main.hcl"].Data), f)
				_, after := load(t, map[string]string{"main.hcl": text})
				if codes(after)[d.Code] >= codes(found)[d.Code] {
					t.Errorf("%s: %s %q: it is still there after %q", m.name, d.Code, d.Summary, f.Message)
				}
				if d.Code == diag.UnknownAttribute && codes(after)[diag.WrongType] > codes(found)[diag.WrongType] {
					t.Errorf("%s: %q leaves a value of the wrong type:\n%s", m.name, f.Message, text)
				}
				if hasCode(after, diag.SyntaxError) {
					t.Errorf("%s: %q does not parse:\n%s", m.name, f.Message, text)
				}
				applied++
			}
		}
	}
	if applied < 15 {
		t.Errorf("only %d fixes", applied)
	}
}

func fixed(text string, f diag.Fix) string {
	edits := slices.Clone(f.Edits)
	slices.SortFunc(edits, func(a, b diag.Edit) int { return int(b.Span.Start - a.Span.Start) })
	for _, e := range edits {
		text = text[:e.Span.Start] + e.New + text[e.Span.End:]
	}
	return text
}
