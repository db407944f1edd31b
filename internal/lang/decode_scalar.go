package lang

import (
	"errors"
	"fmt"
	"strconv"
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
	f := diag.New(diag.UnknownCountry, v.span, "there is no country with the code "+quote(v.text))
	if v.text == "EU" || v.text == "EEA" {
		d.report(f.Because("It is a union of countries. Name the country; that a region belongs to the " + v.text + " follows from it, or can be said in jurisdiction."))
		return nil
	}
	f.Because("Countries are named by the two letters of ISO 3166-1, such as \"IE\"; parts of a country that have a law of their own by ISO 3166-2, such as \"US-CA\".")
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

func (d *decoder) boolean(v value) model.Value {
	if v.kind == boolValue {
		return model.Bool(v.num == 1)
	}
	f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes true or false").Because(d.spec.Doc)
	if s := strings.ToLower(v.text); v.kind == textValue && (s == "true" || s == "false") {
		f.Detail = "The words stand without quotes. " + f.Detail
		f.Replacing(v.span, s, "take the quotes away")
	} else if better, ok := map[string]string{"yes": "true", "no": "false", "on": "true", "off": "false"}[s]; ok && v.kind == textValue {
		f.Replacing(v.span, better, "write "+better)
	}
	d.report(f)
	return nil
}

func (d *decoder) number(t schema.Type, v value) model.Value {
	if v.kind == textValue && t.Kind == schema.Count && v.text == "limited" {
		return model.String(v.text)
	}
	if v.kind != numberValue || v.text != "" {
		f := diag.New(diag.WrongType, v.span, d.spec.Name+" takes "+t.String()).Because(d.spec.Doc)
		if _, err := strconv.Atoi(v.text); err == nil && v.kind == textValue {
			f.Replacing(v.span, v.text, "take the quotes away")
		}
		d.report(f)
		return nil
	}
	lowest, highest := int64(t.Min), int64(t.Max)
	if t.Kind == schema.Count {
		lowest, highest = 1, 1_000_000_000
	}
	if v.num < lowest || v.num > highest {
		d.report(diag.New(diag.NumberOutOfRange, v.span, fmt.Sprintf("%s is not between %d and %d", d.spec.Name, lowest, highest)).Because(d.spec.Doc))
		return nil
	}
	return model.Number(v.num)
}

func (d *decoder) word(e *schema.Enum, v value) model.Value {
	if e.Has(v.text) {
		return model.String(v.text)
	}
	f := diag.New(diag.UnknownEnumValue, v.span, quote(v.text)+" is not a value of "+d.spec.Name).Labelled("unknown value")
	if meant, ok := nearestWord(v.text, e); ok {
		f.Because("Did you mean "+quote(meant)+"?").Replacing(v.span, quote(meant), "write "+quote(meant))
	} else {
		f.Because("It takes one of " + quotedOr(e.Names()) + ".")
	}
	d.report(f)
	return nil
}

// nearestWord forgives spaces, hyphens and capitals before it measures.
func nearestWord(word string, e *schema.Enum) (string, bool) {
	plain := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(word)))
	if e.Has(plain) {
		return plain, true
	}
	if meant, ok := otherValues[e.Name][plain]; ok {
		return meant, true
	}
	return suggest.Nearest(plain, e.Names())
}

// adviseOnPeriod says which attribute carries what somebody put into words.
func adviseOnPeriod(f *diag.Diagnostic, text string) {
	for _, o := range otherPeriods {
		if strings.Contains(strings.ToLower(text), o.word) {
			f.Because(o.advice)
			return
		}
	}
}

func (d *decoder) duration(v value) model.Value {
	duration, err := scalar.ParseDuration(v.text)
	return d.scalar(model.Duration{Duration: duration}, err, diag.BadDuration, "a duration", v)
}

// scalar returns the value of a grammar, or reports the error of its parser.
func (d *decoder) scalar(result model.Value, err error, code diag.Code, what string, v value) model.Value {
	if err == nil {
		return result
	}
	var form *scalar.FormError
	var impossible *scalar.ImpossibleDateError
	switch {
	case errors.As(err, &impossible):
		d.report(diag.New(diag.ImpossibleDate, v.span, "there is no such day as "+v.text).
			Because(strings.ToUpper(impossible.Error()[:1]) + impossible.Error()[1:] + "."))
	case errors.As(err, &form):
		f := diag.New(code, v.span, quote(v.text)+" is not "+what).Because(strings.ToUpper(form.Why[:1]) + form.Why[1:] + ".")
		if code == diag.BadDuration && form.Suggest == "" {
			adviseOnPeriod(f, v.text)
		}
		if form.Suggest != "" {
			f.Replacing(v.span, quote(form.Suggest), "write "+quote(form.Suggest))
		}
		d.report(f)
	}
	return nil
}
