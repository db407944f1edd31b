// Package diff shows what changed between two versions of a policy: as text for a
// terminal, as JSON with a schema, as a page, and as a redline of the page.
//
// What changed is found by package compare; here it becomes data, a [Change],
// which can be kept, printed, and read back without the two models.
package diff

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/privity/privity/internal/compare"
)

// A Change is one thing that is different, as data. The fields are those of
// compare.Change.
type Change struct {
	Class       string   `json:"class"`
	Direction   string   `json:"direction"`
	Materiality string   `json:"materiality"`
	Summary     string   `json:"summary"` // one sentence
	Kind        string   `json:"kind"`
	Address     string   `json:"address"`
	Was         string   `json:"was,omitempty"` // the former address, where it differs
	Attribute   string   `json:"attribute,omitempty"`
	Before      *Value   `json:"before,omitempty"`
	After       *Value   `json:"after,omitempty"`
	BeforePlace string   `json:"before_place,omitempty"`
	AfterPlace  string   `json:"after_place,omitempty"`
	Corrects    string   `json:"corrects,omitempty"` // the class that it would have if it did not correct the publication
	Countries   []string `json:"countries,omitempty"`

	Symbol Symbol `json:"-"`
}

// A Value is what an attribute holds, as a manifest and as a page have it.
type Value struct {
	JSON json.RawMessage `json:"json"`
	Text string          `json:"text"`
}

// A Symbol says at a glance what became of a block.
type Symbol string

// The symbols.
const (
	Added    Symbol = "+"
	Removed  Symbol = "-"
	Renamed  Symbol = "→"
	Replaced Symbol = "±"
	Changed  Symbol = "~"
)

// Of returns the changes of a comparison as data.
func Of(c *compare.Comparison) []Change {
	changes := make([]Change, len(c.Changes))
	for i := range c.Changes {
		changes[i] = of(&c.Changes[i])
	}
	return changes
}

func of(c *compare.Change) Change {
	return Change{
		Class: c.Class, Direction: string(c.Direction), Materiality: string(c.Materiality), Summary: c.Summary,
		Kind: c.Kind, Address: c.Address, Was: c.Was, Attribute: c.Attribute, Before: value(c.Before), After: value(c.After),
		BeforePlace: c.BeforePlace.String(), AfterPlace: c.AfterPlace.String(), Corrects: c.Corrects,
		Countries: slices.Clone(c.Countries), Symbol: symbol(c),
	}
}

func value(v compare.Value) *Value {
	if v.IsZero() {
		return nil
	}
	return &Value{v.JSON, v.Text}
}

func symbol(c *compare.Change) Symbol {
	switch {
	case c.BeforeBlock == nil && c.Attribute == "":
		return Added
	case c.AfterBlock == nil && c.Attribute == "":
		return Removed
	case strings.HasSuffix(c.Class, ".replaced"):
		return Replaced
	case c.Was != "" && c.Attribute == "":
		return Renamed
	}
	return Changed
}

// IsMaterial reports whether somebody would want to know of the change before it
// takes effect.
func (c *Change) IsMaterial() bool { return c.Materiality == string(compare.Material) }

// ClassTitle is a class in words: "Subprocessor added".
func ClassTitle(class string) string {
	if class == "" {
		return ""
	}
	words := strings.NewReplacer(".", " ", "_", " ").Replace(class)
	return strings.ToUpper(words[:1]) + words[1:] // the letters of a class are ASCII
}

// Weights are the degrees of materiality, gravest first, with their headings, and with
// the key of the words that head them on a page.
var Weights = []struct{ Materiality, Heading, Key string }{
	{string(compare.Material), "Material", "changes.material"},
	{string(compare.Minor), "Minor", "changes.minor"},
	{string(compare.Editorial), "Editorial", "changes.editorial"},
	{string(compare.Technical), "Technical", "changes.technical"},
}

// Tally counts changes by their materiality.
func Tally(changes []Change) map[string]int {
	tally := map[string]int{}
	for i := range changes {
		tally[changes[i].Materiality]++
	}
	return tally
}
