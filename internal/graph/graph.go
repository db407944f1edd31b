// Package graph draws a small map of who holds what and where it goes: people,
// the systems that they use, the stores behind them, and the recipients beyond.
//
// A [Graph] is plain data. It is written as SVG for a page, as DOT and Mermaid
// for other tools, and as JSON. Every writer validates first, and gives the same
// bytes for the same graph.
package graph

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// Graph is a directed graph. Several edges may join the same two nodes, and an
// edge may lead back to where it starts. The order of the slices is kept by DOT,
// Mermaid and JSON, and settles ties in SVG.
type Graph struct {
	Title       string  `json:"title"`
	Description string  `json:"description,omitempty"`
	Groups      []Group `json:"groups"`
	Nodes       []Node  `json:"nodes"`
	Edges       []Edge  `json:"edges"`
}

// Group is a place or owner that nodes share, such as a cloud region. It is drawn
// as a box around its nodes.
type Group struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Node is a holder of data, or a place where data is.
type Node struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Detail string `json:"detail,omitempty"` // a second, smaller text
	Kind   Kind   `json:"kind"`
	Group  string `json:"group,omitempty"` // the ID of a group, or empty
	Href   string `json:"href,omitempty"`  // a relative link or #anchor, or empty
}

// Edge is a flow from one node to another.
type Edge struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Label  string `json:"label,omitempty"`
	Dashed bool   `json:"dashed,omitempty"`
}

// Kind says what a node is. SVG draws kinds from left to right in this order.
type Kind int

// The kinds of node.
const (
	Person    Kind = iota // somebody whose data it is, or who sees it
	System                // an app, site or service
	Store                 // a database, bucket, queue or cache
	Recipient             // another company that receives data
	Place                 // a country or region
	kindCount
)

var kindTexts = [kindCount]string{"person", "system", "store", "recipient", "place"}

// String returns the kind as JSON spells it.
func (k Kind) String() string {
	if k < 0 || k >= kindCount {
		return fmt.Sprintf("kind %d", int(k))
	}
	return kindTexts[k]
}

// MarshalText implements [encoding.TextMarshaler].
func (k Kind) MarshalText() ([]byte, error) {
	if k < 0 || k >= kindCount {
		return nil, fmt.Errorf("graph: unknown %v", k)
	}
	return []byte(kindTexts[k]), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler].
func (k *Kind) UnmarshalText(text []byte) error {
	for i, t := range kindTexts {
		if t == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("graph: unknown kind %q", text)
}

// What Validate may find; its error wraps one of these per fault.
var (
	ErrNoID        = errors.New("has no ID")
	ErrDuplicateID = errors.New("is declared twice")
	ErrUnknownKind = errors.New("has an unknown kind")
	ErrUnknownID   = errors.New("is not in the graph")
	ErrForeignLink = errors.New("is not a relative link")
)

// Validate reports every fault in g, in the order of its slices: an ID that is
// empty or declared twice, an unknown kind, a group or an end of an edge that is
// not in g, a link that would leave the site.
func (g *Graph) Validate() error {
	var faults []error
	fault := func(err error, format string, args ...any) {
		faults = append(faults, fmt.Errorf("graph: "+format+" %w", append(args, err)...))
	}
	groups := make(map[string]bool, len(g.Groups))
	for i, group := range g.Groups {
		if err := declare(groups, group.ID); err != nil {
			fault(err, "group %d %q", i, group.ID)
		}
	}
	nodes := make(map[string]bool, len(g.Nodes))
	for i, n := range g.Nodes {
		if err := declare(nodes, n.ID); err != nil {
			fault(err, "node %d %q", i, n.ID)
		}
		if n.Kind < 0 || n.Kind >= kindCount {
			fault(ErrUnknownKind, "node %q", n.ID)
		}
		if n.Group != "" && !groups[n.Group] {
			fault(ErrUnknownID, "group %q of node %q", n.Group, n.ID)
		}
		if n.Href != "" && !staysOnSite(n.Href) {
			fault(ErrForeignLink, "link %q of node %q", n.Href, n.ID)
		}
	}
	for i, e := range g.Edges {
		if !nodes[e.From] {
			fault(ErrUnknownID, "start %q of edge %d", e.From, i)
		}
		if !nodes[e.To] {
			fault(ErrUnknownID, "end %q of edge %d", e.To, i)
		}
	}
	return errors.Join(faults...)
}

func declare(ids map[string]bool, id string) error {
	if id == "" {
		return ErrNoID
	}
	if ids[id] {
		return ErrDuplicateID
	}
	ids[id] = true
	return nil
}

// staysOnSite refuses a backslash and control characters too: browsers read "\"
// as "/" and skip tabs and line breaks, so "/\host" and "java\tscript:" would lead away.
func staysOnSite(href string) bool {
	if strings.ContainsFunc(href, func(r rune) bool {
		return r == '\\' || unicode.IsSpace(r) || unicode.IsControl(r)
	}) {
		return false
	}
	u, err := url.Parse(href)
	return err == nil && u.Scheme == "" && u.Host == "" && u.Opaque == "" && !strings.HasPrefix(href, "//")
}
