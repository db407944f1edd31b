package manual

import (
	"cmp"
	"slices"
	"strings"

	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// A part is a block in an example.
type part struct {
	kind        string
	outer       *part
	first, last int // lines
	attrs       []line
}

// A line is an attribute in an example, which may take several.
type line struct {
	name        string
	first, last int
}

// partsOf lists the blocks of the example of a kind, those inside others after
// them.
func partsOf(b *schema.Block) (*source.File, []*part) {
	file := source.NewFile(b.Name+".hcl", []byte(strings.TrimPrefix(b.Example, "\n")))
	body, _ := syntax.Parse(file, syntax.DefaultLimits)
	if body == nil {
		return file, nil
	}
	blocks := slices.Clone(body.Blocks)
	outer := map[int]*part{} // by the place of a block; none for the outermost
	var parts []*part
	for i := 0; i < len(blocks); i++ {
		p := &part{
			kind: blocks[i].Type, outer: outer[i],
			first: syntax.SpanOf(file, blocks[i].TypeRange).Range().Start.Line,
			last:  syntax.SpanOf(file, blocks[i].CloseBraceRange).Range().Start.Line,
		}
		for name, a := range blocks[i].Body.Attributes {
			lines := syntax.SpanOf(file, a.SrcRange).Range()
			p.attrs = append(p.attrs, line{name, lines.Start.Line, lines.End.Line})
		}
		slices.SortFunc(p.attrs, func(x, y line) int { return cmp.Compare(x.first, y.first) })
		parts = append(parts, p)
		for _, inner := range blocks[i].Body.Blocks {
			outer[len(blocks)] = p
			blocks = append(blocks, inner)
		}
	}
	return file, parts
}

// find looks through the examples in which a block may occur for one of its
// kind that has what is wanted. It returns nil where there is none.
func find(b *schema.Block, wanted func(*part) bool) (*source.File, *part) {
	for _, top := range homes(b) {
		file, parts := partsOf(top)
		for _, p := range parts {
			if p.kind == b.Name && wanted(p) {
				return file, p
			}
		}
	}
	return nil, nil
}

// example returns the example of a block. That of one which only stands inside
// others is cut out of theirs.
func example(b *schema.Block) string {
	if b.Top {
		return b.Example
	}
	file, p := find(b, func(*part) bool { return true })
	if p == nil {
		return ""
	}
	return cut(file, p.outer, p.first, p.last)
}

// excerpt returns the lines of an example that set an attribute of a block. It
// is empty where no example does.
func excerpt(b *schema.Block, attr string) string {
	sets := func(p *part) int { return slices.IndexFunc(p.attrs, func(a line) bool { return a.name == attr }) }
	file, p := find(b, func(p *part) bool { return sets(p) >= 0 })
	if p == nil {
		return ""
	}
	a := p.attrs[sets(p)]
	return withoutPadding(cut(file, p, a.first, a.last), attr)
}

// homes lists the top-level kinds in whose examples b may occur: its own first.
func homes(b *schema.Block) []*schema.Block {
	if b.Top {
		return []*schema.Block{b}
	}
	var list []*schema.Block
	for _, h := range holders(b) {
		list = append(list, homes(h)...)
	}
	return list
}

// cut returns some lines of a file, with the first and the last line of each
// block around them.
func cut(file *source.File, p *part, first, last int) string {
	var before, after string
	for ; p != nil; p = p.outer {
		before = file.Line(p.first) + "\n" + before
		after += file.Line(p.last) + "\n"
	}
	for n := first; n <= last; n++ {
		before += file.Line(n) + "\n"
	}
	return before + after
}

// withoutPadding undoes the alignment of an attribute with neighbours that are
// not shown: `label    = "x"` becomes `label = "x"`.
func withoutPadding(lines, attr string) string {
	before, after, _ := strings.Cut(lines, " "+attr+" ")
	return before + " " + attr + " " + strings.TrimLeft(after, " ")
}
