// Generate writes the part of the reference data that CLDR publishes, and
// checks the part that is kept by hand. It runs in internal/locale, through go
// generate, after the packages of package.json have been installed there.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run refreshes the data below dir, the folder of package locale.
func run(dir string) error {
	data, modules := filepath.Join(dir, "data"), filepath.Join(dir, "generate", "node_modules")
	decided := filepath.Join(dir, "generate", "names.json")
	if err := errors.Join(writeCLDR(data, decided, modules), writeTongues(data, decided, modules)); err != nil {
		return err
	}
	return errors.Join(
		checkSubdivisions(data, modules),
		checkAWS(data, modules),
		canonicalizeAll(data),
	)
}

// canonicalizeAll brings every file of the data into its canonical form.
func canonicalizeAll(data string) error {
	paths, err := filepath.Glob(filepath.Join(data, "*.json"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		canonical, err := canonicalize(raw)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := os.WriteFile(path, canonical, 0o644); err != nil {
			return err
		}
	}
	return nil
}
