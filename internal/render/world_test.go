package render_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
)

// examples is where the policies of the project's examples are.
const examples = "../../examples"

// load reads a policy and fails the test where it has errors.
func load(t testing.TB, fsys fs.FS) *model.Model {
	t.Helper()
	p, found := lang.Load(fsys, lang.Options{})
	for _, d := range found {
		if p.Model == nil {
			t.Errorf("%s: %s", d.Code, d.Summary)
		}
	}
	if p.Model == nil {
		t.FailNow()
	}
	return p.Model
}

// snippet reads a policy from text. A policy block is added where it has none.
func snippet(t testing.TB, hcl string) *model.Model {
	t.Helper()
	if !strings.Contains(hcl, "\npolicy ") {
		hcl += "\npolicy \"p\" {\n  title = \"Data policy\"\n}\n"
	}
	hcl += "\n"
	hcl += stubs(hcl)
	return load(t, fstest.MapFS{"policy.hcl": {Data: []byte(hcl)}})
}

// example reads one of the project's examples.
func example(t testing.TB, name string) *model.Model {
	t.Helper()
	return load(t, os.DirFS(path.Join(examples, name)))
}

// world is a policy that is made of the example of every kind of block, which
// between them set every attribute there is.
func world(t testing.TB) *model.Model {
	t.Helper()
	var b strings.Builder
	for _, kind := range schema.Blocks {
		if kind.Describes() {
			b.WriteString(kind.Example)
		}
	}
	// The example of a document lays out the policy's own page, which here is to
	// have every part.
	return snippet(t, strings.ReplaceAll(b.String(), `document "index"`, `document "storage"`))
}

var (
	reference   = regexp.MustCompile(`\b([a-z_]+)\.([a-z_][a-z0-9_]*)\b`)
	declaration = regexp.MustCompile(`(?m)^([a-z_]+) "([^"]+)"`)
	quotation   = regexp.MustCompile(`"[^"\n]*"`)
)

// stubs declares what a text refers to and does not declare, with no more than
// what is required of it. What a stub refers to is declared too.
func stubs(hcl string) string {
	declared := map[string]bool{}
	for _, m := range declaration.FindAllStringSubmatch(hcl, -1) {
		declared[m[1]+"."+m[2]] = true
	}
	missing := map[string]bool{}
	for _, m := range reference.FindAllStringSubmatch(quotation.ReplaceAllString(hcl, ""), -1) {
		if b := schema.Lookup(m[1]); b != nil && b.Describes() && !declared[m[0]] {
			missing[m[0]] = true
		}
	}
	var b strings.Builder
	for _, address := range slices.Sorted(maps.Keys(missing)) {
		kind, name, _ := strings.Cut(address, ".")
		fmt.Fprintf(&b, "%s %q {\n%s}\n", kind, name, required(schema.Lookup(kind)))
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + stubs(hcl+b.String())
}

func required(b *schema.Block) string {
	var attrs strings.Builder
	for _, a := range b.Attrs {
		if a.Required {
			fmt.Fprintf(&attrs, "  %s = %s\n", a.Name, simplest(a.Type))
		}
	}
	return attrs.String()
}

func simplest(t schema.Type) string {
	value := `"something"`
	switch t.Kind {
	case schema.OneOf:
		value = `"` + t.Enum.Values[0].Name + `"`
	case schema.Ref:
		value = "purpose.something"
		if len(t.Targets) > 0 {
			value = t.Targets[0] + ".something"
		}
	case schema.Duration:
		value = `"1 day"`
	}
	if t.List {
		return "[" + value + "]"
	}
	return value
}
