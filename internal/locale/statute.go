package locale

import "sync"

// A StatutoryRight is a right that a law gives people over their data, and the time
// in which it is answered.
type StatutoryRight struct {
	Regime string `json:"regime"` // a word of the schema's enum regime
	Right  string `json:"right"`  // a word of the schema's enum right_kind
	period
	// Within is the time, as a policy would state it, that the law allows without
	// an extension. It is empty where the law names none.
	Within string `json:"within,omitempty"`
	// Where is what the right depends on: "consent", "decision" (one by a machine
	// alone), "sale" or "sensitive" (data). It is empty for rights that always hold.
	Where   string `json:"where,omitempty"`
	Article string `json:"article"`
	Checked string `json:"checked"` // "source" or "knowledge"; see the package
}

// A Limit is a figure that a law or an authority sets.
type Limit struct {
	Limit string `json:"limit"` // its name, such as "tracker_lifetime"
	period
	Value   string `json:"value"`
	Article string `json:"article"`
	Checked string `json:"checked"`
}

// consentAge says from which age people consent to services of the information
// society by themselves (Article 8(1) of Regulation (EU) 2016/679).
type consentAge struct {
	Country string `json:"country"`
	period
	Age     int    `json:"age"`
	Source  string `json:"source"`
	Checked string `json:"checked"`
}

var (
	statutoryRights = sync.OnceValue(func() []StatutoryRight { return load[StatutoryRight]("rights.json").Entries })
	limits          = sync.OnceValue(func() []Limit { return load[Limit]("limits.json").Entries })
	consentAges     = sync.OnceValue(func() map[string][]consentAge {
		ages := make(map[string][]consentAge)
		for _, a := range load[consentAge]("consent_ages.json").Entries {
			ages[a.Country] = append(ages[a.Country], a)
		}
		return ages
	})
)

// RightsUnder lists the rights that a law gives on the date, by their names.
func RightsUnder(regime, date string) []StatutoryRight {
	if !isDate(date) {
		return nil
	}
	var rights []StatutoryRight
	for _, r := range statutoryRights() {
		if r.Regime == regime && r.holds(date) {
			rights = append(rights, r)
		}
	}
	return rights
}

// LimitsOn lists the limits that hold on the date.
func LimitsOn(date string) []Limit {
	if !isDate(date) {
		return nil
	}
	var holding []Limit
	for _, l := range limits() {
		if l.holds(date) {
			holding = append(holding, l)
		}
	}
	return holding
}

// ageWithoutLaw is the age where no law of a member says otherwise.
const ageWithoutLaw = 16

// ConsentAge returns the age in years from which people in the country consent by
// themselves to services of the information society on the date, in the European
// Economic Area and the United Kingdom; ok is false elsewhere.
func ConsentAge(country, date string) (age int, ok bool) {
	for _, a := range consentAges()[country] {
		if isDate(date) && a.holds(date) {
			return a.Age, true
		}
	}
	if InEEA(country, date) {
		return ageWithoutLaw, true
	}
	return 0, false
}
