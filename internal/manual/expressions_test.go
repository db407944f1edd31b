package manual

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

var (
	fencePattern = regexp.MustCompile("(?s)\n```hcl\n(.*?)\n```\n")
	namePattern  = regexp.MustCompile(`^# (\S+\.hcl)\n`)
)

// TestExpressionsPage compiles the examples of the hand-written page, which
// together are one policy. A first line such as "# modules/a/main.hcl" says in
// which file an example stands.
func TestExpressionsPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(folder, "expressions.md"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, m := range fencePattern.FindAllStringSubmatch(string(page), -1) {
		name := "policy.hcl"
		if n := namePattern.FindStringSubmatch(m[1]); n != nil {
			name = n[1]
		}
		files[name] += m[1] + "\n"
	}
	if len(files) < 2 || strings.Count(files["policy.hcl"], "{") < 10 {
		t.Fatalf("the page has too few examples: %v", files)
	}
	folder := fstest.MapFS{}
	for name, content := range files {
		folder[name] = &fstest.MapFile{Data: []byte(content)}
	}
	policy, found := lang.Load(folder, lang.Options{})
	for _, f := range found {
		t.Errorf("%s: %s: %s %s", f.Span.Range(), f.Severity, f.Summary, f.Detail)
	}
	if policy.Model == nil {
		t.Fatal("the examples are not a policy")
	}
	for _, row := range []string{"data_store.users.segment.claims", "data_store.users.retention", `region.office["dublin"]`, "module.hosting.vendor.cloud"} {
		if policy.Model.Lookup(row) == nil {
			t.Errorf("the page speaks of %s, which is not there", row)
		}
		if !strings.Contains(string(page), "`"+row+"`") {
			t.Errorf("the page does not list the address %s", row)
		}
	}
}

// TestLimitsAreThose holds the limits on the page against those in force, as
// far as they can be asked for.
func TestLimitsAreThose(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(folder, "expressions.md"))
	if err != nil {
		t.Fatal(err)
	}
	files, shape := source.DefaultLimits, syntax.DefaultLimits
	for _, want := range []string{
		fmt.Sprintf("| a file | %d MiB |", files.FileBytes>>20),
		fmt.Sprintf("| %s files, %d MiB |", thousands(files.Files), files.TotalBytes>>20),
		"| names, values and marks in a file | " + thousands(shape.Tokens) + " |",
		"| blocks, brackets and texts open at once | " + thousands(shape.Depth) + " |",
		"| operators and steps on one path through an expression | " + thousands(shape.Chain) + " |",
		"| lines, insertions and escapes in one text | " + thousands(shape.Pieces) + " |",
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("expressions.md does not say %q", want)
		}
	}
}

// thousands writes a number below a million with a comma.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
