// Package model is a policy after it has been read: blocks with addresses,
// attributes with values, references that lead to what they name.
//
// The model knows no file format and does no input or output. Package lang
// builds it from HCL, package manifest writes it as JSON, package render states
// it on pages. It is the same whichever way it came.
//
// A [Block] holds the attributes that were set and nothing else: what is absent
// is absent, and is neither zero nor empty. The kinds of block and attribute are
// those of package schema; the model holds no second list of them. Code that
// wants a value asks for it by name:
//
//	store.Text("technology")
//	store.Refs("regions")
//	store.Fact("technology") // the value together with what it is a fact about
//
// Asking for a name that the schema does not give that kind of block is a
// mistake in the program and panics, so that a misspelt name cannot pass for an
// absent fact.
//
// Blocks that say something about others (a retention period, a backup, an
// encryption, an access rule) may be written inside the thing they speak of or
// beside it. In the model they are always beside it: see [Model.About].
package model

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
)

// A Model is a policy. Its blocks keep the order of the source.
type Model struct {
	blocks    []*Block
	byKind    map[string][]*Block
	about     map[aboutKey][]*Block
	byAddress func() map[string]*Block // made when first asked for: most never are

	size int // how many blocks there are, those inside others too

	languages    []string
	translations []*Translation
	wordings     map[wordingKey]*TranslatedText
}

// A Block is a thing that the policy describes.
type Block struct {
	Schema  *schema.Block
	Address string // such as data_store.users, or data_store.users.retention
	Name    string // the block's own name; empty where it has none
	Span    source.Span
	Attrs   []Attr   // those that are set, in the order of the schema
	Blocks  []*Block // those inside it, in the order of the source
	Parent  *Block   // the block that it stands in; nil at the top level

	label   string // once the block belongs to a model: pages ask for it over and over
	ordinal int    // once the block belongs to a model
}

// An Attr is an attribute that is set.
type Attr struct {
	Schema *schema.Attr
	Value  Value
	Span   source.Span // its value
	// Derived is set on the attribute that names what a block is about when the
	// author wrote the block inside that thing.
	Derived bool
}

type aboutKey struct {
	kind    string
	subject *Block
}

// New returns the model that consists of the given top-level blocks. The blocks
// that may be written inside what they speak of are lifted beside it.
func New(blocks []*Block) *Model {
	m := &Model{blocks: make([]*Block, 0, len(blocks)), byKind: map[string][]*Block{}, about: map[aboutKey][]*Block{}}
	m.byAddress = sync.OnceValue(m.indexAddresses)
	for _, b := range blocks {
		m.add(b)
	}
	for _, b := range m.blocks {
		m.indexSubjects(b)
	}
	m.number(m.blocks)
	m.languages = m.readLanguages()
	return m
}

func (m *Model) add(b *Block) {
	m.blocks = append(m.blocks, b)
	m.byKind[b.Schema.Name] = append(m.byKind[b.Schema.Name], b)
	m.lift(b)
}

func (m *Model) number(blocks []*Block) {
	for _, b := range blocks {
		b.ordinal = m.size
		m.size++
		m.number(b.Blocks)
	}
}

// Size returns the number of blocks, those inside others too.
func (m *Model) Size() int { return m.size }

// Ordinal returns the block's place among all blocks of its model, those inside
// others too: a number below Size. A list by ordinals is a fast map by blocks.
func (b *Block) Ordinal() int { return b.ordinal }

func (m *Model) indexAddresses() map[string]*Block {
	index := make(map[string]*Block, len(m.blocks))
	var add func([]*Block)
	add = func(blocks []*Block) {
		for _, b := range blocks {
			index[b.Address] = b
			add(b.Blocks)
		}
	}
	add(m.blocks)
	return index
}

// lift takes the blocks that speak of others out of the block they stand in.
func (m *Model) lift(b *Block) {
	b.label = b.readLabel()
	kept := b.Blocks[:0]
	for _, n := range b.Blocks {
		if n.Schema.Spans == "" {
			m.lift(n)
			kept = append(kept, n)
			continue
		}
		n.relate(b)
		m.add(n)
	}
	b.Blocks = kept
}

// relate sets the attribute that says what the block is about.
func (b *Block) relate(subject *Block) {
	spec := b.Schema.Attr(b.Schema.Spans)
	derived := Attr{Schema: spec, Value: List{&Ref{Address: subject.Address, Target: subject}}, Span: b.Span, Derived: true}
	place := slices.IndexFunc(b.Attrs, func(a Attr) bool { return a.Schema.Index >= spec.Index })
	switch {
	case place < 0:
		b.Attrs = append(b.Attrs, derived)
	case b.Attrs[place].Schema == spec:
		b.Attrs[place] = derived
	default:
		b.Attrs = slices.Insert(b.Attrs, place, derived)
	}
}

func (m *Model) indexSubjects(b *Block) {
	if b.Schema.Spans == "" {
		return
	}
	for _, subject := range b.Refs(b.Schema.Spans) {
		k := aboutKey{b.Schema.Name, subject}
		if known := m.about[k]; len(known) > 0 && known[len(known)-1] == b {
			continue // the author named it twice
		}
		m.about[k] = append(m.about[k], b)
	}
}

// Blocks lists the top-level blocks in the order of the source. A lifted block
// follows the one in which it was written.
func (m *Model) Blocks() []*Block { return m.blocks }

// All lists the blocks of a kind in the order of the source.
func (m *Model) All(kind string) []*Block {
	mustKind(kind)
	return m.byKind[kind]
}

// Lookup returns the block with the address, or nil.
func (m *Model) Lookup(address string) *Block { return m.byAddress()[address] }

// About lists the blocks of a kind, such as retention, that speak of the
// subject, wherever they were written.
func (m *Model) About(kind string, subject *Block) []*Block {
	mustKind(kind)
	return m.about[aboutKey{kind, subject}]
}

// Policy returns the policy block, or nil in a model that has none.
func (m *Model) Policy() *Block {
	if p := m.byKind["policy"]; len(p) > 0 {
		return p[0]
	}
	return nil
}

func mustKind(kind string) {
	if schema.Lookup(kind) == nil {
		panic("model: no kind of block is named " + kind)
	}
}

// Get returns the attribute with the given name, or nil where it is not set.
func (b *Block) Get(name string) *Attr {
	for i := range b.Attrs {
		if b.Attrs[i].Schema.Name == name {
			return &b.Attrs[i]
		}
	}
	if b.Schema.Attr(name) == nil {
		panic("model: a block of kind " + b.Schema.Name + " has no attribute " + name)
	}
	return nil
}

// Has reports whether the attribute is set.
func (b *Block) Has(name string) bool { return b.Get(name) != nil }

// Inside lists the blocks of a kind that stand in this one.
func (b *Block) Inside(kind string) []*Block {
	if b.Schema.Block(kind) == nil {
		panic("model: a block of kind " + b.Schema.Name + " holds no " + kind)
	}
	var found []*Block
	for _, n := range b.Blocks {
		if n.Schema.Name == kind {
			found = append(found, n)
		}
	}
	return found
}

// Kind returns the keyword of the block.
func (b *Block) Kind() string { return b.Schema.Name }

// Label returns the name that readers see: the label, or the block's own name
// with spaces for underscores.
func (b *Block) Label() string {
	if b.label != "" {
		return b.label
	}
	return b.readLabel()
}

func (b *Block) readLabel() string {
	if b.Schema.Attr("label") != nil {
		if label := b.Text("label"); label != "" {
			return label
		}
	}
	if b.Name == "" {
		return b.Schema.Title
	}
	return strings.ReplaceAll(b.Name, "_", " ")
}

// SpanOf returns where an attribute's value stands, or the block's header where
// the attribute is not set.
func (b *Block) SpanOf(name string) source.Span {
	if a := b.Get(name); a != nil && !a.Span.IsZero() {
		return a.Span
	}
	return b.Span
}
