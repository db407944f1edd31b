// Package schema is the language, as data.
//
// Every block, attribute, type and permitted value is declared here once, with
// the sentence that explains it. Whatever needs to know the language reads it
// from here: the binder of package lang, the JSON Schema of the manifest, the
// reference manual, `privity explain`, and the checks that hold a page to state
// what was declared. Nothing describes the language a second time.
//
// The declarations stand in the order in which the manual presents them, and
// every list keeps its order.
package schema

// Version is the version of the language, and so of the manifest that it
// compiles to. It grows when an attribute or block is added and changes its
// first number when the meaning of an old policy would change.
const Version = "0.1"

// Versions are the versions of the language that were published, the oldest first
// and Version last: manifests of each can be read. So a block, an attribute or a
// word is never taken out of the language, and what it had without being required
// never becomes so; docs/adr/0022 says what to do instead.
var Versions = []string{Version}

// A Group is a chapter of the language.
type Group string

// The groups, in the order of the manual.
const (
	Who         Group = "who"
	What        Group = "what"
	Why         Group = "why"
	Where       Group = "where"
	Handling    Group = "handling"
	People      Group = "people"
	Promises    Group = "promises"
	Output      Group = "output"
	Governance  Group = "governance"
	Composition Group = "composition"
)

// Groups lists every group in the order of the manual.
var Groups = []Group{Who, What, Why, Where, Handling, People, Promises, Output, Governance, Composition}

// Labels says how many names a block carries behind its keyword.
type Labels int

// A block has no name, must have one, or may have one.
const (
	NoLabel Labels = iota
	OneLabel
	MayLabel
)

// A Block is a kind of block: a thing that a reader of a policy would name.
type Block struct {
	Name   string // the keyword
	Title  string // in running text: "data store"
	Plural string // "data stores"
	Group  Group
	Doc    string // sentences: what it describes
	Since  string // the language version that brought it
	Labels Labels
	Single bool // at most one in a policy, or in the block that holds it

	// Spans names the attribute that lists what the block speaks of. A block
	// that has it may stand at the top level, where the author writes that
	// attribute, or inside one of the things listed, which then is its value.
	Spans string

	// Open is set on blocks that take other attributes than the schema lists: the
	// author's own names, or those of another block.
	Open bool

	// Top reports whether the block may stand at the top level.
	Top bool

	Attrs  []*Attr
	Blocks []*Block

	// Example is HCL that uses every attribute of the block at least once.
	Example string

	attrs  map[string]*Attr
	blocks map[string]*Block
}

// An Attr is an attribute of a block: one fact about it.
type Attr struct {
	Name     string
	Type     Type
	Required bool
	Wording  Wording // of texts: whether they are translated
	Tacit    bool    // whether no page states it: it shapes what pages say, and is there for rules; see ADR 0025
	Doc      string
	Since    string
	Index    int // its place among the attributes of its block
}

// Attr returns the attribute with the given name, or nil.
func (b *Block) Attr(name string) *Attr { return b.attrs[name] }

// Block returns the kind of block that may stand inside b under the given
// keyword, or nil.
func (b *Block) Block(name string) *Block { return b.blocks[name] }

// AttrNames lists the names of the attributes, in order.
func (b *Block) AttrNames() []string {
	names := make([]string, len(b.Attrs))
	for i, a := range b.Attrs {
		names[i] = a.Name
	}
	return names
}

// BlockNames lists the keywords of the blocks that may stand inside b.
func (b *Block) BlockNames() []string {
	names := make([]string, len(b.Blocks))
	for i, n := range b.Blocks {
		names[i] = n.Name
	}
	return names
}

// Blocks lists every kind of block that may stand at the top level, in the
// order of the manual.
var Blocks = []*Block{
	policy, organization, contact, actor, term, calendar,
	category,
	purpose, activity, condition,
	region, vendor, subprocessor, system, dataStore,
	flow, transfer, tracker, retention, backup, encryption, access, measure,
	right,
	principle, claim, requirement, exception, procedure,
	document, translation,
	waiver, rule, approval, moved, correction,
	settings, variable, locals, module,
}

var byName = index(Blocks)

// Lookup returns the kind of top-level block with the given keyword, or nil.
func Lookup(name string) *Block { return byName[name] }

// Names lists the keywords of the top-level blocks, in the order of the manual.
func Names() []string {
	names := make([]string, len(Blocks))
	for i, b := range Blocks {
		names[i] = b.Name
	}
	return names
}

// Describes reports whether blocks of this kind describe the policy's world and
// so are blocks of the model. Of the others, variable, locals, module and
// privity say how the source is put together, and a translation says again, in
// another language, what a block says.
func (b *Block) Describes() bool { return b.Group != Composition && b != translation }

func index(blocks []*Block) map[string]*Block {
	m := make(map[string]*Block, len(blocks))
	for _, b := range blocks {
		b.complete()
		m[b.Name] = b
	}
	for _, b := range blocks {
		b.Top = true
	}
	return m
}

// complete fills in what can be derived from a declaration.
func (b *Block) complete() {
	if b.attrs != nil {
		return
	}
	b.attrs = make(map[string]*Attr, len(b.Attrs))
	b.Since = since(b.Since)
	for i, a := range b.Attrs {
		a.Since, a.Index = since(a.Since), i
		b.attrs[a.Name] = a
	}
	b.blocks = make(map[string]*Block, len(b.Blocks))
	for _, n := range b.Blocks {
		n.complete()
		b.blocks[n.Name] = n
	}
}

func since(version string) string {
	if version == "" {
		return "0.1"
	}
	return version
}
