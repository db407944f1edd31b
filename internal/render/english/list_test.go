package english

import (
	"testing"

	"github.com/privity/privity/internal/render/tree"
)

func TestLists(t *testing.T) {
	tests := []struct {
		words   []string
		and, or string
	}{
		{nil, "", ""},
		{[]string{"a"}, "a", "a"},
		{[]string{"a", "b"}, "a and b", "a or b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b or c"},
		{[]string{"a", "b", "c", "d"}, "a, b, c and d", "a, b, c or d"},
		{[]string{"search and rescue", "b"}, "search and rescue, and b", "search and rescue, or b"},
		{[]string{"a", "b", "salt and pepper"}, "a, b, and salt and pepper", "a, b, or salt and pepper"},
		{[]string{"Paris, France", "Rome"}, "Paris, France, and Rome", "Paris, France, or Rome"},
	}
	for _, tt := range tests {
		if got := AndWords(tt.words...); got != tt.and {
			t.Errorf("AndWords(%q) = %q, want %q", tt.words, got, tt.and)
		}
		if got := OrWords(tt.words...); got != tt.or {
			t.Errorf("OrWords(%q) = %q, want %q", tt.words, got, tt.or)
		}
	}
}

func TestSentence(t *testing.T) {
	strong := func(s string) tree.Text { return tree.T(tree.Strong{Text: tree.T(s)}) }
	tests := []struct {
		phrases []tree.Text
		want    string
	}{
		{nil, ""},
		{[]tree.Text{nil, tree.T("")}, ""},
		{[]tree.Text{tree.T("we keep data")}, "We keep data."},
		{[]tree.Text{tree.T("we keep data"), nil, tree.T("for 30 days")}, "We keep data for 30 days."},
		{[]tree.Text{tree.T("we keep data"), tree.T(", because we must")}, "We keep data, because we must."},
		{[]tree.Text{tree.T("see also:")}, "See also:"},
		{[]tree.Text{tree.T("is that so?")}, "Is that so?"},
		{[]tree.Text{tree.T("it belongs to Acme Inc.")}, "It belongs to Acme Inc."},
		{[]tree.Text{strong("data"), tree.T("is kept")}, "Data is kept."},
		{[]tree.Text{tree.T("iPhone apps send it")}, "iPhone apps send it."},
		{[]tree.Text{tree.T("élan is a word")}, "Élan is a word."},
		{[]tree.Text{tree.T("30 days is the limit")}, "30 days is the limit."},
	}
	for _, tt := range tests {
		if got := tree.Concat(Sentence(tt.phrases...)); got != tt.want {
			t.Errorf("Sentence(%v) = %q, want %q", tt.phrases, got, tt.want)
		}
	}
}

// TestCapitalKeepsTheOriginal guards against changing a text that others hold.
func TestCapitalKeepsTheOriginal(t *testing.T) {
	original := tree.T(tree.Strong{Text: tree.T("data")}, " is kept")
	if got := tree.Concat(Capital(original)); got != "Data is kept" {
		t.Errorf("Capital = %q", got)
	}
	if got := tree.Concat(original); got != "data is kept" {
		t.Errorf("the original has become %q", got)
	}
}
