package structure_test

import (
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const modulePath = "github.com/privity/privity"

// everything, in place of a list of imports, allows all of the project.
var everything = []string{"*"}

// allowedImports says which packages of the project each package may import
// in its non-test files. An entry covers the packages below it, which may
// import each other. docs/architecture.md says why.
var allowedImports = map[string][]string{
	"cmd/privity": {"internal/cli"},
	"examples":    {},

	"internal/bench":        everything,
	"internal/cli":          everything,
	"internal/consistency":  {"internal/compare", "internal/parallel", "internal/source", "internal/model", "internal/schema", "internal/scalar", "internal/diag", "internal/locale", "internal/suggest", "internal/render/prose"},
	"internal/diag":         {"internal/source"},
	"internal/diff":         {"internal/compare", "internal/diag", "internal/model", "internal/redline", "internal/render", "internal/telling"},
	"internal/disk":         {},
	"internal/expect":       {"internal/lang", "internal/consistency", "internal/diag"},
	"internal/feed":         {},
	"internal/format":       {"internal/source", "internal/diag", "internal/syntax"},
	"internal/graph":        {},
	"internal/history":      {"internal/disk", "internal/parallel", "internal/scalar", "internal/signature"},
	"internal/lang":         {"internal/parallel", "internal/schema", "internal/scalar", "internal/source", "internal/diag", "internal/suggest", "internal/syntax", "internal/model", "internal/locale"},
	"internal/locale":       {},
	"internal/manifest":     {"internal/model", "internal/parallel", "internal/schema", "internal/scalar"},
	"internal/manual":       {"internal/schema", "internal/scalar", "internal/diag", "internal/suggest", "internal/lang", "internal/source", "internal/syntax"},
	"internal/model":        {"internal/schema", "internal/scalar", "internal/source"},
	"internal/licences":     {},
	"internal/output":       {"internal/disk"},
	"internal/pack":         {},
	"internal/parallel":     {},
	"internal/plan":         {"internal/compare", "internal/diag", "internal/diff", "internal/model", "internal/notice", "internal/render", "internal/scalar", "internal/signature"},
	"internal/publish":      {"internal/disk", "internal/history", "internal/output"},
	"internal/policy":       {"internal/compare", "internal/parallel", "internal/model", "internal/schema", "internal/scalar", "internal/source", "internal/diag", "internal/locale", "internal/suggest"},
	"internal/redline":      {"internal/render", "internal/render/prose"},
	"internal/render":       {"internal/parallel", "internal/model", "internal/schema", "internal/scalar", "internal/locale", "internal/graph", "internal/render/english", "internal/render/prose"},
	"internal/render/prose": {"internal/model", "internal/render"},
	"internal/revision":     {"internal/source"},
	"internal/scalar":       {},
	"internal/schema":       {},
	"internal/signature":    {},
	"internal/site":         {"internal/changelog", "internal/parallel", "internal/model", "internal/render", "internal/manifest", "internal/graph", "internal/output"},
	"internal/source":       {},
	"internal/suggest":      {},
	"internal/syntax":       {"internal/source", "internal/diag"},
	"internal/telling":      {"internal/compare", "internal/locale", "internal/model", "internal/render", "internal/render/english", "internal/schema"},
	"internal/serve":        {"internal/diag", "internal/output", "internal/render", "internal/render/prose"},
	"internal/translate":    {"internal/model", "internal/schema", "internal/source", "internal/diag", "internal/syntax", "internal/format"},

	"internal/structure": {},
	"internal/watch":     {},

	"internal/changelog": {"internal/compare", "internal/diff", "internal/feed", "internal/locale", "internal/manifest", "internal/model", "internal/plan", "internal/render", "internal/scalar", "internal/telling"},
	"internal/compare":   {"internal/manifest", "internal/model", "internal/schema", "internal/scalar", "internal/source", "internal/locale", "internal/render/english"},

	"internal/notice": {"internal/compare", "internal/locale", "internal/model", "internal/scalar", "internal/render/english"},

	"internal/render/english": {"internal/render", "internal/model", "internal/schema", "internal/scalar"},

	"internal/disk/disktest": {"internal/disk"},

	"cmd/privity-cloud": {"internal/cli", "internal/history", "internal/parallel"},

	"internal/manual/generate": {"internal/manual", "internal/manual/showcase"},
	"internal/manual/showcase": {"internal/manual", "internal/compare", "internal/lang", "internal/model", "internal/policy", "internal/scalar", "internal/schema", "internal/source", "internal/syntax", "internal/render", "policies"},

	"policies":          {},
	"policies/generate": {"policies", "policies/traps", "internal/policy"},
	"policies/traps":    {"internal/diag", "internal/lang", "internal/policy", "internal/scalar", "internal/source"},
}

// testOnly are packages that exist to measure or test: none may import them.
var testOnly = []string{"internal/bench", "internal/disk/disktest", "internal/structure"}

func TestEveryPackageIsInTheTable(t *testing.T) {
	missing := map[string]bool{}
	for name := range goFiles(t) {
		if folder := path.Dir(name); covering(folder) == "" {
			missing[folder] = true
		}
	}
	for folder := range missing {
		t.Errorf("%s: the package is not in the table of allowed imports", folder)
	}
}

// TestEveryPackageIsInTheArchitecture holds that readers are told what each entry of
// the table has room for.
func TestEveryPackageIsInTheArchitecture(t *testing.T) {
	page := string(repositoryFiles(t)["docs/architecture.md"])
	for owner := range allowedImports {
		if path.Base(owner) != "generate" && !strings.Contains(page, "`"+owner+"`") {
			t.Errorf("docs/architecture.md does not say what %s is for", owner)
		}
	}
}

func TestImports(t *testing.T) {
	for name, file := range goFiles(t) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		owner := covering(path.Dir(name))
		for _, imported := range projectImports(t, name, file) {
			if !mayImport(owner, imported) {
				t.Errorf("%s: %s may not import %s", name, owner, imported)
			}
		}
	}
}

// TestTableNamesWhatItCovers catches an entry of the table that misspells the
// package that it allows.
func TestTableNamesWhatItCovers(t *testing.T) {
	for owner, allowed := range allowedImports {
		for _, imported := range allowed {
			if imported != everything[0] && covering(imported) != imported {
				t.Errorf("%s: %s is allowed, but has no entry of its own", owner, imported)
			}
		}
	}
}

func TestMayImport(t *testing.T) {
	tests := []struct {
		owner, imported string
		want            bool
	}{
		{"internal/diag", "internal/source", true},
		{"internal/source", "internal/diag", false},
		{"internal/render", "internal/render/html", true},
		{"internal/render", "internal/lang", false},
		{"internal/cli", "internal/lang", true},
		{"internal/cli", "internal/bench", false},
		{"cmd/privity", "internal/lang", false},
	}
	for _, tt := range tests {
		if got := mayImport(tt.owner, tt.imported); got != tt.want {
			t.Errorf("mayImport(%q, %q) = %t, want %t", tt.owner, tt.imported, got, tt.want)
		}
	}
}

// mayImport tells whether packages that the entry owner covers may import the
// package imported.
func mayImport(owner, imported string) bool {
	target := covering(imported)
	if target == owner {
		return true
	}
	if slices.Contains(testOnly, target) {
		return false
	}
	allowed := allowedImports[owner]
	return slices.Equal(allowed, everything) || slices.Contains(allowed, target)
}

// covering returns the entry of the table that covers a package: its own, or
// that of the nearest folder above. It is empty if there is none.
func covering(folder string) string {
	for folder != "." {
		if _, ok := allowedImports[folder]; ok {
			return folder
		}
		folder = path.Dir(folder)
	}
	return ""
}

// projectImports returns the packages of the project that a file imports, as
// folders relative to the top.
func projectImports(t *testing.T, name string, content []byte) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, content, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var imports []string
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if folder, ok := strings.CutPrefix(imported, modulePath+"/"); ok {
			imports = append(imports, folder)
		}
	}
	return imports
}

// goFiles returns the Go files of the project by their path, those that go
// itself ignores aside.
func goFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for name, content := range repositoryFiles(t) {
		if path.Ext(name) == ".go" && !strings.Contains("/"+name, "/testdata/") {
			files[name] = content
		}
	}
	return files
}
