package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/source"
)

// plainSeeds are policies in the forms that are read here, and in forms that
// are nearly those.
var plainSeeds = []string{
	"a \"b\" {\n  c = \"d\"\n}\n",
	"a b {\n}\n", "a {}\n", "a { b = 1 }\n", "a { b = [1, \"x\", y.z] } # why\n", "a {b=true}", "a {}",
	"# c\n\n// d\na \"b\" { # e\n  c = [ # f\n    x.y, // g\n    \"z\",\n  ] # h\n\n  d {\n    e = null\n  }\n}\n\nf = 1\n",
	"a {\n  b = \"${c}\"\n}\nd {\n  e = f(g)\n}\nh \"i\" {\n  j = k.l\n}\n",
	"a {\n  b = c\n    .d\n}\n", "a {\n  b = [c\n    .d]\n}\n", "a {\n  b = [c[0], d]\n}\n", "a {\n b = c ? d : e\n}\n",
	"a {\n  b = 1\n  b = 2\n}\n", "a {\n  b = 007\n  c = 1.5\n  d = 1e3\n  e = 1x\n}\n", "a {\n  b = -1\n}\n",
	"a \"\" {\n}\n", "a {\n  b = \"\"\n}\n", "a {\n  b = \"x$y\"\n}\n", "a {\n  b = \"é\"\n}\n", "a é {\n}\n", "aé {\n}\n",
	"a {\r\n  b = 1\r\n}\r\n", "a {\n  /* c */ b = 1\n}\n", "a {\n  b = <<E\nx\nE\n}\n", "a {\n b = true.x\n c = for\n d = [for]\n e = [for x in y : x]\n}\n",
	"a { b = 1, c = 2 }\n", "a { b = 1\n}\n", "a {\n} b {\n}\n", "a {\n  b = 1 c = 2\n}\n", "a {\n  b = [1 2]\n}\n", "a {\n  b = [,]\n}\n",
	"a { b {} }\n", "a {\n  b = 1 }\n", "a {\n  b = 1 # c", "a { b = 1 } # c", "a\n{\n}\n", "a {\n  b == 1\n}\n", "a {\n  b = c-d.e_f\n}\n",
	"a \"b\" \"c\" d {\n}\n", "a {\n  b =\n    1\n}\n", "a {\n  b = [\n\n\n]\n  c = []\n}\n", "\ufeffa {\n}\n", "a { # c\n}\n", "a {\n\tb\t=\t1\n}\n",
}

// TestPlain holds what is read here to what HCL makes of the same bytes.
func TestPlain(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/*.hcl")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	seeds := plainSeeds
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, string(content))
	}
	taken := 0
	for _, src := range seeds {
		if comparePlain(t, []byte(src)) {
			taken++
		}
	}
	if taken < len(files) {
		t.Errorf("only %d of %d files were read here", taken, len(seeds))
	}
}

func FuzzPlain(f *testing.F) {
	for _, src := range plainSeeds {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) { comparePlain(t, src) })
}

// comparePlain reports whether the file was read here; if so, HCL has to come
// to the same tree, and to have nothing to say.
func comparePlain(t *testing.T, src []byte) bool {
	t.Helper()
	file := source.NewFile("a.hcl", src)
	if source.Check(file) != nil {
		return false
	}
	s := newScanner(file, DefaultLimits)
	s.run()
	if s.refused || len(s.found) > 0 {
		return false
	}
	got, ok := parsePlain(s)
	if !ok {
		return false
	}
	tree, diags := hclsyntax.ParseConfig(src, "a.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%q was read, and HCL says %v", src, diags)
	}
	if diff := cmp.Diff(dump(tree.Body.(*hclsyntax.Body)), dump(got)); diff != "" {
		t.Fatalf("%q (-HCL +ours):\n%s", src, diff)
	}
	return true
}

// dump writes a tree with its byte offsets.
func dump(body *hclsyntax.Body) string {
	var out strings.Builder
	dumpBody(&out, body, "", true)
	return out.String()
}

func dumpBody(out *strings.Builder, body *hclsyntax.Body, indent string, top bool) {
	if !top {
		fmt.Fprintf(out, "%sbody%s end%s\n", indent, offsets(body.SrcRange), offsets(body.EndRange))
	}
	names := make([]string, 0, len(body.Attributes))
	for name := range body.Attributes {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		a := body.Attributes[name]
		fmt.Fprintf(out, "%s%s %s%s%s%s = ", indent, name, a.Name, offsets(a.SrcRange), offsets(a.NameRange), offsets(a.EqualsRange))
		dumpExpr(out, a.Expr)
		out.WriteByte('\n')
	}
	for _, b := range body.Blocks {
		fmt.Fprintf(out, "%s%s%s %q", indent, b.Type, offsets(b.TypeRange), b.Labels)
		for _, r := range b.LabelRanges {
			out.WriteString(offsets(r))
		}
		fmt.Fprintf(out, " %s%s\n", offsets(b.OpenBraceRange), offsets(b.CloseBraceRange))
		dumpBody(out, b.Body, indent+"  ", false)
	}
}

func dumpExpr(out *strings.Builder, x hclsyntax.Expression) {
	fmt.Fprintf(out, "%T%s", x, offsets(x.Range()))
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		fmt.Fprintf(out, " %#v", x.Val)
	case *hclsyntax.TemplateExpr:
		for _, p := range x.Parts {
			out.WriteString(" <")
			dumpExpr(out, p)
			out.WriteByte('>')
		}
	case *hclsyntax.TupleConsExpr:
		out.WriteString(offsets(x.OpenRange))
		for _, e := range x.Exprs {
			out.WriteString(" [")
			dumpExpr(out, e)
			out.WriteByte(']')
		}
	case *hclsyntax.ScopeTraversalExpr:
		for _, step := range x.Traversal {
			fmt.Fprintf(out, " %T%s", step, offsets(step.SourceRange()))
			switch step := step.(type) {
			case hcl.TraverseRoot:
				out.WriteString(step.Name)
			case hcl.TraverseAttr:
				out.WriteString(step.Name)
			}
		}
	}
}

func offsets(r hcl.Range) string { return fmt.Sprintf("(%d-%d)", r.Start.Byte, r.End.Byte) }
