package showcase

import (
	"fmt"
	"io/fs"
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

// block finds a block by its keyword and name; of blocks that have no name, the
// first.
func (p *policy) block(path []string) *model.Block {
	if all := p.model.All(path[0]); len(path) == 1 && len(all) > 0 {
		return all[0]
	}
	return p.model.Lookup(address(path))
}
