package syntax

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// TestBroken holds what is said about faults that people make: one finding a
// cause, at the place where it is mended.
func TestBroken(t *testing.T) {
	for _, test := range []struct {
		src  string
		want []string
	}{
		{"title = \"a\ncountry = \"IE\"\n", []string{"PV0101 1:9 a string is not closed on its line"}},
		{"a = [1, 2\nb = 3\n", []string{"PV0101 1:5 `[` is never closed"}},
		{"vendor \"a\" {\n  x = 1\n", []string{"PV0101 1:12 the block `vendor \"a\"` is never closed"}},
		{"vendor \"a\" {\n  r {\n    x = 1\n}\n\nvendor \"b\" {\n}\n", []string{"PV0101 2:5 the block `r` is never closed"}},
		{"x = 1\n}\ny = )\n", []string{
			"PV0101 2:1 `}` closes nothing",
			"PV0101 3:5 `)` closes nothing",
		}},
		{"x = (1]\n", []string{"PV0101 1:7 `]` stands where `)` is due"}},
		{"v {\n  x = [1\n  y = 2\n}\nz = )\n", []string{"PV0101 2:7 `[` is never closed", "PV0101 5:5 `)` closes nothing"}},
		{"v {\n  x = f(\n    1,\n}\n", []string{"PV0101 2:8 `(` is never closed"}},
		{"title: \"Privacy\"\n", []string{"PV0101 1:1 `title` is set with `:`"}},
		{"title \"Privacy\"\n", []string{"PV0101 1:15 `title` is neither set nor opened"}},
		{"title = 'Privacy'\n", []string{"PV0101 1:9 `'` does not begin a string"}},
		{"title = “Privacy”\n", []string{"PV0101 1:9 `“` does not begin a string"}},
		{"title = `Privacy`\n", []string{"PV0101 1:9 a backtick does not begin a string"}},
		{"title = 10 days\n", []string{"PV0101 1:12 `days` follows the value of `title`"}},
		{"title = \"a\" \"b\"\n", []string{"PV0101 1:13 `\"` follows the value of `title`"}},
		{"a = 1, b = 2\n", []string{"PV0101 1:6 a comma behind the value of `a`"}},
		{"a = 1;\n", []string{"PV0101 1:6 `;` ends nothing"}},
		{"a =\nb = 1\n", []string{"PV0101 1:3 `a` has no value"}},
		{"a = = 1\n", []string{"PV0101 1:5 a second `=`"}},
		{"a == 1\n", []string{"PV0101 1:1 `=` is missing behind `a`"}},
		{"a\n", []string{"PV0101 1:1 `a` is neither set nor opened"}},
		{"vendor \"a\"\n{\n}\n", []string{"PV0101 1:10 the `{` of `vendor` stands on the next line"}},
		{"vendor \"a\" = {\n}\n", []string{"PV0101 1:12 a label and `=` behind `vendor`"}},
		{"vendor \"${x}\" {\n}\n", []string{"PV0101 1:9 a value is inserted into a label"}},
		{"vendor \"a\" { x = 1, y = 2 }\n", []string{"PV0101 1:19 `,` in a block on one line"}},
		{"vendor \"a\" { x = 1\n}\n", []string{"PV0101 1:18 a block begins on one line and goes on below"}},
		{"vendor \"a\" { b { x = 1 } }\n", []string{"PV0101 1:14 a block within a block on one line"}},
		{"vendor \"a\" {\n} x = 1\n", []string{"PV0101 2:3 `x` behind the `}` of a block"}},
		{"a = 1\nb = 2\na = 3\n", []string{"PV0205 3:1 `a` is set twice"}},
		{"v \"x\" {\n  a = 1\n  a = 2\n}\n", []string{"PV0205 3:3 `a` is set twice"}},
		{"\"a\" = 1\n", []string{"PV0101 1:1 the name of an attribute or a block in quotes"}},
		{"a.b = 1\n", []string{"PV0101 1:1 a dot in the name of the attribute `a`"}},
		{"1 = 2\n", []string{"PV0101 1:1 a line cannot begin with `1`"}},
		{"a = [1 2]\n", []string{"PV0101 1:8 a comma is missing before `2`"}},
		{"a = [\n  1\n  2\n]\n", []string{"PV0101 3:3 a comma is missing before `2`"}},
		{"a = f(1 2)\n", []string{"PV0101 1:9 a comma is missing before `2`"}},
		{"a = { b }\n", []string{"PV0101 1:9 `=` is missing before `}`"}},
		{"a = { b 1 }\n", []string{"PV0101 1:9 `=` is missing before `1`"}},
		{"a = { b = 1 c = 2 }\n", []string{"PV0101 1:13 `c` follows a value in braces"}},
		{"a = [b = 1]\n", []string{"PV0101 1:8 `=` inside a list"}},
		{"a = x ? 1\n", []string{"PV0101 1:9 a condition with one outcome"}},
		{"a = x.\n", []string{"PV0101 1:6 no name behind a dot"}},
		{"a = x. 0 .1 + (y.0).1\n", []string{"PV0101 1:11 numbers joined by dots"}},
		{"a = x.0 .e5\n", []string{"PV0101 1:10 numbers joined by dots"}},
		{"a = 2 . 3\n", []string{"PV0101 1:9 numbers joined by dots"}},
		{"a = x.0.1\n", []string{"PV0101 1:7 numbers joined by dots"}},
		{"a = 1.2.3\n", []string{"PV0101 1:5 `1.2.3` is not a number"}},
		{"a = x[1 2]\n", []string{"PV0101 1:10 `]` inside `[…]`"}},
		{"a = (1 2)\n", []string{"PV0101 1:8 `2` inside parentheses"}},
		{"a = [for x in y]\n", []string{"PV0101 1:16 `:` is missing in this `for`"}},
		{"a = [for x of y : x]\n", []string{"PV0101 1:12 `in` is missing in this `for`"}},
		{"a = {for x in y : x}\n", []string{"PV0101 1:19 a `for` in braces needs a key"}},
		{"a = \"\\q\"\n", []string{"PV0101 1:6 `\\q` means nothing in a text"}},
		{"a = \"C:\\dir\"\n", []string{"PV0101 1:8 `\\d` means nothing in a text"}},
		{"a = \"${x y}\"\n", []string{"PV0101 1:10 `y` behind the inserted value"}},
		{"a = \"${x\"\nb = 1\n", []string{"PV0101 1:6 `${` is not closed in this text"}},
		{"a = \"%{if x}\"\n", []string{"PV0101 1:13 `%{if}` is not ended in this text"}},
		{"a = \"%{while x}\"\n", []string{"PV0101 1:8 `while` behind `%{`"}},
		{"a = \"%{endif}\"\n", []string{"PV0101 1:6 `%{endif}` does not fit here"}},
		{"a = <<EOT\nx\n", []string{"PV0101 1:5 a heredoc is never closed"}},
		{"a = <<EOT\nx\nEOT", []string{"PV0101 1:5 a heredoc is never closed"}},
		{"a = /* x\nb = 1\n", []string{"PV0101 1:5 a comment is never closed"}},
		{"größe = 1\n", []string{"PV0011 1:1 the name `größe` has letters other than a–z"}},
		{"a = x & y\n", []string{"PV0101 1:7 `&` is no operator"}},
		{"a = ${x}\n", []string{"PV0101 1:5 `${` outside a string"}},
		{"a = x +\n", []string{"PV0101 1:7 a value is missing at the end of the line"}},
		{"a = 2 ** 3\n", []string{"PV0101 1:8 `*` without a value before it"}},
		{"a = 1\u00a0\n", []string{"PV0101 1:6 the invisible character U+00A0"}},
		{"a = 31.09.2024\n", []string{"PV0101 1:5 `31.09.2024` is not a number"}},
		{"a = 2024-09-31x\n", []string{"PV0101 1:15 `x` follows the value of `a`"}},
		{"a = 50%\n", []string{"PV0101 1:7 a value is missing at the end of the line"}},
		{"a = @x\n", []string{"PV0101 1:5 `@` means nothing here"}},
		{"a = x...\n", []string{"PV0101 1:6 `...` follows the value of `a`"}},
		{"a = f(x... y)\n", []string{"PV0101 1:8 something follows `...`"}},
		{"a = f::g\n", []string{"PV0101 1:9 `::` without a function behind it"}},
		{"a = [,1]\n", []string{"PV0101 1:6 nothing before the comma"}},
		{"a = \"x\" # c\nb = # none\n", []string{"PV0101 2:3 `b` has no value"}},
		{"a = https://example.com\n", []string{"PV0101 1:10 `:` follows the value of `a`"}},
		{"v a b {\n  x\n  y = 1\n  z 2\n}\nw = ]\nv \"x\" {\n q: 1\n}\n", []string{
			"PV0101 2:3 `x` is neither set nor opened",
			"PV0101 4:3 `=` is missing behind `z`",
			"PV0101 6:5 `]` closes nothing",
			"PV0101 8:2 `q` is set with `:`",
		}},
		{"a = <<EOT\n%{ if x }\nEOT\n", []string{"PV0101 3:1 `%{if}` is not ended in this text"}},
		{"a = x.*.y.*.z\n", []string{"PV0101 1:11 `.*` twice in one expression"}},
		{"a = x[*\n", []string{"PV0101 1:6 `[` is never closed"}},
	} {
		_, found := Parse(source.NewFile("in.hcl", []byte(test.src)), DefaultLimits)
		if diff := cmp.Diff(test.want, brief(found)); diff != "" {
			t.Errorf("%q: findings (-want +got)\n%s", test.src, diff)
		}
	}
}

// brief writes each finding as its code, place and summary.
func brief(found diag.List) []string {
	var lines []string
	for _, d := range found {
		at := d.Span.Range().Start
		lines = append(lines, fmt.Sprintf("%s %d:%d %s", d.Code, at.Line, at.Column, d.Summary))
	}
	return lines
}

func TestRelated(t *testing.T) {
	for _, test := range []struct {
		src  string
		line int
		text string
	}{
		{"a = 1\nb = 2\na = 3\n", 1, "a"},
		{"v \"x\" {\n  a = 1\n  w {\n    a = 2\n  }\n  a = 3\n}\n", 2, "a"},
		{"v {\n  w {\n    a = 1\n    a = 3\n  }\n  a = 0\n}\n", 3, "a"},
		{"a = [\n  (1]\n]\n", 2, "("},
		{"v {\n  x = [1\n  y  = 2\n}\n", 3, "y"},
		{"v {\n  x = [\n    {\n      k = 1\n    },\n    { k = { l = 2 } },\n    a == 1,\n  y = 2\n}\n", 8, "y"},
		{"v {\n  x = f(\n    {\n      k = 1\n    },\n}\n", 6, "}"},
		{"a = [1, 2\nb = 3\n", 2, "b"},
		{"v {\n  r {\n    a = 1\n}\n", 4, "}"},
	} {
		_, found := Parse(source.NewFile("in.hcl", []byte(test.src)), DefaultLimits)
		if len(found) == 0 || len(found[0].Related) != 1 {
			t.Errorf("%q: no second place", test.src)
			continue
		}
		if span := found[0].Related[0].Span; span.Range().Start.Line != test.line || span.Text() != test.text {
			t.Errorf("%q: %q in line %d, want %q in line %d", test.src, span.Text(), span.Range().Start.Line, test.text, test.line)
		}
	}
}

// TestFixes applies each fix that is offered and parses the result.
func TestFixes(t *testing.T) {
	for src, want := range map[string]string{
		"title: \"x\"\n":        "title = \"x\"\n",
		"title \"x\"\n":         "title = \"x\"\n",
		"a = 'x y'\n":           "a = \"x y\"\n",
		"a = “x”\n":             "a = \"x\"\n",
		"a = 1;\n":              "a = 1\n",
		"a = 1,\n":              "a = 1\n",
		"\"a\" = 1\n":           "a = 1\n",
		"a = [1 2]\n":           "a = [1, 2]\n",
		"a = [\n  1\n  2\n]\n":  "a = [\n  1,\n  2\n]\n",
		"a = { b = 1 c = 2 }\n": "a = { b = 1, c = 2 }\n",
		"a = \"C:\\dir\"\n":     "a = \"C:\\\\dir\"\n",
		"a = x & y\n":           "a = x && y\n",
		"a = <<E\nx\nE":         "a = <<E\nx\nE\n",
		"a =\u00a01\n":          "a = 1\n",
	} {
		_, found := Parse(source.NewFile("in.hcl", []byte(src)), DefaultLimits)
		if len(found) != 1 || len(found[0].Fixes) != 1 {
			t.Errorf("%q: no fix in %q", src, brief(found))
			continue
		}
		edit := found[0].Fixes[0].Edits[0]
		got := src[:edit.Span.Start] + edit.New + src[edit.Span.End:]
		if body, _ := Parse(source.NewFile("in.hcl", []byte(got)), DefaultLimits); got != want || body == nil {
			t.Errorf("%q: mended to %q, want %q", src, got, want)
		}
	}
}

func TestRepeatedKeepsBody(t *testing.T) {
	body, found := Parse(source.NewFile("in.hcl", []byte("a = 1\na = 2\n")), DefaultLimits)
	if body == nil || len(body.Attributes) != 1 || len(found) != 1 {
		t.Errorf("body %v, findings %q", body, brief(found))
	}
}

func TestSpanOf(t *testing.T) {
	file := source.NewFile("in.hcl", []byte("\xef\xbb\xbfa = \"é\"\nb = 2\n"))
	body, found := Parse(file, DefaultLimits)
	if len(found) > 0 {
		t.Fatal(brief(found))
	}
	for name, want := range map[string]string{"a": `"é"`, "b": "2"} {
		if got := SpanOf(file, body.Attributes[name].Expr.Range()).Text(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
