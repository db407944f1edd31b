package scalar_test

import (
	"testing"

	"github.com/privity/privity/internal/scalar"
)

// TestCompare holds that periods are ordered where every calendar orders them,
// and nowhere else.
func TestCompare(t *testing.T) {
	for _, c := range []struct{ left, sign, right string }{
		{"1 hour", "=", "60 minutes"},
		{"1 week", "=", "7 days"},
		{"1 year", "=", "12 months"},
		{"2 years", ">", "23 months"},
		{"instant", "<", "1 second"},
		{"30 days", "<", "31 days"},
		{"1 month", "?", "30 days"},
		{"1 month", "?", "28 days"},
		{"1 month", ">", "27 days"},
		{"1 month", "<", "32 days"},
		{"3 months", "?", "90 days"},
		{"3 months", "<", "100 days"},
		{"1 year", "?", "365 days"},
		{"1 year", "<", "367 days"},
		{"4 years", "?", "1461 days"},
		{"10 business days", "?", "14 days"},
		{"10 business days", "?", "2 weeks"},
		{"10 business days", ">", "9 days"},
		{"10 business days", "<", "30 days"},
		{"5 business days", "<", "1 month"},
		{"prompt", "?", "1 day"},
	} {
		if got := compare(t, c.left, c.right); got != c.sign {
			t.Errorf("%s %s %s, want %s", c.left, got, c.right, c.sign)
		}
		turned := map[string]string{"<": ">", ">": "<", "=": "=", "?": "?"}[c.sign]
		if got := compare(t, c.right, c.left); got != turned {
			t.Errorf("%s %s %s, want %s", c.right, got, c.left, turned)
		}
	}
}

func compare(t *testing.T, left, right string) string {
	t.Helper()
	l, ok := length(t, left)
	m, also := length(t, right)
	if !ok || !also {
		return "?"
	}
	order, ok := l.Compare(m)
	if !ok {
		return "?"
	}
	return map[int]string{-1: "<", 0: "=", 1: ">"}[order]
}

func length(t *testing.T, text string) (scalar.Length, bool) {
	t.Helper()
	d, err := scalar.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d.Length()
}

// TestAdd holds that sums are compared by what differs in them: the month that
// both have does not matter.
func TestAdd(t *testing.T) {
	month, _ := length(t, "1 month")
	twenty, _ := length(t, "20 days")
	ten, _ := length(t, "10 days")
	if order, ok := month.Add(twenty).Compare(month.Add(ten)); !ok || order != 1 {
		t.Errorf("a month and twenty days: %d %t", order, ok)
	}
	if order, ok := twenty.Add(ten).Compare(month); ok {
		t.Errorf("thirty days and a month: %d", order)
	}
}
