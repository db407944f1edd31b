package locale

import "testing"

func TestMembership(t *testing.T) {
	tests := []struct {
		country, date string
		eu, eea       bool
	}{
		{"IE", "1972-12-31", false, false},
		{"IE", "1973-01-01", true, false},
		{"IE", "1993-12-31", true, false},
		{"IE", "1994-01-01", true, true},
		{"AT", "1994-06-01", false, true},
		{"AT", "1995-01-01", true, true},
		{"GB", "2019-12-31", true, true},
		{"GB", "2020-01-31", true, true},
		{"GB", "2020-02-01", false, true},
		{"GB", "2020-12-31", false, true},
		{"GB", "2021-01-01", false, false},
		{"RO", "2007-07-31", true, false},
		{"RO", "2007-08-01", true, true},
		{"HR", "2013-06-30", false, false},
		{"HR", "2013-07-01", true, false},
		{"HR", "2014-04-12", true, true},
		{"NO", "2026-01-01", false, true},
		{"LI", "1995-04-30", false, false},
		{"LI", "1995-05-01", false, true},
		{"CH", "2026-01-01", false, false},
		{"RE", "2026-01-01", true, true},
		{"BL", "2012-01-01", false, false},
		{"GL", "1985-01-31", true, false},
		{"GL", "1985-02-01", false, false},
		{"FO", "2026-01-01", false, false},
		{"ZZ", "2026-01-01", false, false},
		{"", "", false, false},
		{"IE", "", false, false},
		{"IE", "2026-02-30", false, false},
		{"IE", "2026", false, false},
		{"IE", "tomorrow", false, false},
	}
	for _, test := range tests {
		if got := InEU(test.country, test.date); got != test.eu {
			t.Errorf("InEU(%q, %q) = %v, want %v", test.country, test.date, got, test.eu)
		}
		if got := InEEA(test.country, test.date); got != test.eea {
			t.Errorf("InEEA(%q, %q) = %v, want %v", test.country, test.date, got, test.eea)
		}
	}
}

// The number of members on the day after each enlargement, and after the exit.
func TestNumberOfMembers(t *testing.T) {
	tests := []struct {
		date    string
		eu, eea int
	}{
		{"1958-01-01", 6, 0},
		{"1973-01-01", 9, 0},
		{"1981-01-01", 10, 0},
		{"1986-01-01", 12, 0},
		{"1994-01-01", 12, 17},
		{"1995-05-01", 15, 18},
		{"2004-05-01", 25, 28},
		{"2007-08-01", 27, 30},
		{"2014-04-12", 28, 31},
		{"2020-02-01", 27, 31},
		{"2026-09-01", 27, 30},
	}
	for _, test := range tests {
		members := map[string]int{}
		for _, m := range load[membership]("memberships.json").Entries {
			if m.PartOf == "" && m.holds(test.date) {
				members[m.Group]++
			}
		}
		if members[groupEU] != test.eu || members[groupEEA] != test.eea {
			t.Errorf("on %s %d members of the EU and %d of the EEA, want %d and %d",
				test.date, members[groupEU], members[groupEEA], test.eu, test.eea)
		}
	}
}

func TestTerritoriesBelongThroughAMember(t *testing.T) {
	for _, m := range load[membership]("memberships.json").Entries {
		if m.Group != groupEU && m.Group != groupEEA {
			t.Errorf("%s belongs to %q", m.Country, m.Group)
		}
		if m.PartOf == "" {
			continue
		}
		if !belongs(m.Group, m.PartOf, m.From) || m.To != "" && !belongs(m.Group, m.PartOf, m.To) {
			t.Errorf("%s belongs to the %s through %s, which does not throughout", m.Country, m.Group, m.PartOf)
		}
	}
}
