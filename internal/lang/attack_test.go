package lang

import (
	"fmt"
	"io/fs"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/diag"
)

// repeat joins n texts that a function makes.
func repeat(n int, line func(i int) string) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(line(i))
	}
	return out.String()
}

// format is a line for repeat in which each %d is the number.
func format(text string) func(int) string {
	return func(i int) string { return strings.ReplaceAll(text, "%d", strconv.Itoa(i)) }
}

// spread puts n texts into files of a thousand each.
func spread(n int, line func(i int) string) func() fstest.MapFS {
	return func() fstest.MapFS {
		fsys := files(nil)
		for from := 0; from < n; from += 1_000 {
			text := repeat(min(1_000, n-from), func(i int) string { return line(from + i) })
			fsys[fmt.Sprintf("part%06d.hcl", from)] = &fstest.MapFile{Data: []byte(text)}
		}
		return fsys
	}
}

func one(text string) func() fstest.MapFS {
	return func() fstest.MapFS { return files(map[string]string{"main.hcl": text}) }
}

// attacks are policies that were written to take time, memory or the stack.
// Each ends in the finding that is named; "" is a model.
var attacks = []struct {
	name string
	fsys func() fstest.MapFS
	want diag.Code
}{
	{"unknown references", func() fstest.MapFS {
		return files(map[string]string{"main.hcl": repeat(10_000, format("data_store \"s%d\" {\n  vendor = vendor.n%d\n}\n"))})
	}, diag.UnknownReference},
	{"unknown references beside many names", func() fstest.MapFS {
		return files(map[string]string{
			"a.hcl": repeat(20_000, format("vendor \"vendor_%d\" {}\n")),
			"b.hcl": repeat(20_000, format("vendor \"company_%d\" {}\n")),
			"c.hcl": repeat(10_000, format("data_store \"s%d\" {\n  vendor = vendor.vemdor_%dx\n}\n")),
		})
	}, diag.UnknownReference},
	{"wrong values", spread(10_000, format("region \"r%d\" {\n  country = \"Germeny%d\"\n}\n")), diag.UnknownCountry},
	{"wrong values in one list", func() fstest.MapFS {
		return files(map[string]string{"main.hcl": "data_store \"s\" {\n  regions = [" + repeat(60_000, format("\"r%d\",")) + "]\n}\n"})
	}, diag.NotAReference},
	{"a misspelt attribute in many blocks", spread(20_000, format("vendor \"v%d\" {\n  lable = \"x\"\n}\n")), diag.UnknownAttribute},
	{"a chain of local values", func() fstest.MapFS {
		fsys := files(nil)
		for f := range 10 {
			fsys[fmt.Sprintf("l%d.hcl", f)] = &fstest.MapFile{Data: []byte("locals {\n" + repeat(10_000, func(i int) string {
				return fmt.Sprintf("  l%06d = local.l%06d\n", f*10_000+i, f*10_000+i+1)
			}) + "}\n")}
		}
		fsys["end.hcl"] = &fstest.MapFile{Data: []byte("locals {\n  l100000 = \"x\"\n}\n")}
		return fsys
	}, diag.ExpressionTooCostly},
	{"a chain of attributes", spread(40_000, func(i int) string {
		return fmt.Sprintf("vendor \"v%d\" {\n  label = vendor.v%d.label\n}\n", i, i+1)
	}), diag.ExpressionTooCostly},
	{"a chain of references", spread(40_000, func(i int) string {
		return fmt.Sprintf("vendor \"v%d\" {\n  parent = vendor.v%d\n}\n", i, (i+1)%40_000)
	}), ""},
	{"a circle of local values", one("locals {\n" + repeat(1_000, func(i int) string {
		return fmt.Sprintf("  l%d = local.l%d\n", i, (i+1)%1_000)
	}) + "}\n"), diag.ValueCycle},
	{"doubling texts", one("locals {\n  l0 = \"0123456789\"\n" + repeat(60, func(i int) string {
		return fmt.Sprintf("  l%d = \"${local.l%d}${local.l%d}\"\n", i+1, i, i)
	}) + "}\n"), diag.ExpressionTooCostly},
	{"doubling lists", one("locals {\n  l0 = [1]\n" + repeat(60, func(i int) string {
		return fmt.Sprintf("  l%d = [local.l%d, local.l%d]\n", i+1, i, i)
	}) + "}\n"), diag.ExpressionTooCostly},
	{"doubling concat", one("locals {\n  l0 = [1]\n" + repeat(60, func(i int) string {
		return fmt.Sprintf("  l%d = concat(local.l%d, local.l%d)\n", i+1, i, i)
	}) + "}\n"), diag.ExpressionTooCostly},
	{"many large texts", one(large + "locals {\n" + repeat(10_000, format("  t%d = \"${local.text}%d\"\n")) + "}\n"), diag.ExpressionTooCostly},
	{"many large lists", one(large + "locals {\n" + repeat(10_000, format("  t%d = [for x in local.list: x]\n")) + "}\n"), diag.ExpressionTooCostly},
	{"many large maps", one(large + "locals {\n" + repeat(10_000, format("  t%d = { for i, x in local.list: i => x }\n")) + "}\n"), diag.ExpressionTooCostly},
	{"for within for", one(large + "locals {\n  x = [for a in local.list: length([for b in local.list: length([for c in local.list: c])])]\n}\n"), diag.ExpressionTooCostly},
	{"lists compared within for", one(large + "locals {\n  x = [for a in local.list: local.list == local.list]\n}\n"), diag.ExpressionTooCostly},
	{"searches within for", one(large + "locals {\n  x = [for a in local.list: contains(local.list, 2)]\n}\n"), diag.ExpressionTooCostly},
	{"keys within for", one(large + "locals {\n  m = { for i, x in local.list: i => x }\n  x = [for a in keys(local.m): local.m[a]]\n}\n"), diag.ExpressionTooCostly},
	{"many arguments", one(large + "locals {\n  x = concat(" + repeat(10_000, format("local.list, ")) + "[])\n}\n"), diag.ExpressionTooCostly},
	{"a replacement that grows", one(large + "locals {\n  x = replace(local.text, \"0\", local.text)\n}\n"), diag.ExpressionTooCostly},
	{"a separator that grows", one(large + "locals {\n  x = join(local.text, local.list)\n}\n"), diag.ExpressionTooCostly},
	{"a template that grows", one(large + "locals {\n  x = \"%{ for x in local.list }${local.text}%{ endfor }\"\n}\n"), diag.ExpressionTooCostly},
	{"lists within lists", one("locals {\n  l0 = []\n" + repeat(20_000, func(i int) string {
		return fmt.Sprintf("  l%d = [local.l%d]\n", i+1, i)
	}) + "}\n"), diag.ExpressionTooCostly},
	{"a for_each that is too long", one(large + "vendor \"v\" {\n  for_each = { for i, x in local.list: i => x }\n}\n"), diag.ForEachValue},
	{"many for_each", one(large + "locals {\n  some = { for i, x in local.small: i => x }\n}\n" + repeat(1_000, format("vendor \"v%d\" {\n  for_each = local.some\n  label = each.key\n}\n"))), diag.ExpressionTooCostly},
	{"a for_each of a large block", one(large + "locals {\n  some = { for i, x in local.small: i => x }\n}\ndata_store \"v\" {\n  for_each = local.some\n" + repeat(1_000, format("  segment \"s%d\" {}\n")) + "}\n"), diag.ExpressionTooCostly},
	{"all blocks read everywhere", spread(10_000, format("vendor \"v%d\" {\n  note = \"${length(vendor)} ${length([for v in values(vendor): v.label])}\"\n}\n")), diag.ExpressionTooCostly},
	{"modules that double", func() fstest.MapFS {
		fsys := files(map[string]string{"main.hcl": "module \"a\" {\n  source = \"./m0\"\n}\n"})
		for i := range 15 {
			fsys[fmt.Sprintf("m%d/m.hcl", i)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("vendor \"v\" {}\nmodule \"a\" {\n  source = \"../m%d\"\n}\nmodule \"b\" {\n  source = \"../m%d\"\n}\n", i+1, i+1))}
		}
		fsys["m15/m.hcl"] = &fstest.MapFile{Data: []byte("vendor \"v\" {}\n")}
		return fsys
	}, diag.ExpressionTooCostly},
	{"modules by for_each", func() fstest.MapFS {
		return files(map[string]string{
			"main.hcl": large + "locals {\n  some = { for i, x in local.small: i => x }\n}\nmodule \"a\" {\n  for_each = local.some\n  source = \"./m\"\n  x = each.key\n}\n",
			"m/m.hcl":  "variable \"x\" {}\nlocals {\n  many = [for i in split(\",\", \"" + strings.Repeat("a,", 999) + "a\"): i]\n}\nvendor \"v\" {\n  for_each = { for i, x in local.many: i => x }\n  label = var.x\n}\n",
		})
	}, diag.ExpressionTooCostly},
	{"many modules", func() fstest.MapFS {
		fsys := files(map[string]string{"main.hcl": repeat(10_000, format("module \"m%d\" {\n  source = \"./m\"\n}\n"))})
		fsys["m/m.hcl"] = &fstest.MapFile{Data: []byte("vendor \"v\" {}\n")}
		return fsys
	}, ""},
	{"modules in many folders", func() fstest.MapFS {
		fsys := files(map[string]string{"main.hcl": repeat(5_000, format("module \"m%d\" {\n  source = \"./m%d\"\n}\n"))})
		for i := range 5_000 {
			fsys[fmt.Sprintf("m%d/m.hcl", i)] = &fstest.MapFile{Data: []byte("vendor \"v\" {}\n")}
		}
		return fsys
	}, ""},
	{"modules that are not there", one(repeat(10_000, format("module \"m%d\" {\n  source = \"./n%d\"\n}\n"))), diag.ModuleSource},
	{"a mistake in a module that is used often", func() fstest.MapFS {
		return files(map[string]string{
			"main.hcl": repeat(5_000, format("module \"m%d\" {\n  source = \"./m\"\n}\n")),
			"m/m.hcl":  "vendor \"v\" {\n  parent = vendor.w\n}\n",
		})
	}, diag.UnknownReference},
	{"the same block in many files", func() fstest.MapFS {
		fsys := files(nil)
		for i := range 1_000 {
			fsys[fmt.Sprintf("f%d.hcl", i)] = &fstest.MapFile{Data: []byte("vendor \"v\" {}\n")}
		}
		return fsys
	}, diag.DuplicateBlock},
	{"many unknown variables", one(repeat(10_000, format("vendor \"v%d\" {\n  label = var.n%d\n}\n"))), diag.UndeclaredVariable},
	{"many unknown values beside many", func() fstest.MapFS {
		return files(map[string]string{
			"a.hcl": "locals {\n" + repeat(20_000, format("  value_%d = 1\n")) + "}\n",
			"b.hcl": repeat(10_000, format("vendor \"v%d\" {\n  label = local.valeu_%dx\n}\n")),
		})
	}, diag.UnknownName},
	{"many files of values", func() fstest.MapFS {
		fsys := files(map[string]string{"main.hcl": "variable \"x\" {}\n"})
		for i := range 2_000 {
			fsys[fmt.Sprintf("f%d.auto.hclvars", i)] = &fstest.MapFile{Data: []byte(repeat(10, format("n%d = 1\n")))}
		}
		return fsys
	}, diag.UndeclaredVariable},
	{"a hostile file of values", func() fstest.MapFS {
		return files(map[string]string{"main.hcl": "variable \"x\" {}\n", "a.auto.hclvars": "x = " + strings.Repeat("[", 60_000)})
	}, diag.NestedTooDeep},
	{"a large file of values", func() fstest.MapFS {
		return files(map[string]string{"main.hcl": "variable \"x\" {}\n", "a.auto.hclvars": strings.Repeat("#\n", 2<<20)})
	}, diag.FileTooLarge},
	{"a folder and a link with the names of files", func() fstest.MapFS {
		fsys := files(map[string]string{"a.hcl/b.hcl": "vendor \"v\" {}\n"})
		fsys["c.hcl"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
		return fsys
	}, diag.FileUnreadable},
	{"names that differ by case", one("vendor \"v\" {}\nvendor \"V\" {}\n"), ""},
	{"control characters in a name", one("vendor \"v\\u0000\" {}\n"), diag.NameForm},
	{"control characters in a text", one("vendor \"v\" {\n  label = \"a\\u0000b\"\n}\n"), diag.FileControlChar},
	{"hidden marks in a text", one("vendor \"v\" {\n  label = \"a\\u202eb\"\n}\n"), diag.FileHiddenMark},
	{"control characters in a key", one("vendor \"v\" {\n  for_each = [\"a\\u0007b\"]\n}\n"), diag.ForEachValue},
	{"a long key", one("vendor \"v\" {\n  for_each = [\"" + strings.Repeat("x", 100_000) + "\"]\n}\n"), diag.ForEachValue},
}

// large declares a list and a text that are as large as literals may be.
var large = "locals {\n  small = split(\",\", \"" + strings.Repeat("a,", 4_999) + "a\")\n  list = split(\",\", \"" + strings.Repeat("a,", 99_999) + "a\")\n  text = \"" + strings.Repeat("0123456789", 50_000) + "\"\n}\n"

func TestAttacks(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			fsys := a.fsys()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			p, found := Load(fsys, Options{})
			runtime.ReadMemStats(&after)
			t.Logf("%d MB allocated, %d findings", (after.TotalAlloc-before.TotalAlloc)>>20, len(found))
			checkInvariants(t, p, found)
			if a.want == "" && p.Model == nil {
				t.Fatalf("no model: %s", found[0].Summary)
			}
			if a.want != "" && !hasCode(found, a.want) {
				t.Fatalf("not found: %s; found %v", a.want, codes(found))
			}
		})
	}
}

func hasCode(found diag.List, code diag.Code) bool { return codes(found)[code] > 0 }

func codes(found diag.List) map[diag.Code]int {
	n := map[diag.Code]int{}
	for _, d := range found {
		n[d.Code]++
	}
	return n
}
