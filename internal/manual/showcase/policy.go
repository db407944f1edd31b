package showcase

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/privity/privity/internal/lang"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

// A policy is one that blocks are shown of.
type policy struct {
	name   string // of its folder, or of the archive that has it
	fsys   fs.FS
	former fs.FS // the version before, where it is known

	model  *model.Model // nil until it is compiled
	before *model.Model
	said   []tree.Statement
}

// open opens a folder, or an archive with the folders before and after.
func open(repository fs.FS, name string) (*policy, error) {
	if !isArchive(name) {
		fsys, err := fs.Sub(repository, name)
		return &policy{name: name, fsys: fsys}, err
	}
	content, err := fs.ReadFile(repository, name)
	if err != nil {
		return nil, err
	}
	archive := txtar.Parse(content)
	return &policy{name: name, fsys: folder(archive, "after/"), former: folder(archive, "before/")}, nil
}

func isArchive(name string) bool { return strings.HasSuffix(name, ".txtar") }

// folder is one of the folders in an archive.
func folder(archive *txtar.Archive, name string) fs.FS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if inside, isIn := strings.CutPrefix(f.Name, name); isIn {
			files[inside] = &fstest.MapFile{Data: f.Data}
		}
	}
	return files
}

// place is where a file of the policy stands.
func (p *policy) place(file string) string {
	if isArchive(p.name) {
		return p.name
	}
	return p.name + "/" + file
}

// compile makes the models, once.
func (p *policy) compile() (err error) {
	if p.model != nil {
		return nil
	}
	if p.model, err = load(p.fsys); err != nil {
		return err
	}
	p.said = sayingsOf(render.Documents(p.model))
	if p.former != nil {
		p.before, err = load(p.former)
	}
	return err
}

func load(fsys fs.FS) (*model.Model, error) {
	loaded, found := lang.Load(fsys, lang.Options{})
	if loaded.Model == nil {
		return nil, fmt.Errorf("it does not compile: %s", found[0].Summary)
	}
	return loaded.Model, nil
}

// block finds the first block to which keywords and names lead, or nil.
func (p *policy) block(path []string) *model.Block {
	var found *model.Block
	var visit func(blocks []*model.Block)
	visit = func(blocks []*model.Block) {
		for _, b := range blocks {
			if found == nil && slices.Equal(pathOf(b), path) {
				found = b
			}
			visit(b.Blocks)
		}
	}
	visit(p.model.Blocks())
	return found
}

// pathOf are the keywords and names that lead to a block.
func pathOf(b *model.Block) []string {
	if b == nil {
		return nil
	}
	path := append(pathOf(b.Parent), b.Kind())
	if b.Name != "" {
		path = append(path, b.Name)
	}
	return path
}
