package compare

import (
	"encoding/json"
	"strings"

	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/source"
)

// A Change is one thing that is different in the newer version.
type Change struct {
	Class       string // the id of a class
	Direction   Direction
	Materiality Materiality

	Kind      string // of block
	Address   string // of the block; of one that is gone, the address that it had
	Was       string // the address that it had, where that differs
	Attribute string // the attribute that differs; empty where the change is about the whole block

	Before, After           Value
	BeforePlace, AfterPlace Place
	BeforeBlock, AfterBlock *model.Block // nil where there is none

	// Summary says it in a sentence, in the policy's own names.
	Summary string

	// Corrects is the class that the change would have if it did not correct the
	// publication.
	Corrects string

	// Countries are those that the change brings in, as ISO 3166 codes.
	Countries []string

	// Extent is how far the change goes, as far as the blocks and the attribute do
	// not say it.
	Extent Extent

	// AsOf is the day on which facts about countries were looked up, in ISO 8601;
	// empty where none was known.
	AsOf string
}

// IsOf reports whether the change is of a class, or of one of those that a
// pattern such as subprocessor.* stands for.
func (c Change) IsOf(class string) bool {
	if start, isPattern := strings.CutSuffix(class, "*"); isPattern {
		return strings.HasPrefix(c.Class, start)
	}
	return c.Class == class
}

// Owed is what is owed to those concerned where the policy promises nothing in
// particular, as a phrase.
func (c Change) Owed() string {
	class, _ := ClassOf(c.Class)
	if c.Materiality != Material && class.Materiality == Material {
		return listed
	}
	return class.Notice
}

// An Extent is how much of an attribute, or of what depends on it, a change is
// about. One difference may come to several changes, of a part of it each.
type Extent struct {
	// Attribute is the one by which the change is to be understood: the one that
	// differs, or where none does, the one by which the block follows what differs
	// elsewhere. It may stand in a block inside.
	Attribute string

	// Came and Went are elements of a list that the newer version has more, and less.
	Came, Went []model.Value

	// Entered and Left are places: countries as ISO 3166 codes, and regions, of which
	// the policy does not say the country, by their addresses.
	Entered, Left []string

	// Reordered is what stands in another order: the keyword of blocks inside, or the
	// attribute.
	Reordered string

	// Language is that in which translations differ, and Texts is how many do. Of are
	// the first of the blocks that they are of, and More is how many others there are.
	Language string
	Texts    int
	Of       []*model.Block
	More     int

	// Correction is the block that says that the publication was wrong.
	Correction *model.Block
}

// A Value is what an attribute holds in one of the versions. The zero Value
// stands for an attribute that is not set.
type Value struct {
	JSON json.RawMessage // as a manifest has it
	Text string          // as a page prints it
}

// IsZero reports whether there is no value.
func (v Value) IsZero() bool { return v.JSON == nil }

// A Place is where something stands: in the source, or, in a version that was
// read back, in the manifest. The zero Place is nowhere.
type Place struct {
	Span    source.Span
	Pointer string // a JSON Pointer (RFC 6901) into the manifest
}

// IsZero reports whether the place is nowhere.
func (p Place) IsZero() bool { return p.Span.IsZero() && p.Pointer == "" }

// String returns file:line:column, or the pointer.
func (p Place) String() string {
	if p.Span.IsZero() {
		return p.Pointer
	}
	return p.Span.Range().String()
}

// A Proposal is a rename that may have been meant.
type Proposal struct {
	From, To string // addresses
	Block    string // the moved block that says so, in HCL
	Why      string // a sentence: what speaks for it
	Sure     bool   // true where the comparison already takes it for a rename
}
