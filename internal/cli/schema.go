package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/manifest"
	"github.com/privity/privity/internal/policy"
)

func newSchema(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "schema manifest|input",
		Short: "print the JSON Schema of the manifest, or of what rules see",
		Long: `Prints a JSON Schema.

  manifest  of manifest.json, which build writes, and of what show prints
            (draft 2020-12)
  input     of what rules see as input (draft 7, which opa and Regal read)

Each describes every kind of block, every attribute and every word that an
attribute takes.`,
		Example: `privity schema manifest > manifest.schema.json
privity schema input > input.schema.json && opa check --schema input.schema.json rules`,
		Args: arguments(1, 1, "say which schema: privity schema manifest, or privity schema input"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch args[0] {
			case "manifest":
				return s.print(manifest.Schema())
			case "input":
				return s.print(policy.Schema())
			}
			return fail(fmt.Sprintf("there is no schema %q", args[0]), "there are two: privity schema manifest, and privity schema input")
		},
		ValidArgs: []string{"manifest", "input"},
	}
}
