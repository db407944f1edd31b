// Command gen writes the generated pages of the reference. It is run by go
// generate, in the folder of package manual.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/privity/privity/internal/manual"
)

func main() {
	if err := write("../../docs/reference"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write puts the pages into a folder. The pages of blocks that are gone are
// removed first.
func write(folder string) error {
	if err := os.RemoveAll(filepath.Join(folder, "blocks")); err != nil {
		return err
	}
	for _, p := range manual.Pages() {
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
