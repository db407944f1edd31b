package locale

import "testing"

func TestLookupRegion(t *testing.T) {
	tests := []struct {
		provider                  Provider
		code, city, country, name string
	}{
		{AWS, "eu-west-1", "Dublin", "IE", "Europe (Ireland)"},
		{AWS, "eu-central-1", "Frankfurt", "DE", "Europe (Frankfurt)"},
		{AWS, "us-gov-west-1", "", "US", "AWS GovCloud (US-West)"},
		{AWS, "cn-north-1", "Beijing", "CN", "China (Beijing)"},
		{GCP, "europe-west1", "St. Ghislain", "BE", "Belgium"},
		{GCP, "europe-west2", "London", "GB", "London"},
		{GCP, "asia-east2", "Hong Kong", "HK", "Hong Kong"},
		{Azure, "westeurope", "", "NL", "West Europe"},
		{Azure, "northeurope", "", "IE", "North Europe"},
		{Azure, "uaenorth", "Dubai", "AE", "UAE North"},
		{Azure, "usgovvirginia", "Virginia", "US", "US Gov Virginia"},
	}
	for _, test := range tests {
		r, ok := LookupRegion(test.provider, test.code)
		if !ok || r.Provider != test.provider || r.Code != test.code || r.City != test.city ||
			r.Country != test.country || r.Name != test.name {
			t.Errorf("LookupRegion(%q, %q) = %+v, %v", test.provider, test.code, r, ok)
		}
	}
	if r, ok := LookupRegion(GCP, "eu-west-1"); ok {
		t.Errorf("Google Cloud has the region %+v", r)
	}
	if r, ok := LookupRegion("other", "eu-west-1"); ok {
		t.Errorf("an unknown provider has the region %+v", r)
	}
}

func TestRegionsLieInKnownCountries(t *testing.T) {
	counts := map[Provider]int{AWS: 41, Azure: 70, GCP: 43}
	for _, p := range Providers() {
		regions := Regions(p)
		if len(regions) != counts[p] {
			t.Errorf("%s has %d regions, want %d", p.Name(), len(regions), counts[p])
		}
		for i, r := range regions {
			if _, ok := LookupCountry(r.Country); !ok {
				t.Errorf("%s %s lies in %q", p, r.Code, r.Country)
			}
			if i > 0 && regions[i-1].Code >= r.Code {
				t.Errorf("%s stands before %s", regions[i-1].Code, r.Code)
			}
			if r.City != "" && !r.At(r.City) || !r.At(r.Country) {
				t.Errorf("%s %s is not at its own city and country", p, r.Code)
			}
			if r.Checked != "" && r.Checked != "knowledge" {
				t.Errorf("%s %s: checked is %q", p, r.Code, r.Checked)
			}
		}
	}
}

func TestFindRegion(t *testing.T) {
	if found := FindRegion("europe-west1"); len(found) != 1 || found[0].Provider != GCP {
		t.Errorf("FindRegion(europe-west1) = %+v, want that of Google Cloud", found)
	}
	for _, code := range []string{"", "EU-WEST-1", "eu-west-1a", "eu-west-9"} {
		if found := FindRegion(code); found != nil {
			t.Errorf("FindRegion(%q) = %+v, want none", code, found)
		}
	}
}

func TestRegionAt(t *testing.T) {
	tests := []struct {
		provider    Provider
		code, place string
		at          bool
	}{
		{AWS, "eu-west-1", "Dublin", true},
		{AWS, "eu-west-1", "ireland", true},
		{AWS, "eu-west-1", "Europe (Ireland)", true},
		{AWS, "eu-west-1", "Frankfurt", false},
		{AWS, "us-east-1", "N. Virginia", true},
		{AWS, "us-east-1", "Oregon", false},
		{AWS, "sa-east-1", "Sao Paulo", true},
		{AWS, "me-central-1", "Dubai", true},
		{Azure, "northeurope", "Dublin", true},
		{Azure, "northeurope", "Amsterdam", false},
		{GCP, "europe-west6", "Zurich", true},
	}
	for _, test := range tests {
		r, ok := LookupRegion(test.provider, test.code)
		if got := r.At(test.place); !ok || got != test.at {
			t.Errorf("%s %s at %q: %v, want %v", test.provider, test.code, test.place, got, test.at)
		}
	}
}

func TestProviderOf(t *testing.T) {
	tests := map[string]Provider{
		"aws":                                  AWS,
		"AWS":                                  AWS,
		"Amazon":                               AWS,
		"Amazon Web Services":                  AWS,
		"amazon_web_services":                  AWS,
		"Amazon Web Services, Inc.":            AWS,
		"Amazon Web Services EMEA SARL":        AWS,
		"azure":                                Azure,
		"Microsoft":                            Azure,
		"Microsoft Azure":                      Azure,
		"Microsoft Ireland Operations Limited": Azure,
		"gcp":                                  GCP,
		"google":                               GCP,
		"google_cloud":                         GCP,
		"Google Cloud Platform (GCP)":          GCP,
		"Google LLC":                           GCP,
		"":                                     "",
		"Google Analytics":                     "",
		"awsome":                               "",
		"Hetzner":                              "",
	}
	for vendor, want := range tests {
		if got, ok := ProviderOf(vendor); got != want || ok != (want != "") {
			t.Errorf("ProviderOf(%q) = %q, %v, want %q", vendor, got, ok, want)
		}
	}
}
