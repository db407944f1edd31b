// Generate writes the table of the classes of changes into the reference. It
// is run by go generate, in the folder of package compare.
package main

import (
	"fmt"
	"os"

	"github.com/privity/privity/internal/compare"
)

func main() {
	if err := os.WriteFile("../../docs/reference/changes.md", compare.Reference(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
