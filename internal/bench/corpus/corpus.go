// Package corpus makes policies of any size to measure with.
//
// They are made up and look like real ones: the kinds of block stand in the
// proportions in which policies have them, refer to each other across files,
// carry nested blocks, comments and prose, and a few per cent of their
// attributes are expressions: templates, lists that are put together, local
// values and variables, blocks with for_each, modules. Nothing in them is at
// fault. The same number of blocks gives the same bytes on every machine.
package corpus

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing/fstest"
)

// FileBlocks is how many blocks stand in a file.
const FileBlocks = 200

// MinBlocks is the size of the smallest policy, which holds what the others
// refer to and one block of every kind.
const MinBlocks = 500

// seed is that of every policy. Another one gives others, and other figures.
const seed = 0x70726976697479

// A File is a file of a policy, named by its path within it.
type File struct {
	Name    string
	Content []byte
}

// Generate returns the files of a policy with the given number of blocks, those
// of its modules not counted. It panics below MinBlocks.
func Generate(blocks int) []File {
	if blocks < MinBlocks {
		panic(fmt.Sprintf("corpus: a policy has %d blocks at least", MinBlocks))
	}
	g := newGenerator(rand.New(rand.NewPCG(seed, seed)), blocks)
	files := []File{{"policy.hcl", g.opening()}}
	for first := 0; first < len(g.plan); first += FileBlocks {
		name := fmt.Sprintf("part_%04d.hcl", first/FileBlocks+1)
		files = append(files, File{name, g.file(g.plan[first:min(first+FileBlocks, len(g.plan))])})
	}
	return append(files, File{"modules/hosting/hosting.hcl", []byte(hostingModule)})
}

// FS returns the files as a file system in memory.
func FS(files []File) fs.FS {
	m := fstest.MapFS{}
	for _, f := range files {
		m[f.Name] = &fstest.MapFile{Data: f.Content, Mode: 0o644}
	}
	return m
}

// Write writes the files into a folder, which is made where it is missing.
func Write(files []File, dir string) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Size returns the number of bytes in the files.
func Size(files []File) int {
	size := 0
	for _, f := range files {
		size += len(f.Content)
	}
	return size
}
