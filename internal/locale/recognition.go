package locale

import "sync"

// A Recognition is a decision of a country other than the members of the European
// Union that another protects personal data adequately.
type Recognition struct {
	By      string `json:"by"`      // the code of the country that decided
	Country string `json:"country"` // code, ISO 3166-1, or EEA for its members
	period
	Scope    string `json:"scope"` // who may receive data under it
	Decision string `json:"decision"`
	Checked  string `json:"checked"` // "source" or "knowledge"; see the package
}

var recognitions = sync.OnceValue(func() map[membershipKey][]Recognition {
	decisions := make(map[membershipKey][]Recognition)
	for _, r := range load[Recognition]("recognitions.json").Entries {
		key := membershipKey{r.By, r.Country}
		decisions[key] = append(decisions[key], r)
	}
	return decisions
})

// RecognisedBy lists the decisions of one country about another that stood on the
// date. The members of the European Economic Area share theirs.
func RecognisedBy(by, country, date string) []Recognition {
	if !isDate(date) {
		return nil
	}
	of := recognitions()[membershipKey{by, country}]
	if InEEA(country, date) {
		of = append(of[:len(of):len(of)], recognitions()[membershipKey{by, groupEEA}]...)
	}
	var standing []Recognition
	for _, r := range of {
		if r.holds(date) {
			standing = append(standing, r)
		}
	}
	return standing
}
