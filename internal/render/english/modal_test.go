package english

import (
	"strings"
	"testing"
)

func TestRules(t *testing.T) {
	profiles := []string{"build customer profiles"}
	three := []string{"collect", "process", "store"}
	tests := []struct {
		effect, strength, qualifier string
		person                      Person
		actions                     []string
		want                        string
	}{
		{"require", "", "", We, profiles, "build customer profiles"},
		{"require", "", "", It, profiles, "builds customer profiles"},
		{"require", "", "normally", They, profiles, "normally build customer profiles"},
		{"require", "must", "", It, profiles, "must build customer profiles"},
		{"require", "should", "generally", It, profiles, "should generally build customer profiles"},
		{"require", "may", "", We, profiles, "may build customer profiles"},
		{"require", "", "", It, three, "collects, processes and stores"},

		{"forbid", "", "", We, profiles, "do not build customer profiles"},
		{"forbid", "", "proactively", We, profiles, "do not proactively build customer profiles"},
		{"forbid", "", "", It, profiles, "does not build customer profiles"},
		{"forbid", "must", "", They, profiles, "must never build customer profiles"},
		{"forbid", "must", "proactively", They, profiles, "must never proactively build customer profiles"},
		{"forbid", "should", "", They, profiles, "should not build customer profiles"},
		{"forbid", "may", "", They, profiles, "may refrain from building customer profiles"},
		{"forbid", "", "", We, three, "do not collect, process or store"},

		{"avoid", "", "", We, profiles, "avoid building customer profiles"},
		{"avoid", "", "", It, profiles, "avoids building customer profiles"},
		{"avoid", "must", "", It, profiles, "must avoid building customer profiles"},
		{"avoid", "should", "generally", It, profiles, "should generally avoid building customer profiles"},
		{"avoid", "may", "", It, profiles, "may avoid building customer profiles"},
		{"avoid", "must", "", It, three, "must avoid collecting, processing or storing"},

		{"permit", "", "", They, profiles, "may build customer profiles"},
		{"permit", "", "", It, profiles, "may build customer profiles"},
		{"permit", "may", "", It, profiles, "may build customer profiles"},
		{"permit", "must", "", It, profiles, "must be allowed to build customer profiles"},
		{"permit", "should", "normally", It, profiles, "should normally be allowed to build customer profiles"},

		{"prefer", "", "", We, profiles, "prefer to build customer profiles"},
		{"prefer", "", "", It, profiles, "prefers to build customer profiles"},
		{"prefer", "should", "", We, profiles, "should prefer to build customer profiles"},
		{"prefer", "must", "generally", We, profiles, "must generally prefer to build customer profiles"},

		{"limit", "", "", We, three, "collect, process and store"},
		{"limit", "must", "", We, three, "must collect, process and store"},

		{"require", "", "", We, nil, "is required"},
		{"require", "must", "", We, nil, "must be done"},
		{"forbid", "", "", We, nil, "is forbidden"},
		{"forbid", "must", "", We, nil, "must never happen"},
		{"forbid", "should", "", We, nil, "should not happen"},
		{"avoid", "", "", We, nil, "is avoided"},
		{"avoid", "should", "generally", We, nil, "should generally be avoided"},
		{"avoid", "must", "", We, nil, "must be avoided"},
		{"permit", "", "", We, nil, "is allowed"},
		{"permit", "may", "", We, nil, "may be allowed"},
		{"prefer", "", "", We, nil, "is preferred"},
		{"prefer", "should", "", We, nil, "should be preferred"},
		{"limit", "must", "", We, nil, "must be limited"},
	}
	for _, tt := range tests {
		r := Rule{Effect: tt.effect, Strength: tt.strength, Qualifier: tt.qualifier}
		got := r.Predicate(tt.person, tt.actions...)
		if got != tt.want {
			t.Errorf("%+v of %d, %q: %q, want %q", r, tt.person, tt.actions, got, tt.want)
		}
		r.Capitals = true
		capital := r.Predicate(tt.person, tt.actions...)
		want := strings.ReplaceAll(tt.want, tt.strength+" ", strings.ToUpper(tt.strength)+" ")
		if tt.strength != "" && capital != want {
			t.Errorf("%+v: %q, want %q", r, capital, want)
		}
	}
}

// TestRulesDiffer holds that no two rules of different force read alike.
func TestRulesDiffer(t *testing.T) {
	seen := map[string]Rule{}
	for _, effect := range []string{"require", "forbid", "avoid", "prefer"} {
		for _, strength := range []string{"", "must", "should", "may"} {
			for _, qualifier := range []string{"", "normally", "generally", "mostly", "proactively"} {
				r := Rule{Effect: effect, Strength: strength, Qualifier: qualifier}
				got := r.Predicate(They, "store data")
				if other, taken := seen[got]; taken {
					t.Errorf("%+v and %+v both read %q", r, other, got)
				}
				seen[got] = r
			}
		}
	}
}

func TestAccess(t *testing.T) {
	read := []string{"read"}
	tests := []struct {
		access Access
		person Person
		want   string
	}{
		{Access{Effect: "allow"}, They, "have access to"},
		{Access{Effect: "allow"}, It, "has access to"},
		{Access{Effect: "allow", Mode: "direct"}, They, "have direct access to"},
		{Access{Effect: "allow", Strength: "may"}, They, "may have access to"},
		{Access{Effect: "deny"}, They, "have no access to"},
		{Access{Effect: "deny", Mode: "direct"}, They, "have no direct access to"},
		{Access{Effect: "deny", Strength: "must"}, They, "must have no access to"},
		{Access{Effect: "deny", Denied: true}, It, "has access to"},
		{Access{Effect: "refrain"}, They, "refrain from access to"},
		{Access{Effect: "refrain", Mode: "direct"}, It, "refrains from direct access to"},
		{Access{Effect: "refrain", Strength: "must"}, It, "must refrain from access to"},
		{Access{Effect: "refrain", Actions: []string{"view", "change"}}, They, "refrain from viewing or changing"},
		{Access{Effect: "limit"}, They, "have limited access to"},
		{Access{Effect: "limit", Strength: "must"}, It, "must have only limited access to"},
		{Access{Effect: "allow", Actions: read}, They, "can read"},
		{Access{Effect: "allow", Actions: []string{"view", "change"}}, They, "can view and change"},
		{Access{Effect: "allow", Actions: read, Mode: "indirect"}, They, "can indirectly read"},
		{Access{Effect: "allow", Actions: read, Strength: "must"}, They, "must be able to read"},
		{Access{Effect: "allow", Actions: read, Strength: "may"}, They, "may read"},
		{Access{Effect: "deny", Actions: read}, It, "cannot read"},
		{Access{Effect: "deny", Actions: []string{"view", "change"}}, They, "cannot view or change"},
		{Access{Effect: "deny", Actions: read, Strength: "must"}, It, "must not read"},
		{Access{Effect: "deny", Actions: read, Denied: true}, It, "can read"},
		{Access{Effect: "limit", Actions: read}, They, "can only read"},
	}
	for _, tt := range tests {
		if got := tt.access.Predicate(tt.person); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.access, got, tt.want)
		}
	}
}
