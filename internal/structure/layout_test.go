package structure_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/semver"
)

// top is the folder that holds go.mod, seen from this package.
const top = "../.."

// topEntries is all that may lie in the top folder, beside what git ignores.
var topEntries = []string{
	".ci", ".git", ".github", ".gitignore", ".golangci.yml", ".pre-commit-hooks.yaml",
	"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "NOTICE", "README.md",
	"action.yml", "cmd", "docs", "examples", "go.mod", "go.sum", "internal", "policies", "testdata",
}

func TestTopFolder(t *testing.T) {
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	ignored := ignoredNames(t)
	for _, entry := range entries {
		name := entry.Name()
		if !slices.Contains(topEntries, name) && !slices.Contains(ignored, name) {
			t.Errorf("%s has no place in the top folder", name)
		}
	}
}

// vagueNames say where code was put, not what it is about.
var vagueNames = []string{
	"base", "common", "helper", "helpers", "lib", "misc", "shared", "tools", "util", "utils",
}

func TestPackageNamesSayWhatTheyAreAbout(t *testing.T) {
	for name := range goFiles(t) {
		if folder := path.Base(path.Dir(name)); slices.Contains(vagueNames, folder) {
			t.Errorf("%s: %q is no name for a package", name, folder)
		}
	}
}

// TestGoldmarkVersion keeps a version whose safe mode withholds javascript:
// links. Versions before it are live, and the minimum that other modules ask
// for is one of those.
func TestGoldmarkVersion(t *testing.T) {
	const goldmark, minimum = "github.com/yuin/goldmark", "v1.8.7"
	data, err := os.ReadFile(path.Join(top, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	required := ""
	for _, r := range mod.Require {
		if r.Mod.Path == goldmark {
			required = r.Mod.Version
		}
	}
	if semver.Compare(required, minimum) < 0 {
		t.Errorf("go.mod requires %s %q, want %s or later", goldmark, required, minimum)
	}
	for _, r := range mod.Replace {
		t.Errorf("go.mod replaces %s, so that what is linked is not what is listed", r.Old.Path)
	}
}

// repositoryFiles returns the content of every regular file of the
// repository by its path from the top, what git ignores aside.
func repositoryFiles(t *testing.T) map[string][]byte {
	t.Helper()
	root := os.DirFS(top)
	skipped := append(ignoredNames(t), ".git")
	files := map[string][]byte{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(skipped, entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		content, err := fs.ReadFile(root, name)
		files[name] = content
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// ignoredNames returns the names that .gitignore lists. It lists plain names
// only, so that this is all there is to reading it.
func ignoredNames(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(path.Join(top, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		name := strings.Trim(strings.TrimSpace(line), "/")
		if strings.ContainsAny(name, "*?[/#!") {
			t.Fatalf(".gitignore: %q is not a plain name", name)
		}
		names = append(names, name)
	}
	return names
}
