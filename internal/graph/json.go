package graph

import (
	"encoding/json"
	"io"
)

// WriteJSON writes g as indented JSON, keys in the order of the struct fields,
// slices in their own order, and no slice as null.
func WriteJSON(w io.Writer, g *Graph) error {
	if err := g.Validate(); err != nil {
		return err
	}
	whole := *g
	if whole.Groups == nil {
		whole.Groups = []Group{}
	}
	if whole.Nodes == nil {
		whole.Nodes = []Node{}
	}
	if whole.Edges == nil {
		whole.Edges = []Edge{}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(&whole)
}
