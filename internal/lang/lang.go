// Package lang reads a policy: from files of HCL to a model, or to findings
// that say what stands in the way.
//
// # The way through
//
// Files are read, parsed and bound in parallel. Binding holds a syntax tree
// against the schema and turns it into blocks: literals become values at once,
// names of other blocks become references that are looked up later, and only
// what has to be computed keeps its expression. The tree itself is dropped, so
// that the memory of a large policy is that of its facts.
//
// When every declaration is known, references are looked up, again in
// parallel, and then expressions are evaluated: on demand, each once. An
// expression that is met again while it is being evaluated is a cycle, and is
// reported with every step of it.
//
// # References and values
//
// region.ireland in an attribute that takes a reference stores an address; two
// blocks may point at each other. vendor.aws.label is a value and is evaluated.
// Which of the two a name is follows from the schema alone: a name that ends at
// a block is a reference, one that ends at an attribute is a value.
//
// # Translations
//
// What a translation may say depends on the block that it is of, so that its
// texts are held against the schema and evaluated when everything else has been.
// While they are, an attribute that they read is read in their language. They
// are no blocks: the model keeps them beside its own.
//
// # Findings
//
// A finding does not give rise to another. What depends on something broken
// becomes unknown, and the unknown passes through everything in silence. A name
// that was nearly declared, by a block with a misspelt keyword, counts as
// declared. What a block lacks that has a finding of its own is not missed.
//
// # Limits
//
// Whatever the files hold, reading them ends: what expressions, for_each and
// modules may take is a budget that grows with the source, evaluation has a
// greatest depth, and there is a greatest number of findings and of names that
// a misspelt one is compared with.
package lang

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// Options say how a policy is read.
type Options struct {
	Files    source.Limits // zero: source.DefaultLimits
	Syntax   syntax.Limits // zero: syntax.DefaultLimits
	Inputs   Inputs        // values for the policy's variables
	Version  string        // this tool's version, for required_version; empty: not checked
	Progress func(done, total int)
}

// A Policy is a policy that was read.
type Policy struct {
	// Model is what the policy describes. It is nil where there were errors.
	Model *model.Model

	// Mentioned are the blocks of which an expression read an attribute.
	Mentioned map[*model.Block]bool

	compiler *compiler
}

// Load reads the policy in the root folder of a file system. The findings are
// in the order of the files, at most 10,000; the policy has a model unless one
// is an error.
func Load(fsys fs.FS, opts Options) (*Policy, diag.List) {
	if opts.Files == (source.Limits{}) {
		opts.Files = source.DefaultLimits
	}
	if opts.Syntax == (syntax.Limits{}) {
		opts.Syntax = syntax.DefaultLimits
	}
	c := newCompiler(fsys, opts)
	c.compile()
	c.found.Sort()
	p := &Policy{compiler: c, Mentioned: c.mentioned}
	if !c.found.HasErrors() {
		p.Model = c.model()
	}
	return p, c.found
}

// Files lists the files that a policy was read from, each once, by their names.
func (p *Policy) Files() []*source.File {
	files := slices.Clone(p.compiler.sources)
	slices.SortFunc(files, func(a, b *source.File) int { return strings.Compare(a.Name, b.Name) })
	return slices.CompactFunc(files, func(a, b *source.File) bool { return a.Name == b.Name })
}
