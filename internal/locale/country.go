package locale

import "sync"

// Country is a country or territory of ISO 3166-1.
type Country struct {
	Code    string `json:"code"`              // alpha-2, upper case
	Name    string `json:"name"`              // English short name
	Article bool   `json:"article,omitempty"` // running text says "the United States"
}

// InText is the name as it stands in running text: "Ireland", "the Netherlands".
func (c Country) InText() string {
	if c.Article {
		return "the " + c.Name
	}
	return c.Name
}

// Subdivision is a part of a country whose law differs from that of the other
// parts: the states of the United States, of Australia and of Germany, with the
// federal districts and territories; the provinces and territories of Canada;
// the countries of the United Kingdom; the emirates of the United Arab
// Emirates.
type Subdivision struct {
	Code    string `json:"code"`    // ISO 3166-2, such as "US-CA"
	Name    string `json:"name"`    // English name
	Country string `json:"country"` // code of the country, ISO 3166-1
}

var countries = sync.OnceValue(func() index[Country] {
	return indexBy(load[Country]("countries.json").Entries, func(c Country) string { return c.Code })
})

var subdivisions = sync.OnceValue(func() index[Subdivision] {
	return indexBy(load[Subdivision]("subdivisions.json").Entries, func(s Subdivision) string { return s.Code })
})

// LookupCountry finds a country by its alpha-2 code in upper case.
func LookupCountry(code string) (Country, bool) {
	return countries().find(code)
}

// Countries lists the countries of ISO 3166-1 by code.
func Countries() []Country {
	return countries().all()
}

// LookupSubdivision finds a subdivision by its code in upper case.
func LookupSubdivision(code string) (Subdivision, bool) {
	return subdivisions().find(code)
}

// Subdivisions lists the subdivisions that a country has here, by code.
func Subdivisions(country string) []Subdivision {
	var of []Subdivision
	for _, s := range subdivisions().entries {
		if s.Country == country {
			of = append(of, s)
		}
	}
	return of
}

// PlaceInText is the name of a country, of a part of one, or of a union of countries,
// as it stands in running text. A code that is none of these names itself.
func PlaceInText(code string) string {
	if c, ok := LookupCountry(code); ok {
		return c.InText()
	}
	if s, ok := LookupSubdivision(code); ok {
		return s.Name
	}
	if code == "EU" || code == "EEA" {
		return "the " + code
	}
	return code
}
