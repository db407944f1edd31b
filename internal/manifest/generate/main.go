// Generate writes the JSON Schema of the manifest into the reference. It is
// run by go generate, in the folder of package manifest.
package main

import (
	"fmt"
	"os"

	"github.com/privity/privity/internal/manifest"
)

func main() {
	if err := os.WriteFile("../../docs/reference/manifest.schema.json", manifest.Schema(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
