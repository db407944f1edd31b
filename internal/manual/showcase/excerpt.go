package showcase

import (
	"io/fs"
	"strings"

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
		if lines, ok := cut(f, syntax.Outline(f, syntax.DefaultLimits), path); ok {
			return name, lines, nil
		}
	}
	return "", "", errMissing
}

// cut follows a path of keywords and names into blocks.
func cut(f *source.File, blocks []*syntax.Node, path []string) (string, bool) {
	for _, b := range blocks {
		rest, ok := step(b, path)
		if !ok {
			continue
		}
		first, last := b.Start.Range().Start.Line, b.Close.Range().Start.Line
		if len(rest) == 0 {
			return linesOf(f, first, last), true
		}
		if inner, found := cut(f, b.Blocks, rest); found {
			return f.Line(first) + "\n" + inner + f.Line(last) + "\n", true
		}
	}
	return "", false
}

// step takes a block's keyword and name off a path that begins with them.
func step(b *syntax.Node, path []string) ([]string, bool) {
	words := append([]string{b.Keyword}, b.Names...)
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
