package locale

import (
	"strings"
	"testing"
)

func TestRightsUnder(t *testing.T) {
	tests := []struct{ regime, date, right, within string }{
		{"gdpr", "2018-05-24", "access", "none"},
		{"gdpr", "2018-05-25", "access", "1 month"},
		{"gdpr", "2026-01-01", "complaint", ""},
		{"ccpa", "2026-01-01", "erasure", "45 days"},
		{"ccpa", "2026-01-01", "portability", "none"},
		{"lgpd", "2026-01-01", "access", "15 days"},
		{"fadp", "2023-08-31", "access", "none"},
		{"fadp", "2023-09-01", "access", "30 days"},
		{"gdpr", "soon", "access", "none"},
	}
	for _, test := range tests {
		got := "none"
		for _, r := range RightsUnder(test.regime, test.date) {
			if r.Right == test.right {
				got = r.Within
			}
		}
		if got != test.within {
			t.Errorf("%s on %s: %s within %q, want %q", test.regime, test.date, test.right, got, test.within)
		}
	}
}

func TestLimitsOn(t *testing.T) {
	for date, want := range map[string]string{
		"2019-12-31": "",
		"2026-06-18": "opt_in_age policy_review tracker_lifetime",
		"2026-06-19": "complaint_acknowledgement opt_in_age policy_review tracker_lifetime",
		"soon":       "",
	} {
		var names []string
		for _, l := range LimitsOn(date) {
			names = append(names, l.Limit)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("on %s: %s, want %s", date, got, want)
		}
	}
}

func TestConsentAge(t *testing.T) {
	tests := []struct {
		country, date string
		age           int
	}{
		{"DE", "2026-01-01", 16},
		{"FR", "2026-01-01", 15},
		{"DK", "2023-12-31", 13},
		{"DK", "2024-01-01", 15},
		{"SI", "2022-01-01", 16},
		{"LI", "2026-01-01", 16},
		{"GB", "2026-01-01", 13},
		{"US", "2026-01-01", 0},
		{"DE", "soon", 0},
	}
	for _, test := range tests {
		if age, ok := ConsentAge(test.country, test.date); age != test.age || ok != (age > 0) {
			t.Errorf("%s on %s: %d, want %d", test.country, test.date, age, test.age)
		}
	}
}

func TestRecognisedBy(t *testing.T) {
	tests := []struct {
		by, country, date string
		scope             string
	}{
		{"GB", "IE", "2026-01-01", "all recipients"},
		{"GB", "IE", "2020-12-31", ""},
		{"GB", "US", "2023-10-11", ""},
		{"GB", "US", "2023-10-12", "organisations on the Data Privacy Framework List with the UK Extension"},
		{"CH", "US", "2024-09-15", "organisations certified under the Swiss-U.S. Data Privacy Framework"},
		{"CH", "GB", "2026-01-01", "all recipients"},
		{"BR", "DE", "2026-01-26", "all recipients"},
		{"BR", "US", "2026-02-01", ""},
		{"CH", "GB", "soon", ""},
	}
	for _, test := range tests {
		scope := ""
		for _, r := range RecognisedBy(test.by, test.country, test.date) {
			scope = r.Scope
		}
		if scope != test.scope {
			t.Errorf("%s by %s on %s: %q, want %q", test.country, test.by, test.date, scope, test.scope)
		}
	}
}

// TestStatutesNameKnownThings holds what is kept by hand to codes and words that
// exist, and each entry to how it was checked.
func TestStatutesNameKnownThings(t *testing.T) {
	known := func(code string) bool {
		_, ok := LookupCountry(code)
		return ok || code == groupEEA
	}
	for _, r := range load[Recognition]("recognitions.json").Entries {
		if !known(r.By) || !known(r.Country) || r.Scope == "" || r.Decision == "" || !isDate(r.From) {
			t.Errorf("%+v is incomplete", r)
		}
	}
	for _, a := range load[consentAge]("consent_ages.json").Entries {
		if !known(a.Country) || a.Age < 13 || a.Age > ageWithoutLaw || a.Source == "" || !isDate(a.From) {
			t.Errorf("%+v is incomplete", a)
		}
	}
	for _, r := range statutoryRights() {
		if r.Article == "" || !isDate(r.From) {
			t.Errorf("%+v is incomplete", r)
		}
	}
}
