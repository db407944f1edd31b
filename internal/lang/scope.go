package lang

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A scope is one folder of declarations: the policy itself, or one use of a
// module.
type scope struct {
	parent    *scope
	prefix    string // of addresses: "", or "module.hosting."
	dir       string
	decls     map[string]*decl // by address within the scope: "vendor.aws"
	order     []*decl
	kinds     map[string][]*decl // by kind of block, in order
	every     map[string]value   // all blocks of a kind, once they were asked for
	variables map[string]*variable
	locals    map[string]*thunk
	modules   map[string]*moduleCall

	translations []*translation

	used       map[string]bool // "var.x" and "local.y" that something reads
	strangers  map[string]bool // keywords that are none, whose blocks may be referred to
	unreadable bool            // a file of it could not be read
}

func newScope(parent *scope, prefix, dir string) *scope {
	return &scope{
		parent: parent, prefix: prefix, dir: dir,
		decls: map[string]*decl{}, kinds: map[string][]*decl{}, every: map[string]value{},
		variables: map[string]*variable{}, locals: map[string]*thunk{},
		modules: map[string]*moduleCall{}, used: map[string]bool{}, strangers: map[string]bool{},
	}
}

// A decl is one declaration at the top level of a scope. Without for_each it is
// one block; with it, one block for each element, made when first asked for.
type decl struct {
	kind   *schema.Block
	name   string
	key    string // its address within the scope
	scope  *scope
	header source.Span
	block  *model.Block

	// broken is set where the declaration itself is at fault. Whoever refers to
	// it gets the unknown, and no finding of their own.
	broken bool

	// flawed is set where something in it is at fault. What it lacks may be what
	// was misspelt, so that nothing is said of it.
	flawed bool

	forEach   hclsyntax.Expression
	body      *hclsyntax.Body
	file      *source.File
	state     state
	instances []instance
	byKey     map[string]int // places of the instances

	thunks   []*thunk
	resolved bool
}

// An instance is one block of a declaration with for_each.
type instance struct {
	key   string
	block *model.Block
}

// A state is how far something that is computed on demand has come.
type state int

const (
	fresh state = iota
	busy
	done
)

func (d *decl) blocks() []*model.Block {
	if d.forEach == nil {
		if d.block == nil {
			return nil
		}
		return []*model.Block{d.block}
	}
	blocks := make([]*model.Block, len(d.instances))
	for i, in := range d.instances {
		blocks[i] = in.block
	}
	return blocks
}

// declare adds a declaration to its scope, or says that the name is taken.
func (s *scope) declare(d *decl) *diag.Diagnostic {
	first, taken := s.decls[d.key]
	if !taken {
		s.decls[d.key] = d
		s.order = append(s.order, d)
		s.kinds[d.kind.Name] = append(s.kinds[d.kind.Name], d)
		return nil
	}
	if first.broken || d.broken {
		return nil
	}
	if d.kind.Name == "moved" {
		return diag.New(diag.DuplicateBlock, d.header, "the block is said to have moved twice").
			Because("What moved from one address stands at one other. Delete one of the two; if it was split, name the further blocks in the first one: also = […].").Relating(first.header, "it is said first here")
	}
	if d.kind.Single && d.kind.Labels == schema.NoLabel {
		return diag.New(diag.DuplicateBlock, d.header, "there is a second "+d.kind.Title).
			Because("A policy has one.").Relating(first.header, "the first one is here")
	}
	return diag.New(diag.DuplicateBlock, d.header, "there are two "+d.kind.Plural+" with the name "+quote(d.name)).
		Because("Every "+d.kind.Title+" needs a name of its own, since other blocks refer to it by that name. Rename one of them, or merge the two.").
		Labelled("declared again here").Relating(first.header, "declared first here")
}

// all lists the declarations of a kind in the order of the source.
func (s *scope) all(kind string) []*decl { return s.kinds[kind] }

// names lists the names that are declared for a kind of block.
func (s *scope) names(kind string) []string {
	names := make([]string, len(s.kinds[kind]))
	for i, d := range s.kinds[kind] {
		names[i] = d.name
	}
	return names
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
