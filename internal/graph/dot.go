package graph

import (
	"fmt"
	"io"
	"strings"
)

var dotShapes = [kindCount]string{"oval", "box", "cylinder", "note", "hexagon"}

// WriteDOT writes g in the language of Graphviz. Nodes are named n0, n1, … in the
// order of g.Nodes and groups are clusters, so no ID of g has to be quoted.
func WriteDOT(w io.Writer, g *Graph) error {
	if err := g.Validate(); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("digraph {\n\trankdir=LR;\n\tnode [fontname=\"sans-serif\"];\n\tedge [fontname=\"sans-serif\"];\n")
	if g.Title != "" {
		fmt.Fprintf(&b, "\tlabel=%s;\n\tlabelloc=t;\n", dotString(g.Title))
	}
	members, loose := g.members()
	for i, group := range g.Groups {
		fmt.Fprintf(&b, "\tsubgraph cluster_%d {\n\t\tlabel=%s;\n", i, dotString(group.Label))
		for _, n := range members[i] {
			writeDOTNode(&b, "\t\t", n, g.Nodes[n])
		}
		b.WriteString("\t}\n")
	}
	for _, n := range loose {
		writeDOTNode(&b, "\t", n, g.Nodes[n])
	}
	index := g.nodeIndex()
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "\tn%d -> n%d", index[e.From], index[e.To])
		writeDOTEdgeAttributes(&b, e)
		b.WriteString(";\n")
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func writeDOTNode(b *strings.Builder, indent string, i int, n Node) {
	text := n.Label
	if n.Detail != "" {
		text += "\n" + n.Detail
	}
	fmt.Fprintf(b, "%sn%d [label=%s, shape=%s", indent, i, dotString(text), dotShapes[n.Kind])
	if n.Href != "" {
		fmt.Fprintf(b, ", URL=%s", dotString(n.Href))
	}
	b.WriteString("];\n")
}

func writeDOTEdgeAttributes(b *strings.Builder, e Edge) {
	var attrs []string
	if e.Label != "" {
		attrs = append(attrs, "label="+dotString(e.Label))
	}
	if e.Dashed {
		attrs = append(attrs, "style=dashed")
	}
	if attrs != nil {
		fmt.Fprintf(b, " [%s]", strings.Join(attrs, ", "))
	}
}

// Graphviz reads escapes such as \N and entities such as &lt; inside a quoted
// string; doubling the backslash and spelling out the ampersand keep both literal.
var dotEscaper = strings.NewReplacer(
	`\`, `\\`, `"`, `\"`, "&", "&amp;", "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\x00", "",
)

func dotString(s string) string {
	return `"` + dotEscaper.Replace(strings.ToValidUTF8(s, "\uFFFD")) + `"`
}
