package cli

import (
	"cmp"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/privity/privity/internal/licences"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/schema"
)

// Version is the version of the program. It is written here and not stamped
// into the binary, so that the same source gives the same bytes.
const Version = "0.1.0-dev"

func newVersion(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "version [--licenses]",
		Short: "print the version, or the licences of what is linked in",
		Long: `Prints the version of privity, of the language that it reads, of the reference
data on countries, regions and adequacy decisions that it holds, and of Go.

Nothing is looked up: the reference data is part of the program and changes with
its version only.`,
		Args: arguments(0, 0, "`privity version --licenses` prints the licences"),
	}
	licenses := cmd.Flags().Bool("licenses", false, "print the linked modules and embedded data with their licences")
	cmd.RunE = func(*cobra.Command, []string) error {
		if *licenses {
			return s.print([]byte(cmp.Or(s.edition.ThirdParty, licences.ThirdParty())))
		}
		return s.print([]byte(versionText()))
	}
	return cmd
}

func versionText() string {
	return fmt.Sprintf("privity %s\nlanguage %s\nreference data of %s\n%s %s/%s\n",
		Version, schema.Version, locale.AsOf(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
