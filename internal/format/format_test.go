package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// cases are layouts and what becomes of them. Where nothing is to be done, the
// second is empty.
var cases = []struct{ name, in, want string }{
	{"nothing", "", ""},
	{"blank lines alone", "\n\n\n", ""},
	{"a comment alone", "# c", "# c\n"},
	{"canonical", "a = 1\n", ""},
	{"no final line break", "a = 1", "a = 1\n"},
	{"many final line breaks", "a = 1\n\n\n", "a = 1\n"},
	{"blank lines at the start", "\n\na = 1\n", "a = 1\n"},
	{"spaces around =", "a=1\nb   =   2\n", "a = 1\nb = 2\n"},
	{"aligned =", "a = 1\nlong = 2\n", "a    = 1\nlong = 2\n"},
	{"runs of =", "a = 1\n\nlong = 2\n", "a = 1\n\nlong = 2\n"},
	{"runs of = and comments", "a = 1\n# c\nlong = 2\n", "a = 1\n# c\nlong = 2\n"},
	{"byte order mark", "\xef\xbb\xbfa = 1\n", "a = 1\n"},
	{"carriage returns", "a = 1\r\n\r\nv \"x\" {\r\n  b = 2 # c\r\n}\r\n", "a = 1\n\nv \"x\" {\n  b = 2 # c\n}\n"},
	{"tabs", "v \"x\" {\n\ta\t=\t1\t# c\n}\n", "v \"x\" {\n  a = 1 # c\n}\n"},
	{"trailing white space", "a = 1   \n# c  \t\nb = 2 // d \n", "a = 1\n# c\nb = 2 # d\n"},
	{"white space in blank lines", "a = 1\n   \nb = 2\n", "a = 1\n\nb = 2\n"},
	{"indentation", "v \"x\" {\na = 1\n    w {\n b = 2\n }\n  }\n", "v \"x\" {\n  a = 1\n  w {\n    b = 2\n  }\n}\n"},
	{"runs of blank lines", "v \"x\" {\n  a = 1\n\n\n\n  b = 2\n}\n", "v \"x\" {\n  a = 1\n\n  b = 2\n}\n"},
	{"blank lines behind {", "v \"x\" {\n\n  a = 1\n}\n", "v \"x\" {\n  a = 1\n}\n"},
	{"blank lines behind { and a comment", "v \"x\" { # c\n\n  a = 1\n}\n", "v \"x\" { # c\n  a = 1\n}\n"},
	{"a blank line behind the first comment", "v \"x\" {\n  # c\n\n  a = 1\n}\n", ""},
	{"blank lines before }", "v \"x\" {\n  a = 1\n\n\n}\n", "v \"x\" {\n  a = 1\n}\n"},
	{"blocks apart", "v \"x\" {\n}\nv \"y\" {\n}\n", "v \"x\" {\n}\n\nv \"y\" {\n}\n"},
	{"blocks far apart", "v \"x\" {\n}\n\n\n\nv \"y\" {\n}\n", "v \"x\" {\n}\n\nv \"y\" {\n}\n"},
	{"blocks and attributes", "a = 1\nv \"x\" {\n}\nb = 2\nc = 3\n", "a = 1\n\nv \"x\" {\n}\n\nb = 2\nc = 3\n"},
	{"a comment above a block", "v \"x\" {\n}\n# c\n# d\nv \"y\" {\n}\n", "v \"x\" {\n}\n\n# c\n# d\nv \"y\" {\n}\n"},
	{"a comment above a block, below an attribute", "a = 1\n# c\nv \"y\" {\n}\n", "a = 1\n\n# c\nv \"y\" {\n}\n"},
	{"a comment by itself", "v \"x\" {\n}\n# c\n\n\nv \"y\" {\n}\n", "v \"x\" {\n}\n\n# c\n\nv \"y\" {\n}\n"},
	{"a comment behind }", "v \"x\" {\n} # c\nv \"y\" {\n}\n", "v \"x\" {\n} # c\n\nv \"y\" {\n}\n"},
	{"inner blocks stay", "v \"x\" {\n  a {\n  }\n  b {\n  }\n\n  c {\n  }\n}\n", ""},
	{"empty block", "v \"x\" {}\n", ""},
	{"empty block on two lines", "v \"x\" {\n}\n", ""},
	{"block on one line", "v \"x\" {\n  backup {enabled=false}\n}\n", "v \"x\" {\n  backup { enabled = false }\n}\n"},
	{"labels", "vendor aws {\n}\n", "vendor \"aws\" {\n}\n"},
	{"two labels", "a b \"c\" d-e {\n  f g {\n  }\n}\n", "a \"b\" \"c\" \"d-e\" {\n  f \"g\" {\n  }\n}\n"},
	{"label against the brace", "vendor\"aws\"{\n}\n", "vendor \"aws\" {\n}\n"},
	{"slashes", "//c\n// d\n/// e\na = 1 //f\n", "#c\n# d\n#/ e\na = 1 #f\n"},
	{"block comments", "/* c\n   d */\na = /* e */ 1\n", ""},
	{"comments at line ends", "v \"x\" {\n  a = 1 # c\n  long = 22 # d\n\n  e = 3 # f\n}\n", "v \"x\" {\n  a    = 1  # c\n  long = 22 # d\n\n  e = 3 # f\n}\n"},
	{"comments on two levels", "v \"xxxxxxxxx\" { # c\n  a = 1 # d\n}\n", "v \"xxxxxxxxx\" { # c\n  a = 1 # d\n}\n"},
	{"comments behind wide text", "a = \"é\" # c\nb = \"ee\" # d\n", "a = \"é\"  # c\nb = \"ee\" # d\n"},
	{"insertion alone", "a = \"${x.y}\"\n", "a = x.y\n"},
	{"insertion alone with spaces", "a = \"${ x }\"\nb = \"${~ x ~}\"\n", "a = x\nb = x\n"},
	{"insertions in a list", "a = [\"${x}\", \"${y}z\", \"${\"${w}\"}\"]\n", "a = [x, \"${y}z\", w]\n"},
	{"insertions in calls and objects", "a = f(\"${x}\", { \"${k}\" = \"${v}\" })\n", "a = f(x, { \"${k}\" = v })\n"},
	{"insertions in texts", "a = \"b ${\"${c}\"} d\"\n", "a = \"b ${c} d\"\n"},
	{"insertions that stay", "a = \"${x}\" == \"${y ? z : w}\"\nb = \"${\nx}\"\n", "a = \"${x}\" == \"${y ? z : w}\"\nb = \"${\n  x}\"\n"},
	{"insertion of an operation", "a = \"${x ? y : z}\"\nb = [\"${!x}\"]\n", "a = x ? y : z\nb = [!x]\n"},
	{"insertion of a string", "a = \"${\"b\"}\"\n", "a = \"b\"\n"},
	{"list on one line", "a=[ 1,2 , 3 ]\n", "a = [1, 2, 3]\n"},
	{"list on one line with a last comma", "a = [1, 2,]\nb = f(1,)\nc = { d = 1, }\n", "a = [1, 2]\nb = f(1)\nc = { d = 1 }\n"},
	{"list on lines", "a = [\n1,\n2\n]\n", "a = [\n  1,\n  2,\n]\n"},
	{"list that is broken once", "a = [1, 2,\n3]\n", "a = [\n  1,\n  2,\n  3,\n]\n"},
	{"list broken before commas", "a = [\n  1\n  , 2\n]\n", "a = [\n  1,\n  2,\n]\n"},
	{"list with comments", "a = [ # c\n  1, # d\n  # e\n  22 # f\n]\n", "a = [ # c\n  1, # d\n  # e\n  22, # f\n]\n"},
	{"list with block comments", "a = [\n  /* c */ 1, /* d */ 2 /* e */]\n", "a = [\n  /* c */ 1,\n  /* d */ 2, /* e */\n]\n"},
	{"list with blank lines", "a = [\n\n  1,\n\n\n  2,\n\n]\n", "a = [\n  1,\n\n  2,\n]\n"},
	{"empty list", "a = [\n\n]\nb = [ ]\n", "a = []\nb = []\n"},
	{"list with a comment alone", "a = [\n# c\n]\n", "a = [\n  # c\n]\n"},
	{"list of objects", "a = [{\n  b = 1\n}, {\n  c = 2\n}]\n", ""},
	{"list of objects on lines", "a = [\n{ b = 1 },{ c = 2 }]\n", "a = [\n  { b = 1 },\n  { c = 2 },\n]\n"},
	{"lists in lists", "a = [\n[1,2],[\n3]]\n", "a = [\n  [1, 2],\n  [\n    3,\n  ],\n]\n"},
	{"list of heredocs", "a = [\n<<E\nx\nE\n,\n<<E\ny\nE\n]\n", "a = [\n  <<E\nx\nE\n  ,\n  <<E\ny\nE\n]\n"},
	{"for on lines", "a = [\nfor x in y :\nx.z\nif x.w\n]\n", "a = [\n  for x in y :\n  x.z\n  if x.w\n]\n"},
	{"for on one line", "a=[for k,v in y:k]\nb={for k,v in y:k=>v...if v}\n", "a = [for k, v in y : k]\nb = { for k, v in y : k => v... if v }\n"},
	{"index", "a = b[ 0 ][\"k\"].c[*].d\ne = (f\n[0])\n", "a = b[0][\"k\"].c[*].d\ne = (f\n  [0])\n"},
	{"objects on lines", "a = {\nb = 1\n  long = 2,\n}\n", "a = {\n  b    = 1\n  long = 2,\n}\n"},
	{"calls on lines", "a = f(\n1,\n2)\n", "a = f(\n  1,\n  2)\n"},
	{"operators", "a = x&&!y||z==-1\nb = x?y:z\nc = (x)\n", "a = x && !y || z == -1\nb = x ? y : z\nc = (x)\n"},
	{"heredoc", "v \"x\" {\na = <<EOT\n  text  \n\n\n   ${ b }\t\nEOT\nlong = 1\n}\n", "v \"x\" {\n  a    = <<EOT\n  text  \n\n\n   ${b}\t\nEOT\n  long = 1\n}\n"},
	{"flush heredoc", "v \"x\" {\n  a = <<-EOT\n      text\n    more\n    EOT  \n}\n", "v \"x\" {\n  a = <<-EOT\n      text\n    more\n    EOT\n}\n"},
	{"heredoc with carriage returns", "a = <<E\r\nx\r\nE\r\nb = 1\r\n", "a = <<E\nx\r\nE\nb = 1\n"},
	{"heredoc like code", "a = <<E\nv b {\n\n\n\tc=1 // d\n}\nE\n", ""},
	{"directives", "a = \"%{ if x }y%{ else }z%{ endif }\"\n", "a = \"%{if x}y%{else}z%{endif}\"\n"},
	{"insertion on lines", "a = \"b ${ f(\n1) } c\"\n", "a = \"b ${f(\n  1)} c\"\n"},
	{"escapes", "a = \"\\u00e9 $${x} %%{y} \\\"\"\n", ""},
}

func lay(t *testing.T, src string) string {
	t.Helper()
	got, found := Source(source.NewFile("in.hcl", []byte(src)), syntax.DefaultLimits)
	if len(found) > 0 {
		t.Fatalf("%q: %s: %s", src, found[0].Summary, found[0].Span.Range())
	}
	return string(got)
}

func TestSource(t *testing.T) {
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if want == "" {
				want = strings.TrimLeft(test.in, "\n")
			}
			if diff := cmp.Diff(want, lay(t, test.in)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if again := lay(t, want); again != want {
				t.Errorf("laid out again:\n%s", cmp.Diff(want, again))
			}
		})
	}
}

func TestSourceLeavesInputAlone(t *testing.T) {
	for _, test := range cases {
		file := source.NewFile("in.hcl", []byte(test.in))
		Source(file, syntax.DefaultLimits)
		if string(file.Bytes) != test.in {
			t.Errorf("%s: the input was changed", test.name)
		}
	}
}

func TestSourceRefuses(t *testing.T) {
	for _, test := range []struct {
		in   string
		code diag.Code
	}{
		{"a = [\n", diag.SyntaxError},
		{"a = 'b'\n", diag.SyntaxError},
		{"é = 1\n", diag.IdentifierForm},
		{strings.Repeat("a {\n", 40_000) + strings.Repeat("}\n", 40_000), diag.NestedTooDeep},
		{"a = " + strings.Repeat("[", 100_000), diag.NestedTooDeep},
		{"a = <<E\n" + strings.Repeat("\n", 100_000) + "E\n", diag.ExpressionTooLong},
		{strings.Repeat("#\n", 600_000), diag.TooManyTokens},
	} {
		got, found := Source(source.NewFile("in.hcl", []byte(test.in)), syntax.DefaultLimits)
		if got != nil || len(found) == 0 || found[0].Code != test.code {
			t.Errorf("%.20q: %v, want %s", test.in, found, test.code)
		}
	}
}

// TestSourceKeepsRepeated holds that a repeated attribute, which keeps a file
// from compiling, does not keep it from being laid out, and that both remain.
func TestSourceKeepsRepeated(t *testing.T) {
	if got, want := lay(t, "a=1\na=2\n"), "a = 1\na = 2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSameMeaning holds that the last net catches what a layout must not do.
func TestSameMeaning(t *testing.T) {
	const src = "v \"x\" {\n  a = [1, \"b ${c.d[0]}\"] # c\n}\ne = f(!x ? {g = 2} : [for h in y : h])\n"
	file := source.NewFile("in.hcl", []byte(src))
	body, _ := syntax.Parse(file, syntax.DefaultLimits)
	for _, change := range [][2]string{
		{"x\" {", "y\" {"},
		{"v \"", "w \""},
		{"a =", "b ="},
		{"1,", "2,"},
		{"\"b ", "\"b  "},
		{"c.d", "c.e"},
		{"[0]", "[1]"},
		{"# c", "# d"},
		{"# c", ""},
		{"f(", "g("},
		{"!x", "-x"},
		{"!x", "x"},
		{"g =", "(g) ="},
		{"= 2}", "= 3}"},
		{": h]", ": h if h]"},
		{"for h", "for k, h"},
		{"[1, ", "["},
		{"\ne", "\n# e\ne"},
		{"e = f", "z = f"},
	} {
		result := strings.Replace(src, change[0], change[1], 1)
		if result == src || sameMeaning(file, body, []byte(result), syntax.DefaultLimits) {
			t.Errorf("%q for %q was not noticed", change[1], change[0])
		}
	}
	if !sameMeaning(file, body, []byte(src), syntax.DefaultLimits) {
		t.Error("a file differs from itself")
	}
}

func TestDiff(t *testing.T) {
	const want = "--- a/in.hcl\n+++ b/in.hcl\n@@ -1,2 +1,2 @@\n-a=1\n+a = 1\n b = 2\n"
	if diff := cmp.Diff(want, Diff("in.hcl", []byte("a=1\nb = 2\n"), []byte("a = 1\nb = 2\n"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := Diff("in.hcl", []byte("a = 1\n"), []byte("a = 1\n")); got != "" {
		t.Errorf("a difference between equal texts: %q", got)
	}
}

// FuzzFormat holds for any bytes that parse that their layout is found, which
// means that it keeps the meaning and the comments, and that laying it out
// again changes nothing.
func FuzzFormat(f *testing.F) {
	for _, test := range cases {
		f.Add([]byte(test.in))
	}
	limits := syntax.DefaultLimits
	limits.Tokens = 5000
	f.Fuzz(func(t *testing.T, src []byte) {
		file := source.NewFile("in.hcl", src)
		if body, _ := syntax.Parse(file, limits); body == nil {
			return
		}
		got, found := Source(file, limits)
		if len(found) > 0 {
			t.Fatalf("%s", found[0].Summary)
		}
		again, found := Source(source.NewFile("in.hcl", got), limits.Scaled(2))
		if len(found) > 0 {
			t.Fatalf("%q: %s", got, found[0].Summary)
		}
		if diff := cmp.Diff(string(got), string(again)); diff != "" {
			t.Errorf("laid out again (-first +second)\n%s", diff)
		}
	})
}
