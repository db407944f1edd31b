package english

import "testing"

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		want  string
		goals []string
	}{
		{"to keep it consistent, accurate and up to date", []string{"keep it consistent", "keep it accurate", "keep it up to date"}},
		{"to keep data safe", []string{"keep data safe"}},
		{"to make it safe and to make sure", []string{"make it safe", "make sure"}},
		{"to keep it and to keep it safe", []string{"keep it", "keep it safe"}},
		{"for finding faults early and to be safe", []string{"finding faults early", "be safe"}},
	} {
		if got := Ends(c.goals...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
