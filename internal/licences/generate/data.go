package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// embeddedData are packages of npm whose content, and not only facts read from
// it, is embedded in the binary. Their licences are kept here, since npm's
// folder is there only while data is generated.
var embeddedData = []struct {
	name     string // in the manifest
	manifest string // the package.json that pins the version
	licence  string // folder that holds the licence file
}{
	{"cldr-core", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
	{"cldr-dates-full", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
	{"cldr-localenames-full", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
	{"cldr-misc-full", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
	{"cldr-numbers-full", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
	{"cldr-units-full", "internal/locale/generate/package.json", "internal/licences/generate/cldr"},
}

// data returns the embedded packages of data, at the versions that are pinned.
func data() ([]module, error) {
	modules := make([]module, 0, len(embeddedData))
	for _, d := range embeddedData {
		version, err := pinned(d.manifest, d.name)
		if err != nil {
			return nil, err
		}
		modules = append(modules, module{path: "npm:" + d.name, version: version, dir: d.licence})
	}
	return modules, nil
}

// pinned returns the version of a dependency that a package.json asks for.
func pinned(manifest, name string) (string, error) {
	content, err := os.ReadFile(manifest)
	if err != nil {
		return "", err
	}
	var parsed struct {
		Dependencies map[string]string `json:"dependencies"`
	}
	if err := json.Unmarshal(content, &parsed); err != nil {
		return "", fmt.Errorf("%s: %w", manifest, err)
	}
	version, ok := parsed.Dependencies[name]
	if !ok {
		return "", fmt.Errorf("%s does not depend on %s", manifest, name)
	}
	return version, nil
}
