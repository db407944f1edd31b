package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// releasedSystems are the values of GOOS that privity is built for. A module
// may be linked on one of them only, and the list covers all.
var releasedSystems = []string{"darwin", "linux", "windows"}

// A module is a unit of third-party code with one version.
type module struct {
	path    string
	version string // empty for the standard library, which comes with the toolchain
	dir     string // where its files are on this machine
}

// standardLibrary is the path under which the standard library is listed.
const standardLibrary = "std"

// listed is the part of the output of "go list -json" that is read here.
type listed struct {
	Module *struct {
		Path    string
		Version string
		Dir     string
		Main    bool
	}
}

// ours is the module that a program of this repository may be linked with.
const ours = "github.com/privity/privity"

// linked returns the modules, ordered by path, of which at least one package
// is linked into a package of the module in a folder on any of the systems. The
// standard library always is, and what is this repository's own is left out.
func linked(folder, pattern string, systems ...string) ([]module, error) {
	goroot, err := goOutput(folder, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	found := map[string]module{
		standardLibrary: {path: standardLibrary, dir: strings.TrimSpace(string(goroot))},
	}
	for _, system := range systems {
		env := []string{"CGO_ENABLED=0", "GOOS=" + system}
		out, err := goOutput(folder, env, "list", "-deps", "-json=Module", pattern)
		if err != nil {
			return nil, err
		}
		if err := collect(found, out); err != nil {
			return nil, err
		}
	}
	modules := make([]module, 0, len(found))
	for _, m := range found {
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return modules, nil
}

// collect adds the modules in the output of "go list -json" to found.
func collect(found map[string]module, output []byte) error {
	packages := json.NewDecoder(bytes.NewReader(output))
	for {
		var p listed
		err := packages.Decode(&p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the output of go list: %w", err)
		}
		if p.Module == nil || p.Module.Main || p.Module.Path == ours {
			continue
		}
		found[p.Module.Path] = module{p.Module.Path, p.Module.Version, p.Module.Dir}
	}
}

// goOutput runs the go command in a folder, with env added to the environment, and
// returns what it prints.
func goOutput(folder string, env []string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return out, nil
}
