package locale

import (
	"strings"
	"sync"
	"unicode"
)

// Provider is a cloud provider whose regions are known.
type Provider string

// The providers, in the order in which they are listed.
const (
	AWS   Provider = "aws"
	Azure Provider = "azure"
	GCP   Provider = "gcp"
)

// Providers lists the providers whose regions are known.
func Providers() []Provider {
	return []Provider{AWS, Azure, GCP}
}

// Name is the provider's name for display.
func (p Provider) Name() string {
	switch p {
	case AWS:
		return "Amazon Web Services"
	case Azure:
		return "Microsoft Azure"
	case GCP:
		return "Google Cloud"
	}
	return string(p)
}

// Region is a region of a cloud provider.
type Region struct {
	Provider Provider `json:"-"`
	Code     string   `json:"code"` // such as "eu-west-1"
	// City is the city or, where the provider says no more, the state or
	// area; empty where it names the country alone.
	City    string `json:"city,omitempty"`
	Country string `json:"country"` // code, ISO 3166-1
	Name    string `json:"name"`    // the provider's name, such as "Europe (Ireland)"
	// Also lists other names under which the place is known.
	Also []string `json:"also,omitempty"`
	// Checked is "knowledge" for a region that the source of its file does
	// not list, and otherwise empty.
	Checked string `json:"checked,omitempty"`
}

// At reports whether the place, as people write it, may be this region's: its
// city, another name of it, the provider's name of the region, or its country.
// Case, accents and punctuation do not count. Where neither a city nor another
// name is known, every place may be it.
func (r Region) At(place string) bool {
	if r.City == "" && len(r.Also) == 0 {
		return true
	}
	country, _ := LookupCountry(r.Country)
	wanted := squash(place)
	for _, name := range append([]string{r.City, r.Name, r.Country, country.Name}, r.Also...) {
		if squash(name) == wanted {
			return true
		}
	}
	return false
}

var regions = sync.OnceValue(func() map[Provider]index[Region] {
	of := make(map[Provider]index[Region])
	for _, p := range Providers() {
		entries := load[Region]("regions_" + string(p) + ".json").Entries
		for i := range entries {
			entries[i].Provider = p
		}
		of[p] = indexBy(entries, func(r Region) string { return r.Code })
	}
	return of
})

// LookupRegion finds a provider's region by its exact code.
func LookupRegion(p Provider, code string) (Region, bool) {
	return regions()[p].find(code)
}

// Regions lists a provider's regions by code.
func Regions(p Provider) []Region {
	return regions()[p].all()
}

// FindRegion lists the regions that have this code, of whichever provider.
func FindRegion(code string) []Region {
	var found []Region
	for _, p := range Providers() {
		if r, ok := LookupRegion(p, code); ok {
			found = append(found, r)
		}
	}
	return found
}

// vendors maps the names under which policies list a provider, squashed, to it.
var vendors = map[string]Provider{
	"amazon":                            AWS,
	"amazonaws":                         AWS,
	"amazonwebservices":                 AWS,
	"amazonwebservicesaws":              AWS,
	"amazonwebservicesemea":             AWS,
	"amazonwebservicesemeasarl":         AWS,
	"amazonwebservicesinc":              AWS,
	"aws":                               AWS,
	"awscloud":                          AWS,
	"azure":                             Azure,
	"azurecloud":                        Azure,
	"microsoft":                         Azure,
	"microsoftazure":                    Azure,
	"microsoftcorporation":              Azure,
	"microsoftirelandoperations":        Azure,
	"microsoftirelandoperationsltd":     Azure,
	"microsoftirelandoperationslimited": Azure,
	"msazure":                           Azure,
	"gcp":                               GCP,
	"google":                            GCP,
	"googlecloud":                       GCP,
	"googlecloudemea":                   GCP,
	"googlecloudemealimited":            GCP,
	"googlecloudemealtd":                GCP,
	"googlecloudgcp":                    GCP,
	"googlecloudplatform":               GCP,
	"googlecloudplatformgcp":            GCP,
	"googleireland":                     GCP,
	"googleirelandlimited":              GCP,
	"googlellc":                         GCP,
}

// ProviderOf recognises a provider by the name or label of a vendor, such as
// "aws", "google_cloud" or "Microsoft Ireland Operations Limited". Case, spaces
// and punctuation do not count. Products do not name their provider: "Google
// Analytics" is not recognised.
func ProviderOf(vendorName string) (Provider, bool) {
	p, ok := vendors[squash(vendorName)]
	return p, ok
}

// squash keeps the letters and digits of a name, in lower case and with the
// accents of the places listed here taken off.
func squash(name string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if plain, ok := unaccented[r]; ok {
			return plain
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

var unaccented = map[rune]rune{'á': 'a', 'ä': 'a', 'ã': 'a', 'é': 'e', 'ó': 'o', 'ö': 'o', 'ü': 'u'}
