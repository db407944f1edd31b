// Package source holds the bytes of a policy and says where in them a thing
// stands.
//
// A [Span] is what the rest of the program carries: a file and two byte
// offsets, sixteen bytes in all, so that every attribute of a large policy can
// have one. A [Range] is what a person reads: lines and columns. It is worked
// out from a span when a diagnostic is printed, and only then.
package source

import (
	"bytes"
	"sort"
	"strconv"
	"sync"
	"unicode/utf8"
)

// A File is one source file, read whole. Its name is relative to the root of
// the policy and uses slashes on every system.
type File struct {
	Name  string
	Bytes []byte

	once  sync.Once
	lines []int32 // byte offset at which each line starts
}

// NewFile returns a file with the given name and content.
func NewFile(name string, content []byte) *File {
	return &File{Name: name, Bytes: content}
}

// A Span is a half-open run of bytes in a file. The zero Span stands nowhere.
type Span struct {
	File       *File
	Start, End int32
}

// IsZero reports whether the span stands nowhere, as the values of a model do
// that was read back from a manifest.
func (s Span) IsZero() bool { return s.File == nil }

// Text returns the source text of the span.
func (s Span) Text() string {
	if s.IsZero() {
		return ""
	}
	return string(s.File.Bytes[s.Start:s.End])
}

// Before orders spans by file name, then by place, so that diagnostics come
// out in the same order whichever worker found them first.
func (s Span) Before(t Span) bool {
	if s.File == nil || t.File == nil {
		return s.File == nil && t.File != nil
	}
	if s.File.Name != t.File.Name {
		return s.File.Name < t.File.Name
	}
	if s.Start != t.Start {
		return s.Start < t.Start
	}
	return s.End < t.End
}

// Range works out the lines and columns of the span.
func (s Span) Range() Range {
	if s.IsZero() {
		return Range{}
	}
	return Range{File: s.File.Name, Start: s.File.Position(int(s.Start)), End: s.File.Position(int(s.End))}
}

// A Pos is a place in a file. Line and Column count from one; Column counts
// characters (runes), not bytes.
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
}

// A Range is a run of text as a person would name it. The end is exclusive.
type Range struct {
	File  string `json:"file"`
	Start Pos    `json:"start"`
	End   Pos    `json:"end"`
}

// String returns file:line:column of the start.
func (r Range) String() string {
	if r.File == "" {
		return ""
	}
	return r.File + ":" + strconv.Itoa(r.Start.Line) + ":" + strconv.Itoa(r.Start.Column)
}

// Position returns the line and column of a byte offset.
func (f *File) Position(offset int) Pos {
	f.index()
	offset = min(max(offset, 0), len(f.Bytes))
	line := sort.Search(len(f.lines), func(i int) bool { return int(f.lines[i]) > offset }) - 1
	start := min(f.lineStart(line), offset)
	return Pos{Line: line + 1, Column: utf8.RuneCount(f.Bytes[start:offset]) + 1, Byte: offset}
}

// Line returns the text of a line, counted from one, without its line break.
func (f *File) Line(n int) string {
	f.index()
	if n < 1 || n > len(f.lines) {
		return ""
	}
	start, end := f.lineStart(n-1), len(f.Bytes)
	if n < len(f.lines) {
		end = int(f.lines[n]) - 1
	}
	if end > start && f.Bytes[end-1] == '\r' {
		end--
	}
	return string(f.Bytes[start:end])
}

// lineStart is where the text of a line begins: the first line's behind a byte
// order mark.
func (f *File) lineStart(line int) int {
	if line == 0 && bytes.HasPrefix(f.Bytes, byteOrderMark) {
		return len(byteOrderMark)
	}
	return int(f.lines[line])
}

var byteOrderMark = []byte("\ufeff")

// Lines returns the number of lines; a final line break does not begin another.
func (f *File) Lines() int {
	f.index()
	if n := len(f.lines); int(f.lines[n-1]) == len(f.Bytes) && n > 1 {
		return n - 1
	}
	return len(f.lines)
}

func (f *File) index() {
	f.once.Do(func() {
		f.lines = append(f.lines, 0)
		for i, b := range f.Bytes {
			if b == '\n' {
				f.lines = append(f.lines, int32(i)+1)
			}
		}
	})
}
