package diff

import (
	"bytes"
	_ "embed"
	"encoding/json"

	"github.com/privity/privity/internal/compare"
	"github.com/privity/privity/internal/render"
	"github.com/privity/privity/internal/render/tree"
)

// URN names the schema of reports. It is a name and not the address of anything.
const URN = "urn:privity:diff:0.1"

// A Report is what is different between two versions.
type Report struct {
	Schema    string         `json:"schema"`
	Before    Side           `json:"before"`
	After     Side           `json:"after"`
	Tally     map[string]int `json:"tally"` // the number of changes by their materiality
	Changes   []Change       `json:"changes"`
	Proposals []Proposal     `json:"proposals,omitempty"`
}

// A Side is one of the two versions.
type Side struct {
	Name   string `json:"name"`             // as the operator called it
	Digest string `json:"digest,omitempty"` // the SHA-256 of its manifest

	// Version is its name in the history, and Here says that it is the policy in this
	// folder: what pages in other languages than English call it.
	Version string `json:"-"`
	Here    bool   `json:"-"`
}

// on is what a page calls the side.
func (s Side) on(p *render.Publication) tree.Text {
	switch {
	case s.Version != "":
		return p.Text("changes.last", tree.T(s.Version))
	case s.Here:
		return p.Text("redline.here")
	}
	return tree.T(s.Name)
}

// A Proposal is a rename that may have been meant.
type Proposal struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Block string `json:"block"` // the moved block that says so, in HCL
	Why   string `json:"why"`
	Sure  bool   `json:"sure"` // true where it is taken for a rename already
}

// NewReport returns the report on a comparison.
func NewReport(before, after Side, c *compare.Comparison) *Report {
	changes := Of(c)
	return &Report{Schema: URN, Before: before, After: after, Tally: Tally(changes), Changes: changes, Proposals: Proposals(c)}
}

// Proposals returns those of a comparison as data.
func Proposals(c *compare.Comparison) []Proposal {
	var list []Proposal
	for _, p := range c.Proposals {
		list = append(list, Proposal{p.From, p.To, p.Block, p.Why, p.Sure})
	}
	return list
}

// Encode returns the report as JSON, indented, as [Schema] describes it.
func (r *Report) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

//go:embed diff.schema.json
var schema []byte

// Schema returns the JSON Schema of a report, in draft 2020-12.
func Schema() []byte { return bytes.Clone(schema) }
