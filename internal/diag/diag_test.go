package diag

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/privity/privity/internal/source"
)

func TestSort(t *testing.T) {
	a := source.NewFile("a.hcl", []byte("0123456789"))
	b := source.NewFile("b.hcl", []byte("0123456789"))
	want := List{
		New(NoPolicyFiles, source.Span{}, "stands nowhere"),
		New(WrongType, source.Span{File: a, Start: 1, End: 2}, "first"),
		New(WrongType, source.Span{File: a, Start: 1, End: 3}, "longer"),
		New(UnknownBlock, source.Span{File: a, Start: 5, End: 6}, "by code"),
		New(WrongType, source.Span{File: a, Start: 5, End: 6}, "by code"),
		New(WrongType, source.Span{File: a, Start: 5, End: 6}, "by summary"),
		New(SyntaxError, source.Span{File: b}, "the next file"),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	got.Sort()
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("number %d is %q, want %q", i, got[i].Summary, want[i].Summary)
		}
	}
}

func TestCount(t *testing.T) {
	var list List
	list.Add(nil, New(UnusedLocal, source.Span{}, "a warning"), nil)
	if len(list) != 1 || list.HasErrors() || list.Count(Warning) != 1 {
		t.Errorf("a warning and nothing else: %d findings, errors %t", len(list), list.HasErrors())
	}
	list.Add(New(WrongType, source.Span{}, "an error"))
	if !list.HasErrors() || list.Count(Error) != 1 {
		t.Error("the error is not counted")
	}
}

func TestSeverityNames(t *testing.T) {
	var names []string
	for s := Severity(0); s <= Note+1; s++ {
		names = append(names, s.String())
	}
	if diff := cmp.Diff([]string{"finding", "error", "warning", "note", "finding"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestRelatingNothing(t *testing.T) {
	if d := New(WrongType, source.Span{}, "x").Relating(source.Span{}, "nowhere"); len(d.Related) != 0 {
		t.Error("a place that stands nowhere was kept")
	}
}

// TestFirst holds that a limit never hides an error behind a warning, and keeps
// the order.
func TestFirst(t *testing.T) {
	warning := func(s string) *Diagnostic { return New(UnusedLocal, source.Span{}, s) }
	fault := func(s string) *Diagnostic { return New(WrongType, source.Span{}, s) }
	list := List{warning("a"), fault("b"), warning("c"), fault("d"), warning("e")}
	for n, want := range []string{"", "b", "bd", "abd", "abcd", "abcde"} {
		got := ""
		for _, d := range list.first(n) {
			got += d.Summary
		}
		if got != want {
			t.Errorf("the first %d are %q, want %q", n, got, want)
		}
	}
}
