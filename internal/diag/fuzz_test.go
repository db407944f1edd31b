package diag

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/privity/privity/internal/source"
)

// arbitrary returns findings whose spans, texts and fixes have no regard for
// the file that they speak of.
func arbitrary(content []byte, text string, a, b, c, d int32) List {
	f := source.NewFile(text, content)
	one := source.Span{File: f, Start: a, End: b}
	two := source.Span{File: f, Start: c, End: d}
	list := List{New(SyntaxError, one, text).Labelled(text).Because(text).
		Relating(two, text).Relating(one, text).Replacing(two, text, text)}
	list.Add(New(Code(text), two, text).Replacing(one, text, "").Relating(source.Span{File: source.NewFile("", nil), Start: a, End: d}, text))
	list[0].Fixes = append(list[0].Fixes, Fix{text, []Edit{{one, text}, {two, ""}, {source.Span{}, text}}})
	list.Add(New(UnusedLocal, source.Span{}, text))
	return list
}

func FuzzWriters(f *testing.F) {
	f.Add([]byte("a = 1\nb = [\n\t2,\n]\n"), "x ##[group]\n::error::y", int32(4), int32(14), int32(0), int32(3))
	f.Add([]byte("\xff\x00\u202e\x1b[31m\r\n\u0301\u200d👩‍👧"), "\x1b]0;t\a\u2028\x9b", int32(-3), int32(1<<30), int32(9), int32(2))
	f.Add(bytes.Repeat([]byte("東"), 3000), "##vso[task]", int32(4000), int32(4100), int32(0), int32(8999))
	f.Fuzz(func(t *testing.T, content []byte, text string, a, b, c, d int32) {
		list := arbitrary(content, text, a, b, c, d)
		for _, o := range []TextOptions{{}, {Width: 1, Limit: 1}, {Width: 60, Limit: -1, Folder: text}} {
			var out bytes.Buffer
			if err := WriteText(&out, list, o); err != nil {
				t.Fatal(err)
			}
			inert(t, out.String())
			bounded(t, out.String(), o)
		}
		for name, write := range machineWriters {
			var out bytes.Buffer
			if err := write(&out, list, Options{Folder: text, Version: text}); err != nil {
				t.Fatal(err)
			}
			inertFor(t, name, out.String())
		}
		var page bytes.Buffer
		if err := WriteHTML(&page, list, HTMLOptions{Folder: text, Explain: explained}); err != nil {
			t.Fatal(err)
		}
		inertHTML(t, page.String())
	})
}

// bounded holds that a finding takes not much more than its lines, and a line of
// a snippet no more than its columns.
func bounded(t *testing.T, text string, o TextOptions) {
	t.Helper()
	width := max(o.Width, leastWidth)
	if o.Width == 0 {
		width = DefaultWidth
	}
	for finding := range strings.SplitSeq(text, "\n\n") {
		lines := strings.Split(finding, "\n")
		if len(lines) > mostLines+mostLines/2 {
			t.Errorf("a finding of %d lines:\n%s", len(lines), finding)
		}
		for _, line := range lines {
			if _, drawn, ok := strings.Cut(line, " | "); ok && isMargin(line) && textWidth(drawn) > width {
				t.Errorf("a line wider than %d columns: %q", width, line)
			}
		}
	}
}

func isMargin(line string) bool { return strings.TrimLeft(line, " 0123456789")[:1] == "|" }

func BenchmarkText(b *testing.B) {
	list := benchmarkList(b)
	for b.Loop() {
		if err := WriteText(io.Discard, list, TextOptions{Limit: -1}); err != nil {
			b.Fatal(err)
		}
	}
}

// benchmarkList returns 10,000 findings in one file of as many blocks.
func benchmarkList(b *testing.B) List {
	const findings = 10_000
	block := "vendor \"aws\" {\n  label  = \"Amazon\"\n  region = region.irland\n}\n"
	f := source.NewFile("large.hcl", bytes.Repeat([]byte(block), findings))
	var list List
	for n := range int32(findings) {
		start := n*int32(len(block)) + int32(bytes.Index([]byte(block), []byte("region.irland")))
		span := source.Span{File: f, Start: start, End: start + int32(len("region.irland"))}
		list.Add(New(UnknownReference, span, `there is no region "irland"`).
			Labelled("not declared").
			Because("A reference names a block of this policy by its kind and its name.").
			Relating(source.Span{File: f, Start: start - 20, End: start - 18}, "in this block").
			Replacing(span, "region.ireland", "write `region.ireland`"))
	}
	return list
}
