package showcase

import (
	"io/fs"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/privity/privity/internal/source"
	"github.com/privity/privity/internal/syntax"
)

// excerpt returns the lines of a block, with the first and the last line of
// each block around it, and the file in which it stands.
func excerpt(fsys fs.FS, path []string) (file, lines string, err error) {
	names, err := source.List(fsys, ".")
	if err != nil {
		return "", "", err
	}
	for _, name := range names {
		f, err := source.Read(fsys, name, source.DefaultLimits)
		if err != nil {
			return "", "", err
		}
		body, _ := syntax.Parse(f, syntax.DefaultLimits)
		if body == nil {
			continue
		}
		if lines, ok := cut(f, body.Blocks, path); ok {
			return name, lines, nil
		}
	}
	return "", "", errMissing
}

// cut follows a path of keywords and names into blocks.
func cut(f *source.File, blocks hclsyntax.Blocks, path []string) (string, bool) {
	for _, b := range blocks {
		rest, ok := step(b, path)
		if !ok {
			continue
		}
		first := syntax.SpanOf(f, b.TypeRange).Range().Start.Line
		last := syntax.SpanOf(f, b.CloseBraceRange).Range().Start.Line
		if len(rest) == 0 {
			return linesOf(f, first, last), true
		}
		if inner, found := cut(f, b.Body.Blocks, rest); found {
			return f.Line(first) + "\n" + inner + f.Line(last) + "\n", true
		}
	}
	return "", false
}

// step takes a block's keyword and name off a path that begins with them.
func step(b *hclsyntax.Block, path []string) ([]string, bool) {
	words := append([]string{b.Type}, b.Labels...)
	if len(words) > len(path) || strings.Join(words, " ") != strings.Join(path[:len(words)], " ") {
		return nil, false
	}
	return path[len(words):], true
}

func linesOf(f *source.File, first, last int) string {
	var lines strings.Builder
	for n := first; n <= last; n++ {
		lines.WriteString(f.Line(n) + "\n")
	}
	return lines.String()
}
