package english

import "testing"

func TestRepeats(t *testing.T) {
	for _, test := range []struct {
		phrase, text string
		want         bool
	}{
		{"improving the product", "Improving the features of the product", true},
		{"improving the product", "improve our products", true},
		{"improving the product", "developing the product", false},
		{"security", "Investigating possible security issues", true},
		{"security", "Keeping accounts secure", false},
		{"legal matters", "Meeting legal requirements", true},
		{"legal matters", "what matters", false},
		{"the", "the", false},
	} {
		if got := Repeats(test.phrase, test.text); got != test.want {
			t.Errorf("Repeats(%q, %q) = %t", test.phrase, test.text, got)
		}
	}
}
