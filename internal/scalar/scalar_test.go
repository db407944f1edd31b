package scalar_test

import (
	"errors"
	"testing"

	"github.com/privity/privity/internal/scalar"
)

// outcome is what parsing a text came to: its canonical spelling, or what was
// suggested in its place.
type outcome struct {
	is      string
	suggest string
}

func ok(s string) outcome    { return outcome{is: s} }
func meant(s string) outcome { return outcome{suggest: s} }

var neither = outcome{}

func outcomeOf(t *testing.T, s string, err error) outcome {
	t.Helper()
	if err == nil {
		return ok(s)
	}
	var form *scalar.FormError
	var impossible *scalar.ImpossibleDateError
	switch {
	case errors.As(err, &form):
		if form.Why == "" || form.Why[len(form.Why)-1] == '.' {
			t.Errorf("the reason %q is not a sentence without its full stop", form.Why)
		}
		return meant(form.Suggest)
	case errors.As(err, &impossible):
		return meant(impossible.Error())
	}
	t.Fatalf("an error of type %T", err)
	return neither
}

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		text string
		want outcome
	}{
		{"1 second", ok("1 second")},
		{"30 seconds", ok("30 seconds")},
		{"1 minute", ok("1 minute")},
		{"15 minutes", ok("15 minutes")},
		{"1 hour", ok("1 hour")},
		{"12 hours", ok("12 hours")},
		{"1 day", ok("1 day")},
		{"30 days", ok("30 days")},
		{"1 business day", ok("1 business day")},
		{"10 business days", ok("10 business days")},
		{"1 week", ok("1 week")},
		{"6 weeks", ok("6 weeks")},
		{"1 month", ok("1 month")},
		{"18 months", ok("18 months")},
		{"1 year", ok("1 year")},
		{"9999 years", ok("9999 years")},
		{"instant", ok("instant")},
		{"minutes", ok("minutes")},
		{"prompt", ok("prompt")},
		{"transient", ok("transient")},
		{"limited", ok("limited")},
		{"long_term", ok("long_term")},

		{"30d", meant("30 days")},
		{"30 d", meant("30 days")},
		{"30D", meant("30 days")},
		{"P30D", meant("30 days")},
		{"p1y", meant("1 year")},
		{"PT12H", meant("12 hours")},
		{"PT1M", meant("1 minute")},
		{"P1M", meant("1 month")},
		{"30days", meant("30 days")},
		{"30-day", meant("30 days")},
		{"30_days", meant("30 days")},
		{"30  days", meant("30 days")},
		{" 30 days", meant("30 days")},
		{"30 days ", meant("30 days")},
		{"30 Days", meant("30 days")},
		{"30 day", meant("30 days")},
		{"1 days", meant("1 day")},
		{"1 business days", meant("1 business day")},
		{"10 working days", meant("10 business days")},
		{"10 workdays", meant("10 business days")},
		{"10 business_days", meant("10 business days")},
		{"one month", meant("1 month")},
		{"a month", meant("1 month")},
		{"an hour", meant("1 hour")},
		{"six months", meant("6 months")},
		{"Twelve Months", meant("12 months")},
		{"12h", meant("12 hours")},
		{"12 hrs", meant("12 hours")},
		{"5 min", meant("5 minutes")},
		{"5 mins", meant("5 minutes")},
		{"2 wks", meant("2 weeks")},
		{"2 mos", meant("2 months")},
		{"2 yrs", meant("2 years")},
		{"10 s", meant("10 seconds")},
		{"030 days", meant("30 days")},
		{"long term", meant("long_term")},
		{"Long-term", meant("long_term")},
		{"Instant", meant("instant")},

		{"", neither},
		{" ", neither},
		{"days", neither},
		{"30", neither},
		{"0 days", neither},
		{"-1 days", neither},
		{"1.5 years", neither},
		{"10000 days", neither},
		{"3 fortnights", neither},
		{"99999999999999999999 days", neither},
		{"forever", neither},
		{"p", neither},
		{"PT", neither},
		{"30 days or so", neither},
		{"３０ days", neither},
	} {
		d, err := scalar.ParseDuration(c.text)
		if got := outcomeOf(t, d.String(), err); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFrequency(t *testing.T) {
	for _, c := range []struct {
		text string
		want outcome
	}{
		{"1 per day", ok("1 per day")},
		{"24 per day", ok("24 per day")},
		{"4 per year", ok("4 per year")},
		{"1 per business day", ok("1 per business day")},
		{"several per day", ok("several per day")},
		{"regular", ok("regular")},
		{"every_release", ok("every_release")},

		{"daily", meant("1 per day")},
		{"Daily", meant("1 per day")},
		{"hourly", meant("1 per hour")},
		{"weekly", meant("1 per week")},
		{"monthly", meant("1 per month")},
		{"quarterly", meant("4 per year")},
		{"annually", meant("1 per year")},
		{"yearly", meant("1 per year")},
		{"regularly", meant("regular")},
		{"once a day", meant("1 per day")},
		{"once per day", meant("1 per day")},
		{"twice a day", meant("2 per day")},
		{"twice per year", meant("2 per year")},
		{"several times a day", meant("several per day")},
		{"several times each day", meant("several per day")},
		{"several per days", meant("several per day")},
		{"every day", meant("1 per day")},
		{"every hour", meant("1 per hour")},
		{"each week", meant("1 per week")},
		{"3 times per day", meant("3 per day")},
		{"3 per days", meant("3 per day")},
		{"3 a day", meant("3 per day")},
		{"1 per Day", meant("1 per day")},
		{"every release", meant("every_release")},
		{"1/day", neither},

		{"", neither},
		{" per ", neither},
		{"per day", neither},
		{"0 per day", neither},
		{"-1 per day", neither},
		{"10000 per day", neither},
		{"day", neither},
		{"often", neither},
		{"1 per fortnight", neither},
		{"every 2 days", neither},
	} {
		f, err := scalar.ParseFrequency(c.text)
		if got := outcomeOf(t, f.String(), err); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	const months = "a year has twelve months"
	for _, c := range []struct {
		text string
		want outcome
	}{
		{"2026-01-31", ok("2026-01-31")},
		{"2024-02-29", ok("2024-02-29")},
		{"2000-02-29", ok("2000-02-29")},
		{"0001-01-01", ok("0001-01-01")},
		{"9999-12-31", ok("9999-12-31")},

		{"2024-09-31", meant("September 2024 has 30 days")},
		{"2023-02-29", meant("February 2023 has 28 days")},
		{"1900-02-29", meant("February 1900 has 28 days")},
		{"2024-02-30", meant("February 2024 has 29 days")},
		{"2024-01-00", meant("January 2024 has 31 days")},
		{"2024-13-01", meant(months)},
		{"2024-00-01", meant(months)},

		{"31.01.2026", meant("2026-01-31")},
		{"1.2.2026", meant("2026-02-01")},
		{"31/01/2026", meant("2026-01-31")},
		{"01/31/2026", meant("2026-01-31")},
		{"31-01-2026", meant("2026-01-31")},
		{"05/05/2026", meant("2026-05-05")},
		{"31 January 2026", meant("2026-01-31")},
		{"January 31, 2026", meant("2026-01-31")},
		{"31 Jan 2026", meant("2026-01-31")},
		{"Jan 31, 2026", meant("2026-01-31")},
		{"2026/01/31", meant("2026-01-31")},
		{"2026.01.31", meant("2026-01-31")},
		{"20260131", meant("2026-01-31")},
		{"2026-1-5", meant("2026-01-05")},
		{"2026-01-31T00:00:00Z", meant("2026-01-31")},
		{" 2026-01-31", meant("2026-01-31")},

		{"11/09/2024", neither}, // two dates
		{"11-09-2024", neither},
		{"31.09.2024", neither}, // none
		{"32.01.2024", neither},
		{"31.01/2024", neither},
		{"January 2026", neither},
		{"2026-01", neither},
		{"2026", neither},
		{"31.01.26", neither},
		{"", neither},
		{"today", neither},
		{"-2026-01-31", neither},
		{"２０２６-01-31", neither},
	} {
		d, err := scalar.ParseDate(c.text)
		if got := outcomeOf(t, d.String(), err); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBefore(t *testing.T) {
	days := []string{"0999-12-31", "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01"}
	for i, a := range days {
		for j, b := range days {
			x, _ := scalar.ParseDate(a)
			y, _ := scalar.ParseDate(b)
			if x.Before(y) != (i < j) {
				t.Errorf("%s before %s: %v", a, b, x.Before(y))
			}
		}
	}
}

func TestIsEmail(t *testing.T) {
	for text, want := range map[string]bool{
		"privacy@example.com": true, "a.b+c@mail.example.co.uk": true, "o'brien@example.com": true,
		"": false, "privacy": false, "privacy@": false, "@example.com": false, "privacy@example": false,
		"privacy@example..com": false, "privacy@example.com.": false, "Privacy <privacy@example.com>": false,
		"a@b@example.com": false, "privacy @example.com": false, "privacy@example.com ": false,
		"privacy@-example.com": false, "privacy@exa_mple.com": false, "privacy@.example.com": false,
		"\"a b\"@example.com": false, "privacy@[127.0.0.1]": false, "[email protected]": false,
	} {
		if got := scalar.IsEmail(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestIsURL(t *testing.T) {
	for text, want := range map[string]bool{
		"https://example.com": true, "http://example.com/a?b=c#d": true, "mailto:privacy@example.com": true,
		"https://example.com:8443/x": true, "https://xn--bcher-kva.example/": true, "HTTPS://example.com": true,
		"mailto:privacy@example.com?subject=Access": true,
		"": false, "example.com": false, "//example.com": false, "/privacy": false, "https://": false, "https:///x": false,
		"https://user:secret@example.com": false, "https://user@example.com": false, "javascript:alert(1)": false,
		"data:text/html,x": false, "ftp://example.com": false, "https://example.com/a b": false, "mailto:": false,
		"mailto:nobody": false, "https://exa mple.com": false, "https://example.com/\"onclick": false, "https:example.com": false,
		"https://example.com\n": false, "https://:80": false, "java\nscript:alert(1)": false,
	} {
		if got := scalar.IsURL(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzScalar holds that what is printed is read again as the same, and that what
// is suggested is accepted.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"30 days", "1 business day", "long_term", "several per day", "every_release", "2026-01-31", "P30D", "one month", "31.01.2026", "twice a day"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := scalar.ParseDuration(s)
		hold(t, s, d.String(), err, func(s string) (string, error) { d, err := scalar.ParseDuration(s); return d.String(), err })
		q, err := scalar.ParseFrequency(s)
		hold(t, s, q.String(), err, func(s string) (string, error) { q, err := scalar.ParseFrequency(s); return q.String(), err })
		day, err := scalar.ParseDate(s)
		hold(t, s, day.String(), err, func(s string) (string, error) { d, err := scalar.ParseDate(s); return d.String(), err })
		scalar.IsEmail(s)
		scalar.IsURL(s)
	})
}

func hold(t *testing.T, text, canonical string, err error, parse func(string) (string, error)) {
	t.Helper()
	if err == nil && canonical != text {
		t.Fatalf("%q is accepted and printed as %q", text, canonical)
	}
	var form *scalar.FormError
	if errors.As(err, &form) && form.Suggest != "" {
		if again, err := parse(form.Suggest); err != nil || again != form.Suggest {
			t.Fatalf("%q: %q is suggested and not accepted: %v", text, form.Suggest, err)
		}
	}
}
