package locale

import "sync"

const (
	groupEU  = "EU"
	groupEEA = "EEA"
)

// membership says that a country belonged to a group for a period. A territory
// with a code of its own that belongs to the group through a member (Article
// 355 TFEU, Article 126 of the EEA Agreement) names that member.
type membership struct {
	Country string `json:"country"`
	Group   string `json:"group"`
	period
	PartOf  string `json:"part_of,omitempty"`
	Note    string `json:"note,omitempty"`
	Checked string `json:"checked"`
}

type membershipKey struct{ group, country string }

var memberships = sync.OnceValue(func() map[membershipKey][]period {
	periods := make(map[membershipKey][]period)
	for _, m := range load[membership]("memberships.json").Entries {
		key := membershipKey{m.Group, m.Country}
		periods[key] = append(periods[key], m.period)
	}
	return periods
})

// InEU reports whether the country was a member of the European Union on the
// date or, before 1993-11-01, of the European Communities. Territories of a
// member that have an ISO code of their own and belong to the Union, such as
// Réunion, count as members. The United Kingdom left at the end of 2020-01-31.
func InEU(country, date string) bool {
	return belongs(groupEU, country, date)
}

// InEEA reports whether the country applied the Agreement on the European
// Economic Area on the date, provisional application included: the members of
// the Union with Iceland, Liechtenstein and Norway. The law of the Union kept
// applying to the United Kingdom until the end of 2020-12-31 (Article 127 of
// the Withdrawal Agreement), and so did this agreement.
func InEEA(country, date string) bool {
	return belongs(groupEEA, country, date)
}

func belongs(group, country, date string) bool {
	if !isDate(date) {
		return false
	}
	for _, p := range memberships()[membershipKey{group, country}] {
		if p.holds(date) {
			return true
		}
	}
	return false
}
