package consistency

import (
	"fmt"
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/suggest"
)

// regionCode holds a region against what is known of the large providers'
// regions: that the code exists, and that it is where the policy says.
func regionCode(b *model.Block, report func(*diag.Diagnostic)) {
	code := b.Text("code")
	if code == "" {
		return
	}
	provider, known := providerOf(b.Ref("vendor"))
	if b.Ref("vendor") != nil && !known {
		return
	}
	matches := candidates(provider, code)
	if len(matches) == 0 {
		unknownRegion(b, provider, code, report)
		return
	}
	regionPlace(b, matches, report)
}

// providerOf finds the provider that a vendor is, by any of its names or those
// of the company it belongs to.
func providerOf(vendor *model.Block) (locale.Provider, bool) {
	for range 8 {
		if vendor == nil {
			return "", false
		}
		for _, name := range []string{vendor.Label(), vendor.Text("legal_name"), vendor.Text("abbreviation"), vendor.Name} {
			if p, ok := locale.ProviderOf(name); ok {
				return p, true
			}
		}
		vendor = vendor.Ref("parent")
	}
	return "", false
}

func candidates(p locale.Provider, code string) []locale.Region {
	if p == "" {
		return locale.FindRegion(code)
	}
	if r, ok := locale.LookupRegion(p, code); ok {
		return []locale.Region{r}
	}
	return nil
}

// unknownRegion reports a code that a provider does not have. Where no provider
// is named, only a code that is nearly one of theirs is reported: others have
// regions too.
func unknownRegion(b *model.Block, p locale.Provider, code string, report func(*diag.Diagnostic)) {
	var codes []string
	for _, provider := range locale.Providers() {
		if p != "" && provider != p {
			continue
		}
		for _, r := range locale.Regions(provider) {
			codes = append(codes, r.Code)
		}
	}
	if others := locale.FindRegion(code); len(others) > 0 {
		report(diag.New(diag.UnknownRegion, b.SpanOf("code"), fmt.Sprintf("%s is a region of %s, not of %s", code, others[0].Provider.Name(), p.Name())).
			Because("One of the two is wrong: the code, or the vendor.").Relating(b.SpanOf("vendor"), "the vendor is here"))
		return
	}
	meant, ok := suggest.Nearest(code, codes)
	if !ok && p == "" {
		return
	}
	whose := "the large providers"
	if p != "" {
		whose = p.Name()
	}
	span := b.SpanOf("code")
	d := diag.New(diag.UnknownRegion, span, fmt.Sprintf("%s has no region with the code %q", whose, code)).
		Because("The list that is built in is of " + locale.AsOf() + ".")
	if p == "" {
		d.Summary = fmt.Sprintf("no large provider has a region with the code %q", code)
	}
	if ok {
		d.Because(fmt.Sprintf("Did you mean %q? If %q is what was published, keep it as code_as_published and write the provider's own code here. %s", meant, code, d.Detail)).
			Replacing(span, fmt.Sprintf("%q", meant), fmt.Sprintf("write %q", meant))
	}
	report(d)
}

// regionPlace reports a country or city in which the region is not.
func regionPlace(b *model.Block, matches []locale.Region, report func(*diag.Diagnostic)) {
	country := b.Text("country")
	code := b.Text("code")
	if country != "" && !anyRegion(matches, func(r locale.Region) bool { return inCountry(country, r.Country) }) {
		is, _ := locale.LookupCountry(matches[0].Country)
		said, _ := locale.LookupCountry(country[:2])
		span := b.SpanOf("country")
		report(diag.New(diag.RegionCountry, span, fmt.Sprintf("the region %s is in %s, not in %s", code, is.InText(), said.InText())).
			Because(fmt.Sprintf("%s calls it %s. One of the two is wrong, and which law applies depends on it.", matches[0].Provider.Name(), matches[0].Name)).
			Replacing(span, fmt.Sprintf("%q", is.Code), fmt.Sprintf("write %q", is.Code)).
			Relating(b.SpanOf("code"), "the code is here"))
		return
	}
	if city := b.Text("city"); city != "" && !anyRegion(matches, func(r locale.Region) bool { return r.At(city) }) {
		where := matches[0].City
		if where == "" {
			where = matches[0].Name
		}
		report(diag.New(diag.RegionCountry, b.SpanOf("city"), fmt.Sprintf("the region %s is not in %s", code, city)).
			Because(fmt.Sprintf("%s places it in %s.", matches[0].Provider.Name(), where)).
			Relating(b.SpanOf("code"), "the code is here"))
	}
}

func anyRegion(rs []locale.Region, is func(locale.Region) bool) bool {
	for _, r := range rs {
		if is(r) {
			return true
		}
	}
	return false
}

// inCountry compares a country, or a part of one, with a country.
func inCountry(stated, country string) bool {
	return stated == country || strings.HasPrefix(stated, country+"-")
}
