package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/manifest"
)

func newSchema(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "schema manifest",
		Short: "print the JSON Schema of the manifest",
		Long: `Prints the JSON Schema (draft 2020-12) of the manifest: of manifest.json, which
build writes, and of what show prints. It describes every kind of block, every
attribute and every word that an attribute takes.`,
		Example: `privity schema manifest > manifest.schema.json`,
		Args:    arguments(1, 1, "say which schema: privity schema manifest"),
		RunE: func(_ *cobra.Command, args []string) error {
			if args[0] != "manifest" {
				return fail(fmt.Sprintf("there is no schema %q", args[0]), "there is one: privity schema manifest")
			}
			return s.print(manifest.Schema())
		},
		ValidArgs: []string{"manifest"},
	}
}
