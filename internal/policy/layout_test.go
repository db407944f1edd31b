package policy

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// TestBundledRulesAreFormatted holds the bundled rules to the layout of opa fmt.
func TestBundledRulesAreFormatted(t *testing.T) {
	files, err := filepath.Glob("../../policies/*/*.rego")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no rules", err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := format.SourceWithOpts(name, content, format.Opts{RegoVersion: ast.RegoV2})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(content, formatted) {
			t.Errorf("%s is not formatted", name)
		}
	}
}
