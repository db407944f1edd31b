package locale

import (
	"strings"
	"testing"
)

func TestAdequateFor(t *testing.T) {
	tests := []struct{ country, date, decisions string }{
		{"US", "2000-07-25", ""},
		{"US", "2000-07-26", "2000/520/EC"},
		{"US", "2015-10-06", "2000/520/EC"},
		{"US", "2015-10-07", ""},
		{"US", "2016-07-12", "(EU) 2016/1250"},
		{"US", "2020-07-16", "(EU) 2016/1250"},
		{"US", "2020-07-17", ""},
		{"US", "2023-07-10", "(EU) 2023/1795"},
		{"US", "2026-09-01", "(EU) 2023/1795"},
		{"GB", "2021-06-27", ""},
		{"GB", "2025-12-18", "(EU) 2025/1226"},
		{"GB", "2025-12-19", "(EU) 2025/2574"},
		{"GB", "2031-12-27", "(EU) 2025/2574"},
		{"GB", "2031-12-28", ""},
		{"CH", "2026-09-01", "2000/518/EC"},
		{"CA", "2026-09-01", "2002/2/EC"},
		{"JP", "2026-09-01", "(EU) 2019/419"},
		{"KR", "2026-09-01", "(EU) 2022/254"},
		{"BR", "2026-01-25", ""},
		{"BR", "2026-01-26", "(EU) 2026/179"},
		{"IE", "2026-09-01", ""},
		{"IN", "2026-09-01", ""},
		{"CH", "2026-13-01", ""},
		{"ZZ", "2026-09-01", ""},
	}
	for _, test := range tests {
		var decisions []string
		for _, a := range AdequateFor(test.country, test.date) {
			decisions = append(decisions, a.Decision)
		}
		got := strings.Join(decisions, "; ")
		if (got == "") != (test.decisions == "") || !strings.Contains(got, test.decisions) {
			t.Errorf("AdequateFor(%q, %q) = %q, want %q", test.country, test.date, got, test.decisions)
		}
	}
}

func TestAdequateCountries(t *testing.T) {
	want := "AD AR BR CA CH FO GB GG IL IM JE JP KR NZ US UY"
	var got []string
	for _, c := range Countries() {
		if len(AdequateFor(c.Code, "2026-09-01")) > 0 {
			got = append(got, c.Code)
		}
	}
	if strings.Join(got, " ") != want {
		t.Errorf("adequate on 2026-09-01: %s, want %s", strings.Join(got, " "), want)
	}
}

func TestAdequacyIsCited(t *testing.T) {
	for _, a := range load[Adequacy]("adequacy.json").Entries {
		if a.Scope == "" || !strings.Contains(a.Decision, "Decision ") || !strings.HasPrefix(a.Source, "OJ L") {
			t.Errorf("%+v lacks its scope, decision or place in the Official Journal", a)
		}
		if InEEA(a.Country, a.From) {
			t.Errorf("%s is in the EEA when %s is taken", a.Country, a.Decision)
		}
	}
}
