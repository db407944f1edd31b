package locale

import "testing"

func TestLookupCountry(t *testing.T) {
	tests := []struct{ code, inText string }{
		{"IE", "Ireland"},
		{"US", "the United States"},
		{"GB", "the United Kingdom"},
		{"NL", "the Netherlands"},
		{"PH", "the Philippines"},
		{"TR", "Türkiye"},
		{"HK", "Hong Kong"},
		{"BA", "Bosnia and Herzegovina"},
		{"KN", "Saint Kitts and Nevis"},
		{"CD", "the Democratic Republic of the Congo"},
	}
	for _, test := range tests {
		country, ok := LookupCountry(test.code)
		if !ok || country.Code != test.code || country.InText() != test.inText {
			t.Errorf("LookupCountry(%q) = %+v, %v, in text %q; want %q", test.code, country, ok, country.InText(), test.inText)
		}
	}
	for _, code := range []string{"", "ie", "UK", "EU", "XK", "IRL", "US-CA", "ZZ"} {
		if country, ok := LookupCountry(code); ok {
			t.Errorf("LookupCountry(%q) = %+v, want none", code, country)
		}
	}
}

func TestPlaceInText(t *testing.T) {
	for code, want := range map[string]string{
		"NL": "the Netherlands", "US-CA": "California", "GB-SCT": "Scotland", "EEA": "the EEA", "EU": "the EU", "XX": "XX", "": "",
	} {
		if got := PlaceInText(code); got != want {
			t.Errorf("PlaceInText(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestCountriesAreThoseOfISO3166(t *testing.T) {
	all := Countries()
	if len(all) != 249 {
		t.Errorf("%d countries, want 249", len(all))
	}
	for i := 1; i < len(all); i++ {
		if all[i-1].Code >= all[i].Code {
			t.Errorf("%s stands before %s", all[i-1].Code, all[i].Code)
		}
	}
	all[0].Name = "changed by a caller"
	if Countries()[0].Name == all[0].Name {
		t.Error("a caller of Countries changed the data")
	}
}

func TestSubdivisions(t *testing.T) {
	counts := map[string]int{"AE": 7, "AU": 8, "CA": 13, "DE": 16, "GB": 4, "US": 57, "IE": 0}
	for country, want := range counts {
		if got := len(Subdivisions(country)); got != want {
			t.Errorf("%s has %d subdivisions, want %d", country, got, want)
		}
	}
	for _, s := range load[Subdivision]("subdivisions.json").Entries {
		if _, ok := LookupCountry(s.Country); !ok || s.Code[:2] != s.Country {
			t.Errorf("%s belongs to country %q", s.Code, s.Country)
		}
	}
	california, ok := LookupSubdivision("US-CA")
	if want := (Subdivision{Code: "US-CA", Name: "California", Country: "US"}); !ok || california != want {
		t.Errorf("LookupSubdivision(US-CA) = %+v, %v, want %+v", california, ok, want)
	}
	for _, code := range []string{"", "CA", "US-XX", "us-ca", "USCA"} {
		if s, ok := LookupSubdivision(code); ok {
			t.Errorf("LookupSubdivision(%q) = %+v, want none", code, s)
		}
	}
}
