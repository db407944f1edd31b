package lang

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// base is the least that a policy has.
const base = `policy "example" {
  title        = "Example"
  organization = organization.acme
}
organization "acme" {
  legal_name = "Acme Ltd"
}
`

// files makes a file system of a policy: base, and what a test adds to it. A
// text alone stands in main.hcl.
func files(contents map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"policy.hcl": {Data: []byte(base)}}
	for name, text := range contents {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func load(t testing.TB, contents map[string]string) (*Policy, diag.List) {
	t.Helper()
	p, found := Load(files(contents), Options{Version: "0.1.0"})
	checkInvariants(t, p, found)
	return p, found
}

func loadText(t testing.TB, text string) (*Policy, diag.List) {
	t.Helper()
	return load(t, map[string]string{"main.hcl": text})
}

// good loads a policy that must have no finding but those that a part of the
// language is not used.
func good(t testing.TB, contents map[string]string) *Policy {
	t.Helper()
	p, found := load(t, contents)
	for _, d := range found {
		if d.Code != diag.UnusedLocal && d.Code != diag.UnusedVariable {
			t.Errorf("%s %s: %s (%s)", d.Span.Range(), d.Code, d.Summary, d.Detail)
		}
	}
	if p.Model == nil {
		t.FailNow()
	}
	return p
}

// checkInvariants holds what is true of every reading: a model has no holes, and
// findings are written as findings are.
func checkInvariants(t testing.TB, p *Policy, found diag.List) {
	t.Helper()
	if (p.Model == nil) != found.HasErrors() {
		t.Fatalf("a model: %v, errors: %v", p.Model != nil, found.HasErrors())
	}
	checkModel(t, p)
	for _, d := range found[:min(len(found), 200)] {
		checkFinding(t, d)
	}
}

func checkModel(t testing.TB, p *Policy) {
	t.Helper()
	if p.Model != nil {
		p.Model.Facts(func(f model.Fact) { checkValue(t, f.ID(), f.Attr.Schema, f.Attr.Value) })
	}
}

func checkValue(t testing.TB, id string, spec *schema.Attr, v model.Value) {
	t.Helper()
	switch v := v.(type) {
	case nil:
		t.Fatalf("%s has no value", id)
	case *model.Ref:
		if v.Target == nil && spec.Type.Kind != schema.Address {
			t.Fatalf("%s leads nowhere: %s", id, v.Address)
		}
	case model.List:
		if len(v) == 0 {
			t.Fatalf("%s is an empty list", id)
		}
		for _, e := range v {
			checkValue(t, id, spec, e)
		}
	}
}

func checkFinding(t testing.TB, d *diag.Diagnostic) {
	t.Helper()
	switch {
	case d.Detail == "":
		t.Errorf("%s %s: says neither why nor what to do", d.Code, d.Summary)
	case strings.HasSuffix(d.Summary, ".") || strings.Contains(d.Summary, "\n"):
		t.Errorf("%s: %q is not one line without a full stop", d.Code, d.Summary)
	case d.Span.IsZero():
		t.Errorf("%s %s stands nowhere", d.Code, d.Summary)
	}
	checkSpans(t, d)
	for _, word := range []string{"cty", "hclsyntax", "nil", "runtime", "interface", "int64", "%!"} {
		if strings.Contains(d.Summary+d.Detail, word) && !strings.Contains(d.Span.Text(), word) {
			t.Errorf("%s %s (%s): says %q", d.Code, d.Summary, d.Detail, word)
		}
	}
}

// checkSpans holds that a finding and what belongs to it stand within files.
func checkSpans(t testing.TB, d *diag.Diagnostic) {
	t.Helper()
	spans := []diag.Edit{{Span: d.Span}}
	for _, r := range d.Related {
		spans = append(spans, diag.Edit{Span: r.Span})
	}
	for _, f := range d.Fixes {
		spans = append(spans, f.Edits...)
	}
	for _, e := range spans {
		if s := e.Span; s.Start < 0 || s.End < s.Start || int(s.End) > len(s.File.Bytes) {
			t.Fatalf("%s %s: %d to %d of %d bytes of %s", d.Code, d.Summary, s.Start, s.End, len(s.File.Bytes), s.File.Name)
		}
	}
}

// printed returns findings as lines: place, code, the text that is underlined,
// and the summary.
func printed(found diag.List) string {
	var out bytes.Buffer
	for _, d := range found {
		fmt.Fprintf(&out, "%s %s <%s> %s\n", d.Span.Range(), d.Code, d.Span.Text(), d.Summary)
	}
	return out.String()
}
