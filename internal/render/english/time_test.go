package english

import (
	"testing"

	"github.com/privity/privity/internal/scalar"
)

func duration(t *testing.T, s string) scalar.Duration {
	t.Helper()
	d, err := scalar.ParseDuration(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDurations(t *testing.T) {
	for in, want := range map[string]string{
		"1 month": "1 month", "30 days": "30 days", "10 business days": "10 business days", "1 business day": "1 business day",
		"12 hours": "12 hours", "6 months": "6 months", "1 year": "1 year", "minutes": "minutes", "limited": "a limited time",
		"long_term": "a long time", "transient": "a passing moment", "instant": "an instant", "prompt": "a short time",
	} {
		if got := Duration(duration(t, in)); got != want {
			t.Errorf("Duration(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPeriods(t *testing.T) {
	tests := []struct{ length, bound, period, forPeriod string }{
		{"30 days", "", "30 days", "for 30 days"},
		{"30 days", "exact", "30 days", "for 30 days"},
		{"3 months", "at_most", "at most 3 months", "for at most 3 months"},
		{"minutes", "at_most", "minutes at most", "for minutes at most"},
		{"12 hours", "under", "under 12 hours", "for under 12 hours"},
		{"6 months", "at_least", "at least 6 months", "for at least 6 months"},
		{"", "indefinite", "indefinitely", "indefinitely"},
		{"", "unspecified", "a limited time that is not stated", "for a limited time that is not stated"},
		{"", "at_most", "a limited time that is not stated", "for a limited time that is not stated"},
	}
	for _, tt := range tests {
		if got := Period(tt.length, tt.bound); got != tt.period {
			t.Errorf("Period(%q, %q) = %q, want %q", tt.length, tt.bound, got, tt.period)
		}
		if got := For(tt.length, tt.bound); got != tt.forPeriod {
			t.Errorf("For(%q, %q) = %q, want %q", tt.length, tt.bound, got, tt.forPeriod)
		}
	}
}

func TestWithin(t *testing.T) {
	tests := []struct{ length, bound, want string }{
		{"10 business days", "", "within 10 business days"},
		{"10 business days", "at_most", "within 10 business days at most"},
		{"1 month", "", "within 1 month"},
		{"instant", "", "instantly"},
		{"prompt", "", "promptly"},
		{"minutes", "", "within minutes"},
		{"limited", "", "within a limited time"},
		{"2 days", "under", "in under 2 days"},
		{"2 days", "exact", "after exactly 2 days"},
		{"2 days", "at_least", "after at least 2 days"},
		{"2 days", "indefinite", "without a time limit"},
		{"2 days", "unspecified", "within a time that is not stated"},
	}
	for _, tt := range tests {
		if got := Within(duration(t, tt.length), tt.bound); got != tt.want {
			t.Errorf("Within(%q, %q) = %q, want %q", tt.length, tt.bound, got, tt.want)
		}
	}
}

func TestFrequencies(t *testing.T) {
	for in, want := range map[string]string{
		"several per day": "several times a day", "1 per day": "once a day", "2 per week": "twice a week", "3 per year": "three times a year",
		"1 per hour": "once an hour", "13 per month": "13 times a month", "regular": "regularly", "every_release": "with every release",
	} {
		f, err := scalar.ParseFrequency(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := Frequency(f); got != want {
			t.Errorf("Frequency(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	if got := Date(scalar.Date{Year: 2021, Month: 3, Day: 25}); got != "25 March 2021" {
		t.Errorf("Date = %q", got)
	}
}
