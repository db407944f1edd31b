package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/diff"
	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/plan"
	"github.com/privity/privity/internal/policy"
)

// schemas are the names of those that there are.
var schemas = []string{"manifest", "input", "diff", "plan"}

func newSchema(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "schema manifest|input|diff|plan",
		Short: "print the JSON Schema of what privity writes or rules see",
		Long: `Prints a JSON Schema.

  manifest  of manifest.json, which build writes, and of what show prints
            (draft 2020-12)
  input     of what rules see as input (draft 7, which opa and Regal read)
  diff      of what diff --format json prints (draft 2020-12)
  plan      of what plan --out writes, and approve (draft 2020-12)

The first two describe every kind of block, every attribute and every word that an
attribute takes.`,
		Example: `privity schema manifest > manifest.schema.json
privity schema input > input.schema.json && opa check --schema input.schema.json rules`,
		Args: arguments(1, 1, "say which schema: privity schema manifest"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch args[0] {
			case "manifest":
				return s.print(manifest.Schema())
			case "input":
				return s.print(policy.Schema())
			case "diff":
				return s.print(diff.Schema())
			case "plan":
				return s.print(plan.Schema())
			}
			return fail(fmt.Sprintf("there is no schema %q", args[0]), "there are "+strings.Join(schemas, ", ")+meant(args[0], schemas))
		},
		ValidArgs: schemas,
	}
}
