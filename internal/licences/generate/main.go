// Generate writes the list of third-party modules that are linked into
// privity, and of the data embedded in it, with their licences, to NOTICE and
// to the text that the package above embeds. It is run from the top folder of the repository:
//
//	go run ./internal/licences/generate [--check]
//
// With --check it writes nothing and fails if a file is out of date. A module
// whose licence it does not recognise is an error, so that a new dependency
// cannot slip in under unread terms.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
)

func main() {
	check := flag.Bool("check", false, "write nothing; fail if a file is out of date")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	modules, err := linked("./cmd/...", releasedSystems...)
	if err != nil {
		return err
	}
	embedded, err := data()
	if err != nil {
		return err
	}
	works, err := licensed(append(modules, embedded...))
	if err != nil {
		return err
	}
	outputs := []struct {
		path string
		text []byte
	}{
		{"NOTICE", noticeFile(works)},
		{"internal/licences/third_party.txt", thirdPartyFile(works)},
	}
	for _, out := range outputs {
		if !check {
			if err := os.WriteFile(out.path, out.text, 0o644); err != nil {
				return err
			}
			continue
		}
		old, err := os.ReadFile(out.path)
		if err != nil {
			return err
		}
		if !bytes.Equal(old, out.text) {
			return fmt.Errorf("%s is out of date: run \"make notice\" and commit the result", out.path)
		}
	}
	return nil
}
