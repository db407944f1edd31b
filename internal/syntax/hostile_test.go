package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/source"
)

// A shape is a family of hostile inputs, as large as asked for.
type shape struct {
	name string
	make func(size int) string
}

// repeat returns a shape of a head, a unit as often as fits, and a tail.
func repeat(name, head, unit, tail string) shape {
	return shape{name, func(size int) string { return head + strings.Repeat(unit, size/len(unit)) + tail }}
}

// nested returns a shape of openings around a core and as many closings.
func nested(name, head, opener, core, closer, tail string) shape {
	return shape{name, func(size int) string {
		n := size / (len(opener) + len(closer))
		return head + strings.Repeat(opener, n) + core + strings.Repeat(closer, n) + tail
	}}
}

var shapes = []shape{
	repeat("brackets, unclosed", "a = ", "[", ""),
	repeat("parentheses, unclosed", "a = ", "(", ""),
	repeat("braces, unclosed", "a = ", "{", ""),
	repeat("brackets without attribute", "", "[", ""),
	repeat("braces without attribute", "", "{", ""),
	nested("brackets", "a = ", "[", "1", "]", "\n"),
	nested("brackets on lines", "a = ", "[\n", "1", "\n]", "\n"),
	nested("parentheses", "a = ", "(", "1", ")", "\n"),
	nested("objects", "a = ", "{a=", "1", "}", "\n"),
	nested("objects on lines", "a = ", "{\na=", "1", "\n}", "\n"),
	nested("lists of objects", "a = ", "[{a=", "1", "}]", "\n"),
	nested("brackets behind commas", "a = ", "[1,", "1", "]", "\n"),
	nested("blocks", "", "a {\n", "", "}\n", ""),
	nested("labelled blocks", "", "a \"b\" {\n", "", "}\n", ""),
	repeat("blocks, unclosed", "", "a {\n", ""),
	nested("blocks on one line", "", "a {", "", "}", "\n"),
	nested("calls", "a = ", "f(", "1", ")", "\n"),
	nested("indexes in indexes", "a = ", "a[", "0", "]", "\n"),
	nested("for in lists", "a = ", "[for x in ", "y", ": x]", "\n"),
	nested("for in results", "a = ", "[for x in y: ", "x", "]", "\n"),
	nested("for in objects", "a = ", "{for k, v in y: k => ", "v", "}", "\n"),
	nested("insertions", "a = ", "\"${", "1", "}\"", "\n"),
	repeat("insertions, unclosed", "a = ", "\"${", ""),
	nested("directives", "a = ", "\"%{if ", "x", "}%{endif}\"", "\n"),
	nested("if within a string", "a = \"", "%{if x}", "", "%{endif}", "\"\n"),
	repeat("if within a string, unclosed", "a = \"", "%{if x}", "\"\n"),
	repeat("if with spaces", "a = \"", "%{  if x}", "\"\n"),
	repeat("if and else", "a = \"", "%{if x}%{else}", "\"\n"),
	repeat("for within a string", "a = \"", "%{for x in y}", "\"\n"),
	repeat("endif within a string", "a = \"", "%{endif}", "\"\n"),
	repeat("if in a heredoc", "a = <<E\n", "%{~ if x ~}\n", "E\n"),
	nested("heredocs", "a = ", "<<E\n${", "1", "}\nE\n", "\n"),
	repeat("heredocs, unclosed", "a = ", "<<E\n${", ""),
	repeat("not", "a = ", "!", "true\n"),
	repeat("minus", "a = ", "-", "1\n"),
	repeat("minus apart", "a = ", "- ", "1\n"),
	repeat("minus on lines", "a = (", "-\n", "1)\n"),
	repeat("sums", "a = 1", "+1", "\n"),
	repeat("sums on lines", "a = (1", "\n+1", ")\n"),
	repeat("sums on lines of an object", "a = {for k in x :\nk => 1", "\n+1", "}\n"),
	repeat("sums behind comments", "a = (1", "/**/+1", ")\n"),
	repeat("comparisons", "a = 1", "==1", "\n"),
	repeat("conjunctions", "a = x", "&&x", "\n"),
	repeat("conditionals to the right", "a = x", "?x:x", "\n"),
	repeat("conditionals to the left", "a = ", "x?", "x\n"),
	repeat("mixed precedence", "a = 1", "||1&&1==1<1+1*1", "\n"),
	repeat("steps", "a = x", ".y", "\n"),
	repeat("indexes", "a = x", "[0]", "\n"),
	repeat("indexes by key", "a = x", "[\"k\"]", "\n"),
	repeat("indexes by name", "a = x", "[y]", "\n"),
	repeat("dotted splats", "a = x", ".*.y[0]", "\n"),
	repeat("splats", "a = x", "[*]", "\n"),
	repeat("splats of attributes", "a = x", "[*].y", "\n"),
	repeat("steps of a call", "a = f()", ".y", "\n"),
	repeat("numbered steps", "a = x", ".0.y", "\n"),
	repeat("function scopes", "a = f", "::f", "()\n"),
	repeat("digits", "a = ", "1", "\n"),
	repeat("digits behind the dot", "a = 1.", "1", "\n"),
	repeat("dotted digits", "a = ", "1.", "1\n"),
	repeat("an exponent of many digits", "a = 1e", "1", "\n"),
	repeat("exponents", "a = 1", "e1", "\n"),
	{"a large exponent", func(int) string { return "a = 1e1000000\n" }},
	{"a small exponent in a string", func(int) string { return "a = \"x${1e-1000000}\"\n" }},
	repeat("dots", "a = x", ".", "\n"),
	repeat("dollars in a string", "a = \"", "$", "\"\n"),
	repeat("dollars in a string, unclosed", "a = \"", "$", ""),
	repeat("percents in a string", "a = \"", "%", "\"\n"),
	repeat("dollars and letters", "a = \"", "$x", "\"\n"),
	repeat("doubled dollars", "a = \"", "$${", "\"\n"),
	repeat("dollars in a heredoc", "a = <<E\n", "$", "\nE\n"),
	repeat("dollars in code", "a = ", "$", "\n"),
	repeat("insertions in a row", "a = \"", "${x}", "\"\n"),
	repeat("lines of a heredoc", "a = <<E\n", "x\n", "E\n"),
	repeat("empty lines of a heredoc, unclosed", "a = <<E\n", "\n", ""),
	repeat("lines of a flush heredoc", "a = <<-E\n", " x\n", "E\n"),
	repeat("heredoc openings without line ends", "a = ", "<<E", "\n"),
	repeat("comments, unclosed", "a = ", "/*", "\n"),
	repeat("comments that overlap", "a = ", "/*/", "\n"),
	repeat("tilde and brace", "a = ", "~}", "\n"),
	repeat("closing braces", "", "}", "\n"),
	repeat("closing brackets on lines", "", "]\n", ""),
	repeat("mixed brackets", "a = ", "[{(", "\n"),
	repeat("crossed brackets", "a = ", "[(])", "\n"),
	repeat("names without values", "", "a\n", ""),
	repeat("labels without end", "a", " b", "\n"),
	repeat("quoted labels without end", "a", " \"b\"", "\n"),
	repeat("the same attribute", "", "a=1\n", ""),
	repeat("strings without end", "", "a = \"\n", ""),
	repeat("quotes", "a = ", "\"", "\n"),
	repeat("backslashes", "a = \"", "\\", "\n"),
	repeat("unknown escapes", "a = \"", "\\q", "\"\n"),
	repeat("apostrophes", "a = ", "'", "\n"),
	repeat("semicolons", "a = 1", ";", "\n"),
	repeat("ampersands", "a = x", "&", "\n"),
	repeat("foreign letters", "", "é", " = 1\n"),
	repeat("foreign quotes", "a = ", "“", "\n"),
	repeat("invisible characters", "a = 1", "\u00a0", "\n"),
	repeat("invalid encoding", "a = \"", "\xff", "\"\n"),
	repeat("carriage returns", "a = 1", "\r", "\n"),
	repeat("zero bytes", "a = ", "\x00", "\n"),
	repeat("commas", "a = [", ",", "]\n"),
	repeat("equals signs", "a ", "=", "\n"),
	repeat("tokens within every other limit", "", "a=1\n# c\n", "a=\n"),
}

// TestHostile holds that every shape ends in a finding, at sizes from a few
// hundred bytes to the largest file that is read, and that the finding of a
// file that is too much of anything says how to go on.
func TestHostile(t *testing.T) {
	sizes := []int{300, 5_000, 60_000, 2 << 20}
	if testing.Short() {
		sizes = sizes[:3]
	}
	limits := map[diag.Code]bool{diag.NestedTooDeep: true, diag.TooManyTokens: true, diag.ExpressionTooLong: true}
	for _, shape := range shapes {
		t.Run(shape.name, func(t *testing.T) {
			for _, size := range sizes {
				_, found := Parse(source.NewFile("in.hcl", []byte(shape.make(size))), DefaultLimits)
				if size > sizes[0] && !found.HasErrors() {
					t.Errorf("%d bytes: no finding", size)
				}
				if len(found) > maxFindings {
					t.Errorf("%d bytes: %d findings", size, len(found))
				}
				for _, d := range found {
					if limits[d.Code] && !strings.Contains(d.Detail, "--limits") {
						t.Errorf("%s does not say how to go on: %s", d.Code, d.Detail)
					}
				}
			}
		})
	}
}

// TestHeight holds what the package promises about the height of trees, for
// every shape at the sizes around which it reaches a limit.
func TestHeight(t *testing.T) {
	most := 4*DefaultLimits.Depth + 2*DefaultLimits.Chain + 8
	tallest := 0
	for _, shape := range shapes {
		for size := 20; size < 4000; size += 90 {
			body, _ := Parse(source.NewFile("in.hcl", []byte(shape.make(size))), DefaultLimits)
			if body == nil {
				continue
			}
			height := heightOf(body)
			tallest = max(tallest, height)
			if height > most {
				t.Errorf("%s of %d bytes: height %d, at most %d", shape.name, size, height, most)
			}
		}
	}
	if tallest < DefaultLimits.Chain/2 {
		t.Errorf("no tree is taller than %d: the shapes come near no limit", tallest)
	}
}

// TestRaisedLimits holds that limits raised beyond reason cost time but never
// the stack.
func TestRaisedLimits(t *testing.T) {
	for _, shape := range shapes {
		body, _ := Parse(source.NewFile("in.hcl", []byte(shape.make(10_000))), DefaultLimits.Scaled(1_000_000))
		if body != nil {
			heightOf(body)
		}
	}
}

// TestWithinLimits holds that what reaches each limit exactly still parses, and
// that one more does not, with the code that belongs to it.
func TestWithinLimits(t *testing.T) {
	limits := Limits{Tokens: 40, Depth: 5, Chain: 6, Unary: 3, Digits: 8, Exponent: 12, Pieces: 6}
	for _, test := range []struct {
		good, bad string
		code      diag.Code
	}{
		{strings.Repeat("#\n", 40), strings.Repeat("#\n", 41), diag.TooManyTokens},
		{"a = [[[[[1]]]]]\n", "a = [[[[[[1]]]]]]\n", diag.NestedTooDeep},
		{"a = \"%{if x}%{if x}%{if x}%{endif}%{endif}%{endif}\"\n", "a = \"%{if x}%{if x}%{if x}%{if x}", diag.NestedTooDeep},
		{"a = 1+1+1+1+1+1+1\n", "a = 1+1+1+1+1+1+1+1\n", diag.ExpressionTooLong},
		{"a = (1+1+1)+(1+1+1+1)+1\n", "a = (1+1+1)+(1+1+1+1)+1+1+1\n", diag.ExpressionTooLong},
		{"a = 1+1+1+(1+1+1+1)\n", "a = 1+1+1+(1+1+1+1+1)\n", diag.ExpressionTooLong},
		{"a = [1+1+1, 1+1+1, 1+1+1]\nb = 1+1+1\n", "a = (1+\n1+1+1+\n1+1+1+1)\n", diag.ExpressionTooLong},
		{"a = x.y.y.y.y.y.y\n", "a = x.y.y.y.y.y.y.y\n", diag.ExpressionTooLong},
		{"a = !!!x\n", "a = !!!!x\n", diag.ExpressionTooLong},
		{"a = 1234.5678\n", "a = 123456789\n", diag.ExpressionTooLong},
		{"a = 1e-12\n", "a = 1e13\n", diag.ExpressionTooLong},
		{"a = <<E\n1\n2\n3\n4\n5\n6\nE\n", "a = <<E\n1\n2\n3\n4\n5\n6\n7\nE\n", diag.ExpressionTooLong},
		{"v {\n  for = x.y.y\n  a = x.y.y\n  b = x.y.y\n  c = x.y.y\n}\n", "a = {for k in x.y.y.y :\nk.y => k.y.\ny.y}\n", diag.ExpressionTooLong},
	} {
		if body, found := Parse(source.NewFile("in.hcl", []byte(test.good)), limits); body == nil {
			t.Errorf("%q: %q", test.good, brief(found))
		}
		_, found := Parse(source.NewFile("in.hcl", []byte(test.bad)), limits)
		if len(found) != 1 || found[0].Code != test.code {
			t.Errorf("%q: %q, want %s", test.bad, brief(found), test.code)
		}
		if _, found := Parse(source.NewFile("in.hcl", []byte(test.bad)), limits.Scaled(2)); len(found) > 0 && found[0].Code == test.code {
			t.Errorf("%q: %q with twice the limits", test.bad, brief(found))
		}
	}
}

func TestScaled(t *testing.T) {
	if got := DefaultLimits.Scaled(0); got != DefaultLimits {
		t.Errorf("scaled by 0: %+v", got)
	}
	got := DefaultLimits.Scaled(1000)
	if got.Tokens != 1000*DefaultLimits.Tokens || got.Depth != 16*DefaultLimits.Depth || got.Chain != 16*DefaultLimits.Chain {
		t.Errorf("scaled by 1000: %+v", got)
	}
}

func ExampleParse() {
	file := source.NewFile("stores.hcl", []byte("data_store \"orders\" {\n  vendor: vendor.aws\n}\n"))
	_, found := Parse(file, DefaultLimits)
	for _, d := range found {
		fmt.Println(d.Span.Range(), d.Summary)
	}
	// Output: stores.hcl:2:3 `vendor` is set with `:`
}
