package lang

import (
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/diag"
)

// maxFuzzed keeps an execution short: what is large is tried by the attacks.
const maxFuzzed = 8 << 10

// FuzzLoad reads two files and a module of any bytes. It never panics, a model
// has no holes, every finding stands in a file, and a second reading finds the
// same.
func FuzzLoad(f *testing.F) {
	for _, m := range mistakes {
		f.Add([]byte(m.text+"\n"), []byte(base), []byte(""))
	}
	f.Add([]byte(world), []byte(base), []byte(worldModule))
	names, err := filepath.Glob("../../testdata/mistakes/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatal("no archives of mistakes", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		var parts [3][]byte
		for i, file := range archive.Files {
			parts[min(i, 2)] = append(parts[min(i, 2)], file.Data...)
		}
		f.Add(parts[0], parts[1], parts[2])
	}
	f.Fuzz(func(t *testing.T, a, b, m []byte) {
		if len(a)+len(b)+len(m) > maxFuzzed {
			return
		}
		fsys := fstest.MapFS{"a.hcl": {Data: a}, "b.hcl": {Data: b}, "base/m.hcl": {Data: m}, "m/m.hcl": {Data: m}}
		p, found := Load(fsys, Options{Version: "0.1.0"})
		hold(t, p, found)
		_, again := Load(fsys, Options{Version: "0.1.0"})
		if diff := cmp.Diff(printed(found), printed(again)); diff != "" {
			t.Fatalf("a second reading differs: %s", diff)
		}
	})
}

// hold holds what is true whatever was read.
func hold(t *testing.T, p *Policy, found diag.List) {
	t.Helper()
	if len(found) > maxFindings {
		t.Fatalf("%d findings", len(found))
	}
	if (p.Model == nil) != found.HasErrors() {
		t.Fatalf("a model: %v, errors: %v", p.Model != nil, found.HasErrors())
	}
	checkModel(t, p)
	for _, d := range found {
		checkSpans(t, d)
	}
}

// FuzzEval evaluates any expression. It comes to a value or to findings, and
// what is printed comes to the same value again.
func FuzzEval(f *testing.F) {
	for _, c := range expressions {
		f.Add(c.expr)
	}
	p := evalWorld(f)
	f.Fuzz(func(t *testing.T, expr string) {
		if len(expr) > maxFuzzed {
			return
		}
		r, found := p.Eval(expr)
		for _, d := range found {
			checkSpans(t, d)
		}
		if r.Known() == found.HasErrors() {
			t.Fatalf("known: %v; %s", r.Known(), printed(found))
		}
		if !r.Known() || len(r.String()) > maxFuzzed {
			return
		}
		again, found := p.Eval(r.String())
		if diff := cmp.Diff(r.Plain(), again.Plain()); diff != "" || len(found) > 0 {
			t.Fatalf("printed as %s: %s %s", r, diff, printed(found))
		}
	})
}
