package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// statements is where small policies stand, each with what its pages have been
// read to say.
const statements = "testdata/statements"

// saidFile is the file of an archive that has what the pages say.
const saidFile = "says.txt"

// TestStatements holds each policy to say what has been read, and to state all that
// is set in it. After a change to what is written: go test ./internal/site -update,
// and read what has changed.
func TestStatements(t *testing.T) {
	for _, path := range archives(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			m := modelOf(t, archive)
			docs := render.Documents(m)
			for _, f := range render.Unstated(m, docs) {
				t.Errorf("no page states %s", f.ID())
			}
			got := said(docs)
			if *update {
				replaceFile(archive, saidFile, got)
				write(t, path, txtar.Format(archive))
			}
			if diff := cmp.Diff(strings.Split(fileIn(archive, saidFile), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("(-read +written):\n%s", diff)
			}
		})
	}
}

func archives(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(statements, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in %s: %v", statements, err)
	}
	return paths
}

func modelOf(t *testing.T, archive *txtar.Archive) *model.Model {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	policy, found := lang.Load(files, lang.Options{})
	if policy.Model == nil {
		t.Fatalf("%s: %s", found[0].Summary, found[0].Detail)
	}
	return policy.Model
}

// said lists what pages say, by page and heading.
func said(docs []*tree.Document) string {
	var text strings.Builder
	for _, doc := range docs {
		heading := ""
		for _, s := range tree.Statements(doc) {
			if h := doc.Name + ": " + s.Heading; h != heading {
				heading = h
				text.WriteString("\n" + h + "\n")
			}
			text.WriteString("  " + s.Text + "\n")
		}
	}
	return strings.TrimPrefix(text.String(), "\n")
}

func fileIn(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func replaceFile(archive *txtar.Archive, name, content string) {
	for i, f := range archive.Files {
		if f.Name == name {
			archive.Files[i].Data = []byte(content)
			return
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(content)})
}

// TestEveryAttributeIsUsed holds that no attribute is there that neither an
// example, nor a policy of a company, nor one of the policies above sets. What they
// set is held to reach a page.
func TestEveryAttributeIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, folder := range []string{examples, foreign} {
		err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".hcl" {
				return err
			}
			content, err := os.ReadFile(path)
			use(path, content, used)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range archives(t) {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if filepath.Ext(f.Name) == ".hcl" {
				use(f.Name, f.Data, used)
			}
		}
	}
	seen := map[*schema.Block]bool{}
	var look func(b *schema.Block)
	look = func(b *schema.Block) {
		if seen[b] {
			return
		}
		seen[b] = true
		for _, a := range b.Attrs {
			if !used[b.Name+"."+a.Name] {
				t.Errorf("no policy sets %s in %s; add one to %s", a.Name, b.Name, statements)
			}
		}
		for _, n := range b.Blocks {
			look(n)
		}
	}
	for _, b := range schema.Blocks {
		look(b)
	}
}

// use records the attributes that a file sets.
func use(name string, content []byte, used map[string]bool) {
	var walk func(spec *schema.Block, block *syntax.Node)
	walk = func(spec *schema.Block, block *syntax.Node) {
		for _, a := range block.Attrs {
			used[spec.Name+"."+a.Name] = true
		}
		for _, inner := range block.Blocks {
			if n := spec.Block(inner.Keyword); n != nil {
				walk(n, inner)
			}
		}
	}
	for _, block := range syntax.Outline(source.NewFile(name, content), syntax.DefaultLimits) {
		if spec := schema.Lookup(block.Keyword); spec != nil {
			walk(spec, block)
		}
	}
}
