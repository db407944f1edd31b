package licences

import (
	"os"
	"regexp"
	"testing"

	"golang.org/x/mod/modfile"
)

// entry is a line of the list: module, version, licence.
var entry = regexp.MustCompile(`(?m)^  (\S+) +(v\S+) +\S`)

// TestVersionsAreThoseOfGoMod holds that an upgrade is followed by "make
// notice". That no module is missing takes "go list" on every system, which
// "go run ./internal/licences/generate --check" does.
func TestVersionsAreThoseOfGoMod(t *testing.T) {
	const path = "../../go.mod"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse(path, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	required := map[string]string{}
	for _, r := range mod.Require {
		required[r.Mod.Path] = r.Mod.Version
	}

	entries := entry.FindAllStringSubmatch(ThirdParty(), -1)
	if len(entries) == 0 {
		t.Fatal("the list names no module")
	}
	for _, e := range entries {
		module, version := e[1], e[2]
		if got := required[module]; got != version {
			t.Errorf("%s is listed as %s, go.mod requires %q: run \"make notice\"", module, version, got)
		}
	}
}
