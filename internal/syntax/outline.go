package syntax

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/source"
)

// A Node is a block as it stands in a file: its words and where they are. It is
// for those who show or amend a source and need not know what it means.
type Node struct {
	Keyword string
	Names   []string
	Start   source.Span // the keyword
	Open    source.Span // the brace behind the names
	Close   source.Span // the brace at the end
	Attrs   []NodeAttr  // in the order of the file
	Blocks  []*Node
}

// A NodeAttr is an attribute as it stands in a file.
type NodeAttr struct {
	Name  string
	Span  source.Span // from its name to the end of its value
	Value source.Span
}

// Outline lists the blocks of a file. It is empty for a file that does not parse.
func Outline(file *source.File, limits Limits) []*Node {
	body, _ := Parse(file, limits)
	if body == nil {
		return nil
	}
	return nodes(file, body.Blocks)
}

func nodes(file *source.File, blocks hclsyntax.Blocks) []*Node {
	list := make([]*Node, len(blocks))
	for i, b := range blocks {
		list[i] = &Node{
			Keyword: b.Type, Names: b.Labels,
			Start: SpanOf(file, b.TypeRange), Open: SpanOf(file, b.OpenBraceRange), Close: SpanOf(file, b.CloseBraceRange),
			Blocks: nodes(file, b.Body.Blocks),
		}
		for name, a := range b.Body.Attributes {
			list[i].Attrs = append(list[i].Attrs, NodeAttr{name, SpanOf(file, a.SrcRange), SpanOf(file, a.Expr.Range())})
		}
		slices.SortFunc(list[i].Attrs, func(x, y NodeAttr) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	}
	return list
}

// Attr returns the attribute with a name.
func (n *Node) Attr(name string) (NodeAttr, bool) {
	i := slices.IndexFunc(n.Attrs, func(a NodeAttr) bool { return a.Name == name })
	if i < 0 {
		return NodeAttr{}, false
	}
	return n.Attrs[i], true
}
