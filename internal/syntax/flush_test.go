package syntax

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/privity/privity/internal/source"
)

// TestFlush holds a heredoc that begins with "<<-" to lose its indentation on every
// line, whatever stands on the line before.
func TestFlush(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a list", "a = <<-E\n    A:\n    %{ for s in [\"x\", \"y\"] ~}\n    - ${s}\n    %{ endfor ~}\n    B\n  E\n", "A:\n- x\n- y\nB\n"},
		{"blank lines", "a = <<-E\n  A\n\n  %{ for s in [\"x\"] ~}\n\n  - ${s}\n  %{ endfor ~}\n\n  B\n  E\n", "A\n\n\n- x\n\nB\n"},
		{"deeper lines", "a = <<-E\n  A\n  %{ if true ~}\n    - x\n  %{ endif ~}\n  B\n  E\n", "A\n  - x\nB\n"},
		{"a directive first", "a = <<-E\n  %{ for s in [\"x\"] ~}\n  - ${s}\n  %{ endfor ~}\n  E\n", "- x\n"},
		{"without dashes", "a = <<E\n  %{ if true ~}\n  x\n  %{ endif ~}\nE\n", "    x\n  "},
		{"on one line", "a = <<-E\n  %{ if true ~} x %{ endif ~} y\n  E\n", "x y\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, found := Parse(&source.File{Name: "a.hcl", Bytes: []byte(c.text)}, DefaultLimits)
			if len(found) > 0 {
				t.Fatal(found[0].Summary)
			}
			got, diags := body.Attributes["a"].Expr.Value(&hcl.EvalContext{Variables: map[string]cty.Value{}})
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if got.AsString() != c.want {
				t.Errorf("%q, want %q", got.AsString(), c.want)
			}
		})
	}
}
