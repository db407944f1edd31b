package compare_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/privity/privity/internal/compare"
)

// declared finds the declarations of named blocks at the top level.
var declared = regexp.MustCompile(`(?m)^([a-z_]+) "([a-z_0-9]+)" \{`)

// unnamed are the kinds of block whose name is no address in the model.
var unnamed = map[string]bool{"translation": true, "variable": true, "module": true, "document": true}

// TestRenames gives one block of an example after the other another name, says so
// in a moved block, and wants nothing but editorial changes: no reference to the
// block, and nothing inside it, is told as another one.
func TestRenames(t *testing.T) {
	const every = 4 // renames each fourth block: reading a policy takes time
	for _, name := range []string{"allotrac", "csv_importer", "monta", "quickstart"} {
		files := source(t, name)
		before := load(t, files)
		done := 0
		for i, block := range blocksOf(files) {
			if i%every != 0 || unnamed[block.kind] || before.Lookup(block.address()) == nil {
				continue
			}
			done++
			c := compare.Compare(before, load(t, block.renamed(files)), compare.Options{AsOf: "2026-02-01"})
			told := false
			for _, ch := range c.Changes {
				told = told || ch.Was == block.address()
				if ch.Materiality != compare.Editorial && before.Lookup(block.address()).Has("label") {
					t.Errorf("%s: %s was renamed, and told is %s: %s", name, block.address(), ch.Class, ch.Summary)
				}
			}
			if !told || len(c.Proposals) > 0 {
				t.Errorf("%s: that %s was renamed is not told, or is proposed", name, block.address())
			}
		}
		if done < 5 {
			t.Errorf("%s: only %d blocks were renamed", name, done)
		}
	}
}

// A named block is one that is declared in a file.
type named struct{ kind, name string }

func (n named) address() string { return n.kind + "." + n.name }

// source returns the files of an example.
func source(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := filepath.Join(examples, name)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		relative, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(relative)] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// blocksOf lists what the files of the root folder declare.
func blocksOf(files fstest.MapFS) []named {
	names, _ := fs.Glob(files, "*.hcl") // the pattern is well formed, and the names are sorted
	var list []named
	for _, name := range names {
		for _, m := range declared.FindAllStringSubmatch(string(files[name].Data), -1) {
			list = append(list, named{m[1], m[2]})
		}
	}
	return list
}

// renamed returns the files with another name for the block, wherever it stands,
// and a moved block.
func (n named) renamed(files fstest.MapFS) fstest.MapFS {
	declaration := regexp.MustCompile(`(?m)^` + n.kind + ` "` + n.name + `"`)
	reference := regexp.MustCompile(`(^|[^\w."])` + n.kind + `\.` + n.name + `\b`)
	other := n.name + "_renamed"
	changed := fstest.MapFS{}
	for name, f := range files {
		if strings.Contains(name, "/") || !strings.HasSuffix(name, ".hcl") {
			changed[name] = f
			continue
		}
		text := declaration.ReplaceAllString(string(f.Data), n.kind+` "`+other+`"`)
		text = reference.ReplaceAllString(text, "${1}"+n.kind+"."+other)
		changed[name] = &fstest.MapFile{Data: []byte(text)}
	}
	changed["moved.hcl"] = &fstest.MapFile{Data: []byte("moved {\n  from = " + n.address() + "\n  to   = " + n.kind + "." + other + "\n}\n")}
	return changed
}
