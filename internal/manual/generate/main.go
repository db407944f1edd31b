// Generate writes the generated pages of the reference. It is run by go
// generate, in the folder of package manual.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/privity/privity/internal/manual"
	"github.com/privity/privity/internal/manual/showcase"
)

// repository is its top, seen from the folder of package manual.
const repository = "../.."

func main() {
	if err := write(repository + "/docs/reference"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write puts the pages into a folder. The pages of blocks that are gone are
// removed first.
func write(folder string) error {
	cases, err := showcase.Cases(os.DirFS(repository))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(folder, "blocks")); err != nil {
		return err
	}
	for _, p := range manual.Pages(cases) {
		name := filepath.Join(folder, filepath.FromSlash(p.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(p.Text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
