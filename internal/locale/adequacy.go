package locale

import "sync"

// Adequacy is a decision of the European Commission that a country protects
// personal data adequately, under Article 45 of Regulation (EU) 2016/679 or
// Article 25(6) of Directive 95/46/EC before it. Decisions under Directive (EU)
// 2016/680 on law enforcement and about international organisations are not
// here.
type Adequacy struct {
	Country string `json:"country"` // code, ISO 3166-1
	// From is the date of the decision.
	From string `json:"from"`
	// To is the last day: of expiry where the decision sets one, of the
	// judgment where the Court of Justice declared it invalid, of the old text
	// where a later decision changed its scope. It is empty if none is known.
	To       string `json:"to,omitempty"`
	Scope    string `json:"scope"`    // who may receive data under it
	Decision string `json:"decision"` // number and title in short
	Source   string `json:"source"`   // place in the Official Journal
	Checked  string `json:"checked"`  // "source" or "knowledge"; see the package
}

var adequacy = sync.OnceValue(func() map[string][]Adequacy {
	decisions := make(map[string][]Adequacy)
	for _, a := range load[Adequacy]("adequacy.json").Entries {
		decisions[a.Country] = append(decisions[a.Country], a)
	}
	return decisions
})

// AdequateFor lists the decisions about a country that stood on the date, the
// oldest first. Read the scope of each: few cover every recipient there.
func AdequateFor(country, date string) []Adequacy {
	if !isDate(date) {
		return nil
	}
	var standing []Adequacy
	for _, a := range adequacy()[country] {
		if (period{From: a.From, To: a.To}).holds(date) {
			standing = append(standing, a)
		}
	}
	return standing
}
