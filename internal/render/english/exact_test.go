package english

import (
	"testing"

	"github.com/privity/privity/internal/render/tree"
)

func TestNoLongerThan(t *testing.T) {
	for _, tt := range []struct{ length, bound, want string }{
		{"30 days", "at_most", "no longer than 30 days"},
		{"12 hours", "under", "for less than 12 hours"},
		{"30 days", "", "for 30 days"},
		{"30 days", "at_least", "for at least 30 days"},
		{"a limited time", "", "only for a limited time"},
		{"", "unspecified", "only for a limited time that is not stated"},
		{"", "indefinite", "indefinitely"},
	} {
		if got := NoLongerThan(tt.length, tt.bound); got != tt.want {
			t.Errorf("NoLongerThan(%q, %q) = %q, want %q", tt.length, tt.bound, got, tt.want)
		}
	}
}

func TestSmall(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		small    bool
	}{
		{"You cannot sign in.", "you cannot sign in.", true},
		{"Acme closes the account.", "Acme closes the account.", false},
		{"orders are not shipped.", "orders are not shipped.", true},
	} {
		if got, small := Small(tt.in); got != tt.want || small != tt.small {
			t.Errorf("Small(%q) = %q, %t", tt.in, got, small)
		}
	}
}

func TestMentions(t *testing.T) {
	for _, tt := range []struct {
		phrase string
		names  []string
		want   bool
	}{
		{"store the trip", []string{"trips"}, true},
		{"store the uploaded data", []string{"uploaded data"}, true},
		{"record the position", []string{"device location"}, false},
		{"store the trip", []string{"trips", "routes"}, false},
		{"store the trip", nil, false},
	} {
		if got := Mentions(tt.phrase, tt.names...); got != tt.want {
			t.Errorf("Mentions(%q, %q) = %t", tt.phrase, tt.names, got)
		}
	}
}

func TestIf(t *testing.T) {
	got := tree.Concat(If(State("no ride was taken"), Event("the account is closed")))
	if want := "if no ride was taken or the account is closed"; got != want {
		t.Errorf("If gives %q, want %q", got, want)
	}
	if got := If(); len(got) != 0 {
		t.Errorf("If of nothing gives %q", tree.PlainText(got))
	}
}

func TestNumberOfAPhraseIsThatOfItsHead(t *testing.T) {
	for phrase, want := range map[string]Person{
		"the events that notify of a change": They, "the list of events": It, "terms of retention": They, "data": It,
	} {
		if got := Number3(phrase); got != want {
			t.Errorf("Number3(%q) = %v, want %v", phrase, got, want)
		}
	}
}
