package graph

import "fmt"

// Limits of a picture. Beyond them nobody can read it; the caller should collapse
// nodes, or show a table.
const (
	MaxNodes = 1000
	MaxEdges = 4000
)

// TooLargeError is returned for a graph beyond the limits of a picture.
type TooLargeError struct {
	What         string // "nodes" or "edges"
	Count, Limit int
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("graph: too large to draw: %d %s, at most %d", e.Count, e.What, e.Limit)
}

// checkSize returns a [*TooLargeError] for a graph beyond the limits.
func (g *Graph) checkSize() error {
	switch {
	case len(g.Nodes) > MaxNodes:
		return &TooLargeError{"nodes", len(g.Nodes), MaxNodes}
	case len(g.Edges) > MaxEdges:
		return &TooLargeError{"edges", len(g.Edges), MaxEdges}
	}
	return nil
}
