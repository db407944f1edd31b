package policy

import (
	"slices"
	"strings"
	"sync"

	"github.com/privity/privity/internal/schema"
)

// order ranks the kinds of block. A reference is the object that it names where
// that object's kind stands before its own, and an address otherwise: so the
// input is free of circles whatever the policy says. The order follows the way
// in which rules look, from what is done to what it is done with.
var order = []string{
	"actor", "vendor", "condition", "term", "calendar", "region", "purpose",
	inside,
	"category", "subprocessor", "system", "data_store", "contact", "tracker", "organization", "policy", "procedure",
	"flow", "backup", "retention", "encryption", "access",
	"measure", "transfer", "activity", "right", "principle", "claim", "requirement", "exception",
	"document", "waiver", "rule", "approval", "moved", "correction",
}

// inside is the rank of blocks that stand inside what they speak of.
const inside = "inside"

// hierarchies are the attributes that lead from a block to another of its kind
// and, as package consistency sees to, never back.
var hierarchies = map[string][]string{
	"actor": {"member_of"}, "category": {"parents"}, "condition": {"any_of", "all_of", "not"}, "data_store": {"backend"},
	"organization": {"representative"}, "retention": {"after"}, "term": {"parent"}, "vendor": {"parent"},
}

// The keys that an object has besides the attributes of its block.
const (
	addressKey = "address" // the block's address
	blockKey   = "block"   // its keyword, for references to more than one kind
	nameKey    = "name"    // its own name
	parentKey  = "parent"  // the address of the block that it was written in
)

// A form is what the object of a block looks like in one place of the input.
type form struct {
	name   string
	kind   *schema.Block
	inside bool // it is that of a block inside what it speaks of, or of one in such a block
	fields []field
	attrs  [][]field // of these, those that hold an attribute, by its index
	others []field   // and those that hold none
}

// A field is one key of an object.
type field struct {
	key    string
	doc    string
	attr   *schema.Attr // the attribute that it holds; nil for blocks and for the keys of the host
	named  bool         // holds the term that the attribute names in place of a value
	refers bool         // holds the objects that the attribute refers to, which have one of the forms below
	forms  []*form      // for references, and for the blocks inside
	facet  bool         // the blocks inside are those that speak of this one
	single bool         // there is at most one block inside
}

// A formSet holds all forms.
type formSet struct {
	all []*form          // in a fixed order
	top map[string]*form // the forms of the blocks that stand at the top, and in what refers to them, by kind
	in  map[string]*form // the forms of blocks that stand inside what they speak of, by kind
}

// forms works out every form from the schema.
var forms = sync.OnceValue(func() *formSet {
	s := &formSet{top: map[string]*form{}, in: map[string]*form{}}
	for _, b := range described() {
		s.declare(b, "", s.top)
		if b.Spans != "" {
			s.declare(b, inside+".", s.in)
		}
	}
	for _, b := range described() {
		s.fill(s.top[b.Name], rank(b.Name))
		if f := s.in[b.Name]; f != nil {
			s.fill(f, rank(inside))
		}
	}
	return s
})

// described lists the kinds of block that the input holds.
func described() []*schema.Block {
	return slices.DeleteFunc(slices.Clone(schema.Blocks), func(b *schema.Block) bool { return !b.Describes() })
}

func rank(kind string) int { return slices.Index(order, kind) }

// declare makes the form of a block, and enters it where it is looked up.
func (s *formSet) declare(b *schema.Block, prefix string, index map[string]*form) *form {
	f := &form{name: prefix + b.Name, kind: b, inside: strings.HasPrefix(prefix, inside+".")}
	s.all = append(s.all, f)
	if index != nil {
		index[b.Name] = f
	}
	return f
}

// fill works out the fields of a form whose references are judged by the rank.
func (s *formSet) fill(f *form, rank int) {
	f.fields = append(f.fields,
		field{key: addressKey, doc: "The block's address."},
		field{key: blockKey, doc: "The block's keyword."})
	if f.kind.Labels != schema.NoLabel {
		f.fields = append(f.fields, field{key: nameKey, doc: "The block's own name."})
	}
	if !f.kind.Top || f.kind.Spans != "" {
		f.fields = append(f.fields, field{key: parentKey, doc: "The address of the block that it was written in."})
	}
	isInside := f == s.in[f.kind.Name]
	for _, a := range f.kind.Attrs {
		if !isInside || a.Name != f.kind.Spans {
			f.fields = append(f.fields, s.attribute(f, a, rank)...)
		}
	}
	for _, n := range f.kind.Blocks {
		if n.Spans == "" {
			held := s.declare(n, f.name+".", s.segments(f, n))
			s.fill(held, rank)
			f.fields = append(f.fields, field{key: n.Name, doc: n.Doc, forms: []*form{held}, single: n.Single})
		}
	}
	for _, spanning := range s.facets(f.kind) {
		f.fields = append(f.fields, field{key: spanning.Name, doc: spanning.Doc, forms: []*form{s.in[spanning.Name]}, facet: true})
	}
	f.sort()
}

// sort parts the fields that hold an attribute from the others: most attributes of a
// block are not set, and need not be asked for.
func (f *form) sort() {
	f.attrs = make([][]field, len(f.kind.Attrs))
	for _, fd := range f.fields {
		if fd.attr == nil {
			f.others = append(f.others, fd)
			continue
		}
		f.attrs[fd.attr.Index] = append(f.attrs[fd.attr.Index], fd)
	}
}

// segments returns the index of a block that, though it stands inside another,
// can be referred to: a segment.
func (s *formSet) segments(holder *form, held *schema.Block) map[string]*form {
	if holder.kind.Name == "data_store" && held.Name == "segment" {
		return s.top
	}
	return nil
}

// facets lists the kinds of block that may speak of a kind.
func (s *formSet) facets(kind *schema.Block) []*schema.Block {
	var facets []*schema.Block
	for _, b := range described() {
		if b.Spans != "" && slices.Contains(b.Attr(b.Spans).Type.Targets, kind.Name) {
			facets = append(facets, b)
		}
	}
	return facets
}

// attribute returns the fields that hold an attribute.
func (s *formSet) attribute(f *form, a *schema.Attr, rank int) []field {
	held := field{key: attrKey(f.kind, a), doc: a.Doc, attr: a}
	switch {
	case a.Type.Kind == schema.Duration && len(a.Type.Targets) > 0:
		term := field{key: held.key + "_term", doc: "The term that names the period.", attr: a, named: true, refers: true, forms: s.targets(a)}
		return []field{held, term}
	case a.Type.Kind == schema.Ref && s.follows(f, a, rank):
		held.refers, held.forms = true, s.targets(a)
	}
	return []field{held}
}

// attrKey returns the key of an attribute. The address of a contact is not that
// of its block, and has the key contact_address, as in a manifest.
func attrKey(b *schema.Block, a *schema.Attr) string {
	switch a.Name {
	case addressKey, blockKey, nameKey:
		return b.Name + "_" + a.Name
	}
	return a.Name
}

// follows reports whether a reference becomes the object that it names.
func (s *formSet) follows(f *form, a *schema.Attr, own int) bool {
	if f == s.top[f.kind.Name] && slices.Contains(hierarchies[f.kind.Name], a.Name) {
		return true
	}
	for _, t := range a.Type.Targets {
		if t == "segment" {
			t = "data_store"
		}
		if rank(t) >= own {
			return false
		}
	}
	return len(a.Type.Targets) > 0
}

func (s *formSet) targets(a *schema.Attr) []*form {
	var targets []*form
	for _, t := range a.Type.Targets {
		targets = append(targets, s.top[t])
	}
	return targets
}
