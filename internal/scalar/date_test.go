package scalar_test

import (
	"testing"
	"time"

	"github.com/privity/privity/internal/scalar"
)

func TestAddDays(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		want string
	}{
		{"2026-03-01", 30, "2026-03-31"},
		{"2026-02-28", 1, "2026-03-01"},
		{"2028-02-28", 1, "2028-02-29"},
		{"2026-12-31", 365, "2027-12-31"},
		{"2026-01-01", -1, "2025-12-31"},
	} {
		if got := date(t, c.from).AddDays(c.days).String(); got != c.want {
			t.Errorf("%s and %d days: %s, want %s", c.from, c.days, got, c.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-15", 1, "2026-02-15"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2026-11-30", 3, "2027-02-28"},
	} {
		if got := date(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.months, got, c.want)
		}
	}
	if day := date(t, "2026-03-01").Weekday(); day != time.Sunday {
		t.Error(day)
	}
}

func date(t *testing.T, text string) scalar.Date {
	t.Helper()
	d, err := scalar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
