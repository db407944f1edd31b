// Generate writes the lists of third-party modules that are linked into privity
// and into privity-cloud, and of the data embedded in both, with their licences: as
// a NOTICE for people, and as the text that the program embeds. It is run from the
// top folder of the repository:
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

// A program is what is distributed with its own lists.
type program struct {
	name   string
	folder string // of its module
	main   string // its package, seen from there
	notice string // its NOTICE, from the top of the repository
	embeds string // the text that it embeds
}

var programs = []program{
	{"privity", ".", "./cmd/privity", "NOTICE", "internal/licences/third_party.txt"},
	{"privity-cloud", "cmd/privity-cloud", ".", "cmd/privity-cloud/NOTICE", "cmd/privity-cloud/third_party.txt"},
}

func run(check bool) error {
	for _, p := range programs {
		if err := p.write(check); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// write writes both lists of a program, or looks whether they are up to date.
func (p program) write(check bool) error {
	modules, err := linked(p.folder, p.main, releasedSystems...)
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
		{p.notice, noticeFile(p, works)},
		{p.embeds, thirdPartyFile(p, works)},
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
