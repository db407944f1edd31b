package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// declared returns the codes that codes.go declares, in its order.
func declared(t *testing.T) []Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var codes []Code
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for _, v := range spec.Values {
			value, err := strconv.Unquote(v.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, Code(value))
		}
		return false
	})
	return codes
}

func TestEveryCodeHasAPage(t *testing.T) {
	codes := declared(t)
	if len(codes) == 0 {
		t.Fatal("codes.go declares no codes")
	}
	if !slices.IsSorted(codes) {
		t.Error("codes.go is not in the order of the codes")
	}
	if diff := cmp.Diff(codes, Codes()); diff != "" {
		t.Errorf("codes and pages differ (-code +page):\n%s", diff)
	}
}

func TestPages(t *testing.T) {
	titles := map[string]Code{}
	for _, code := range Codes() {
		page, ok := Page(code)
		title := code.Title()
		if !ok || title == "" || !strings.HasPrefix(page, "# "+string(code)+": "+title+"\n\n") {
			t.Errorf("%s does not begin with its code and a title", code)
		}
		if other := titles[title]; other != "" {
			t.Errorf("%s and %s have the same title", code, other)
		}
		titles[title] = code
		inert(t, page)
		checkProse(t, code, page)
		checkExamples(t, code)
	}
}

// checkProse holds that a page explains before the first example and between the
// two, in lines that fit a terminal.
func checkProse(t *testing.T, code Code, page string) {
	t.Helper()
	parts := strings.Split(page, "\n"+fence)
	if len(parts) != 5 {
		t.Errorf("%s does not have two examples", code)
		return
	}
	for _, prose := range []string{parts[0], parts[2]} {
		if len(strings.Fields(prose)) < 10 {
			t.Errorf("%s explains too little: %q", code, prose)
		}
		for line := range strings.Lines(prose) {
			if len([]rune(line)) > 80 {
				t.Errorf("%s has a line of more than 80 characters: %q", code, line)
			}
		}
	}
	if parts[4] != "\n" {
		t.Errorf("%s does not end in its second example", code)
	}
	warning := strings.Contains(strings.Join(strings.Fields(parts[0]), " "), "It is reported as a warning.")
	if warning != (code.Severity() == Warning) {
		t.Errorf("%s does not say of what severity it is", code)
	}
}

func checkExamples(t *testing.T, code Code) {
	t.Helper()
	wrong, right, ok := Examples(code)
	if !ok {
		t.Errorf("%s has no examples", code)
		return
	}
	if wants := strings.Count(wrong.Text, "# want "); wants != 1 || !strings.Contains(wrong.Text, "# want "+string(code)+"\n") {
		t.Errorf("%s: the wrong example does not want its own code, and it alone", code)
	}
	if strings.Contains(right.Text, "# want") || strings.TrimSpace(right.Text) == "" {
		t.Errorf("%s: the right example is empty, or wants something", code)
	}
	for _, e := range []Example{wrong, right} {
		if !slices.Contains([]string{"hcl", "txtar", "text"}, e.Form) {
			t.Errorf("%s: an example has the form %q", code, e.Form)
		}
		if (e.Form == "txtar") != strings.HasPrefix(e.Text, "-- ") {
			t.Errorf("%s: an example that is not an archive says that it is, or the other way round", code)
		}
	}
	if (wrong.Form == "text") != (right.Form == "text") {
		t.Errorf("%s: one example can be run and the other cannot", code)
	}
}

func TestUnknownCode(t *testing.T) {
	for _, code := range []Code{"", "RET001", "../codes", "PV9999"} {
		if _, ok := Page(code); ok || code.Title() != "" || code.Severity() != Error {
			t.Errorf("%q is taken for one of ours", code)
		}
		if _, _, ok := Examples(code); ok {
			t.Errorf("%q has examples", code)
		}
	}
}

func TestWarnings(t *testing.T) {
	var warnings []Code
	for _, code := range Codes() {
		if code.Severity() == Warning {
			warnings = append(warnings, code)
		}
	}
	want := []Code{RepeatedReference, UnusedVariable, UnusedLocal, UnusedDeclaration, StaleTranslation, MissingTranslation, TranslationSource, LanguageUnspoken, WaiverUnused}
	if diff := cmp.Diff(want, warnings); diff != "" {
		t.Errorf("warnings differ (-want +got):\n%s", diff)
	}
}
