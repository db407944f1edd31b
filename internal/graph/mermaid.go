package graph

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// The brackets around a node's text, which give it its shape.
var mermaidShapes = [kindCount][2]string{{"([", "])"}, {"(", ")"}, {"[(", ")]"}, {"[", "]"}, {"{{", "}}"}}

// WriteMermaid writes g as a Mermaid flowchart. Links are left out: Mermaid's
// click statement may also call a function, and some hosts run it.
func WriteMermaid(w io.Writer, g *Graph) error {
	if err := g.Validate(); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	if g.Title != "" {
		fmt.Fprintf(&b, "    accTitle: %s\n", mermaidText(g.Title))
	}
	if g.Description != "" {
		fmt.Fprintf(&b, "    accDescr: %s\n", mermaidText(g.Description))
	}
	members, loose := g.members()
	for i, group := range g.Groups {
		if len(members[i]) == 0 {
			continue // an empty subgraph is drawn as a node
		}
		fmt.Fprintf(&b, "    subgraph g%d[\"%s\"]\n", i, mermaidText(group.Label))
		for _, n := range members[i] {
			writeMermaidNode(&b, "        ", n, g.Nodes[n])
		}
		b.WriteString("    end\n")
	}
	for _, n := range loose {
		writeMermaidNode(&b, "    ", n, g.Nodes[n])
	}
	index := g.nodeIndex()
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "    n%d %s n%d\n", index[e.From], mermaidArrow(e), index[e.To])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeMermaidNode(b *strings.Builder, indent string, i int, n Node) {
	text := mermaidText(n.Label)
	if n.Detail != "" {
		text += "<br/>" + mermaidText(n.Detail)
	}
	shape := mermaidShapes[n.Kind]
	fmt.Fprintf(b, "%sn%d%s\"%s\"%s\n", indent, i, shape[0], text, shape[1])
}

func mermaidArrow(e Edge) string {
	arrow := "-->"
	if e.Dashed {
		arrow = "-.->"
	}
	if strings.TrimSpace(e.Label) == "" {
		return arrow
	}
	return arrow + `|"` + mermaidText(e.Label) + `"|`
}

// mermaidText keeps letters, digits, spaces and harmless punctuation, and writes
// every other character as a numbered entity, which Mermaid never parses. An empty
// string becomes a space, which keeps the quotes around it valid.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ") {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune(" ,.-'()/", r):
			b.WriteRune(r)
		case unicode.IsControl(r):
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	if b.Len() == 0 {
		return " "
	}
	return b.String()
}
