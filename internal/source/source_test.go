package source_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/source"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		name, text, at string // the first occurrence of at is looked for
		line, column   int
		whole          string // the line
	}{
		{"first byte", "abc", "a", 1, 1, "abc"},
		{"later on the line", "a = b", "b", 1, 5, "a = b"},
		{"second line", "a\nb\n", "b", 2, 1, "b"},
		{"last line without its end", "a\nb", "b", 2, 1, "b"},
		{"CRLF", "a\r\n  b\r\nc", "b", 2, 3, "  b"},
		{"after CRLF", "a\r\n\r\nc", "c", 3, 1, "c"},
		{"a tab is one column", "\t\tx", "x", 1, 3, "\t\tx"},
		{"two bytes are one column", "é = x", "x", 1, 5, "é = x"},
		{"three bytes are one column", "日本 = x", "x", 1, 6, "日本 = x"},
		{"four bytes are one column", "\"😀\" x", "x", 1, 5, "\"😀\" x"},
		{"a byte order mark is no column", "\ufeffx = 1", "x", 1, 1, "x = 1"},
		{"a byte order mark and a second line", "\ufeffa\nx", "x", 2, 1, "x"},
		{"an empty line", "\n\nx", "x", 3, 1, "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := source.NewFile("f.hcl", []byte(c.text))
			start := strings.Index(c.text, c.at)
			span := source.Span{File: f, Start: int32(start), End: int32(start + len(c.at))}
			r := span.Range()
			if r.Start.Line != c.line || r.Start.Column != c.column || r.Start.Byte != start {
				t.Errorf("at %d:%d, byte %d; want %d:%d, byte %d", r.Start.Line, r.Start.Column, r.Start.Byte, c.line, c.column, start)
			}
			if r.End.Column != c.column+1 || r.End.Line != c.line {
				t.Errorf("ends at %d:%d", r.End.Line, r.End.Column)
			}
			if span.Text() != c.at {
				t.Errorf("the text is %q", span.Text())
			}
			if got := f.Line(c.line); got != c.whole {
				t.Errorf("the line is %q, want %q", got, c.whole)
			}
		})
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string]int{"": 1, "a": 1, "a\n": 1, "a\nb": 2, "a\nb\n": 2, "\n": 1, "\n\n": 2} {
		if got := source.NewFile("f", []byte(text)).Lines(); got != want {
			t.Errorf("%q: %d lines, want %d", text, got, want)
		}
	}
	f := source.NewFile("f", []byte("a\nb"))
	for _, n := range []int{-1, 0, 3} {
		if f.Line(n) != "" {
			t.Errorf("line %d is %q", n, f.Line(n))
		}
	}
	if p := f.Position(100); p.Byte != 3 || p.Line != 2 {
		t.Errorf("behind the end: %v", p)
	}
	if p := f.Position(-1); p.Byte != 0 || p.Line != 1 {
		t.Errorf("before the start: %v", p)
	}
}

func TestBefore(t *testing.T) {
	a, b := source.NewFile("a", nil), source.NewFile("b", nil)
	ordered := []source.Span{{}, {File: a}, {File: a, End: 1}, {File: a, Start: 1, End: 1}, {File: b}}
	for i, x := range ordered {
		for j, y := range ordered {
			if x.Before(y) != (i < j) {
				t.Errorf("%d before %d: %v", i, j, x.Before(y))
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		text string
		flaw source.Flaw
		at   string
	}{
		{"a = \"é日😀\"\n\tb\r\n", 0, ""},
		{"\ufeffa", 0, ""},
		{"a\u00a0b\u200bc\u200dd", 0, ""}, // spaces and joiners have their uses
		{"a\x00b", source.FlawControl, "\x00"},
		{"a\x1b[31m", source.FlawControl, "\x1b"},
		{"a\rb", source.FlawControl, "\r"},
		{"a\r", source.FlawControl, "\r"},
		{"a\x7f", source.FlawControl, "\x7f"},
		{"a\u0085b", source.FlawControl, "\u0085"},
		{"a\u202eb", source.FlawBidi, "\u202e"},
		{"a\u2066b", source.FlawBidi, "\u2066"},
		{"a\u200fb", source.FlawBidi, "\u200f"},
		{"a\u061cb", source.FlawBidi, "\u061c"},
		{"a\xffb", source.FlawEncoding, "\xff"},
		{"a\xed\xa0\x80", source.FlawEncoding, "\xed"},     // a surrogate
		{"a\xc0\x80", source.FlawEncoding, "\xc0"},         // an overlong NUL
		{"a\xf4\x90\x80\x80", source.FlawEncoding, "\xf4"}, // beyond Unicode
		{"a\xe6\x97", source.FlawEncoding, "\xe6"},         // cut short
		{"ok\x00\xff", source.FlawControl, "\x00"},
	} {
		flaw := source.Check(source.NewFile("f", []byte(c.text)))
		text := source.CheckText(c.text)
		switch {
		case c.flaw == 0 && (flaw != nil || text != nil):
			t.Errorf("%q: %v", c.text, flaw)
		case c.flaw == 0:
		case flaw == nil || flaw.Flaw != c.flaw || flaw.Span.Text() != c.at:
			t.Errorf("%q: %v", c.text, flaw)
		case text == nil || text.Flaw != c.flaw:
			t.Errorf("%q as a text: %v", c.text, text)
		}
	}
}

func TestList(t *testing.T) {
	fsys := fstest.MapFS{
		"b.hcl": {}, "a.hcl": {}, "A.hcl": {}, "a.test.hcl": {}, ".hidden.hcl": {}, "a.hcl~": {}, "a.hcl.bak": {}, "a.auto.hclvars": {}, "HCL": {},
		"folder.hcl/x.hcl": {}, "sub/c.hcl": {}, ".hcl": {},
	}
	got, err := source.List(fsys, ".")
	if diff := cmp.Diff([]string{"A.hcl", "a.hcl", "b.hcl"}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	got, err = source.List(fsys, "sub")
	if diff := cmp.Diff([]string{"sub/c.hcl"}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := source.List(fsys, "nowhere"); !source.IsMissing(err) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestRead(t *testing.T) {
	limits := source.Limits{FileBytes: 10}
	fsys := fstest.MapFS{
		"fits.hcl":   {Data: []byte("0123456789")},
		"large.hcl":  {Data: []byte("0123456789a")},
		"pipe.hcl":   {Mode: fs.ModeNamedPipe},
		"device.hcl": {Mode: fs.ModeDevice},
		"bytes.hcl":  {Data: []byte("a\xff")},
		"folder/x":   {},
	}
	for name, want := range map[string]source.Flaw{
		"fits.hcl": 0, "large.hcl": source.FlawTooLarge, "pipe.hcl": source.FlawNotRegular, "device.hcl": source.FlawNotRegular,
		"bytes.hcl": source.FlawEncoding, "folder": source.FlawNotRegular,
	} {
		file, err := source.Read(fsys, name, limits)
		var flaw *source.FlawError
		switch errors.As(err, &flaw); {
		case want == 0 && err != nil, want != 0 && (flaw == nil || flaw.Flaw != want):
			t.Errorf("%s: %v", name, err)
		case file == nil || file.Name != name:
			t.Errorf("%s: no file", name)
		}
	}
	if _, err := source.Read(fsys, "nowhere.hcl", limits); !source.IsMissing(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestScaled(t *testing.T) {
	d := source.DefaultLimits
	if got := d.Scaled(3); got.FileBytes != 3*d.FileBytes || got.TotalBytes != 3*d.TotalBytes || got.Files != 3*d.Files {
		t.Errorf("three times: %+v", got)
	}
	for _, n := range []int{-5, 0, 1} {
		if d.Scaled(n) != d {
			t.Errorf("%d times: %+v", n, d.Scaled(n))
		}
	}
	// A span counts in 32 bits, so a file cannot be larger than that.
	if got := d.Scaled(1 << 60); got.FileBytes > 1<<31-1 || got.FileBytes <= 0 || got.TotalBytes <= 0 || got.Files <= 0 {
		t.Errorf("very often: %+v", got)
	}
}
