package lang

import (
	"strings"

	"github.com/privity/privity/internal/diag"
	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/model"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
	"github.com/privity/privity/internal/suggest"
)

func (d *decoder) country(t schema.Type, v value) model.Value {
	if t.Kind == schema.Territory && (v.text == "EU" || v.text == "EEA") {
		return model.String(v.text)
	}
	if _, ok := locale.LookupCountry(v.text); ok {
		return model.String(v.text)
	}
	if _, ok := locale.LookupSubdivision(v.text); ok {
		return model.String(v.text)
	}
	f := diag.New(diag.UnknownCountry, v.span, "there is no country with the code "+quote(v.text)).
		Because("Countries are named by the two letters of ISO 3166-1, such as \"IE\"; parts of a country that have a law of their own by ISO 3166-2, such as \"US-CA\".")
	if code, ok := countryMeant(v.text); ok {
		f.Replacing(v.span, quote(code), "write "+quote(code))
	}
	d.report(f)
	return nil
}

// usualCodes are codes and names for countries that are not those of ISO 3166-1
// but are much used.
var usualCodes = map[string]string{"uk": "GB", "england": "GB", "great britain": "GB", "usa": "US", "america": "US", "el": "GR", "holland": "NL", "deutschland": "DE", "czech republic": "CZ"}

func countryMeant(text string) (string, bool) {
	if code, ok := usualCodes[strings.ToLower(text)]; ok {
		return code, true
	}
	if upper := strings.ToUpper(text); upper != text {
		if _, ok := locale.LookupCountry(upper); ok {
			return upper, true
		}
	}
	names := make([]string, 0, 250)
	codes := map[string]string{}
	for _, c := range locale.Countries() {
		names = append(names, c.Name)
		codes[c.Name] = c.Code
	}
	for _, n := range names {
		if strings.EqualFold(n, text) {
			return codes[n], true
		}
	}
	if len(text) > 3 {
		if name, ok := suggest.Nearest(text, names); ok {
			return codes[name], true
		}
	}
	return "", false
}

func (d *decoder) language(v value) model.Value {
	if _, ok := locale.LanguageName(v.text); ok {
		return model.String(v.text)
	}
	f := diag.New(diag.UnknownLanguage, v.span, quote(v.text)+" is not the tag of a language").
		Because("Languages are named as in BCP 47: \"en\", \"de\", \"pt-BR\".")
	if plain := strings.ReplaceAll(v.text, "_", "-"); plain != v.text {
		if _, ok := locale.LanguageName(plain); ok {
			f.Replacing(v.span, quote(plain), "write "+quote(plain))
		}
	}
	d.report(f)
	return nil
}

func (d *decoder) email(v value) model.Value {
	if scalar.IsEmail(v.text) {
		return model.String(v.text)
	}
	d.report(badEmail(v))
	return nil
}

func badEmail(v value) *diag.Diagnostic {
	return diag.New(diag.BadEmail, v.span, quote(v.text)+" is not an e-mail address").
		Because("It needs a name, an @ and a domain. If the address is hidden or lost in what was published, write redacted = true instead.")
}

func (d *decoder) url(v value) model.Value {
	if scalar.IsURL(v.text) {
		return model.String(v.text)
	}
	f := diag.New(diag.BadURL, v.span, quote(v.text)+" is not a web address").
		Because("Links lead to https, http or mailto addresses, in full and without a password.")
	if !strings.Contains(v.text, ":") && strings.Contains(v.text, ".") && scalar.IsURL("https://"+v.text) {
		f.Replacing(v.span, quote("https://"+v.text), "write "+quote("https://"+v.text))
	}
	d.report(f)
	return nil
}
