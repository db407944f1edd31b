package html

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/render/tree/treetest"
)

// What is a tag is a constant: nothing that varies is converted into one.
func TestNothingBecomesATag(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	conversions := map[string]int{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch f := call.Fun.(type) {
			case *ast.Ident:
				conversions[f.Name]++
			case *ast.SelectorExpr:
				conversions[f.Sel.Name]++
			}
			return true
		})
	}
	if conversions["tag"] != 0 || conversions["HTML"] != 0 {
		t.Errorf("%d conversions to tag and %d to template.HTML, want none", conversions["tag"], conversions["HTML"])
	}
}

func TestTextAndAttributesAreEscaped(t *testing.T) {
	for _, s := range append(treetest.Hostile(), "a\x00b") {
		var m markup
		m.text(s)
		m.verbatim(s)
		m.escape(s)
		m.inline(tree.T(s, tree.Code(s)), false)
		rest := strings.NewReplacer("<code>", "", "</code>", "").Replace(string(m.html))
		if strings.ContainsAny(rest, "<>\"'\x00") {
			t.Errorf("%q became %q", s, m.html)
		}
	}
}

// Rows are written in batches, and stand in their order.
func TestManyRowsKeepTheirOrder(t *testing.T) {
	const n = 10*batch + 1
	w := writer{body: &body{}}
	w.each(n, func(w *writer, i int) { w.text(string(rune('a' + i%26))) })
	want := strings.Repeat("abcdefghijklmnopqrstuvwxyz", n/26+1)[:n]
	w.flush()
	if got := string(bytes.Join(w.done, nil)); got != want {
		t.Errorf("got %s", got)
	}
}
