// Package prose reads the Markdown that authors write into a policy.
//
// It is CommonMark with the tables of GitHub's dialect and its links without
// brackets, read into the blocks of
// package tree, and into nothing else: what the tree has no node for does not
// exist. So there is no HTML to make harmless. Raw HTML, pictures and links that
// [tree.Target] refuses are printed as the text that they are, and reported by
// [Check], so that no author finds out from the page.
package prose

import (
	"cmp"
	"slices"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/privity/privity/internal/render/tree"
)

// A Problem is something in prose that cannot be published as it is written.
type Problem struct {
	Offset  int    // in bytes from the start of the prose
	Line    int    // counted from 1
	Message string // what is wrong, and what to do, in plain words
}

// Blocks returns English prose as blocks. Headings stand one below the other without a
// gap, whichever depths the author gave them. Prose beyond the limits is returned
// as verbatim text.
func Blocks(markdown string) []tree.Block { return BlocksIn("en", markdown) }

// BlocksIn is Blocks of prose in another language, which has other quotation marks.
func BlocksIn(language, markdown string) []tree.Block {
	blocks, _ := read(language, markdown)
	return blocks
}

// Check lists what is wrong with prose, in its order: raw HTML, links to what may
// not be linked, pictures, headings more than MaxHeadings deep, and prose beyond
// the limits.
func Check(markdown string) []Problem {
	_, problems := read("en", markdown)
	return problems
}

func read(language, markdown string) ([]tree.Block, []Problem) {
	if isPlain(markdown) {
		return plainBlocks(markdown), nil
	}
	return parse(language, markdown)
}

// parse reads prose with goldmark, within the limits.
func parse(language, markdown string) ([]tree.Block, []Problem) {
	if p := measure(markdown); p != nil {
		return []tree.Block{&tree.Verbatim{Text: markdown}}, []Problem{*p}
	}
	source := []byte(markdown)
	r := reader{language: language, source: source, lines: lineStarts(markdown)}
	blocks := r.blocks(commonMark().Parse(text.NewReader(source)), true)
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Compare(a.Offset, b.Offset) })
	return blocks, r.problems
}

// commonMark is the parser of all prose. What one text brings up is kept in a context
// of its own, so that texts may be parsed side by side.
var commonMark = sync.OnceValue(func() parser.Parser {
	links := extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))
	return goldmark.New(goldmark.WithExtensions(extension.Table, links)).Parser()
})

// lineStarts returns the offsets at which lines begin.
func lineStarts(s string) []int {
	starts := []int{0}
	for i := range len(s) {
		if s[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// lineAt returns the number of the line that holds the offset.
func lineAt(starts []int, offset int) int {
	i, found := slices.BinarySearch(starts, offset)
	if found {
		return i + 1
	}
	return i
}
