package policy

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/scalar"
	"github.com/privity/privity/internal/schema"
)

// referencePackage is where rules find facts of law: data.reference.
const referencePackage = "reference"

// referenceFields are the names of what data.reference holds.
var referenceFields = []string{
	referencePackage, "countries", "name", "eu", "eea", "adequacy", "recognised", "scope", "decision", "until", "consent_age",
	"rights", "right", "within", "where", "article", "limits", "value",
}

// newReference returns what is known on a day of countries, by their codes, of
// rights, by the law that gives them, and of limits, by their names:
//
//	data.reference.countries.JP  {"name": "Japan", "eu": false, "eea": false,
//	    "adequacy": [{"scope": "…", "decision": "…", "until": "2027-…"}],
//	    "recognised": {"GB": [{"scope": "…", "decision": "…"}]}}
//	data.reference.countries.DE.consent_age  16
//	data.reference.rights.gdpr  [{"right": "access", "within": "1 month", "article": "…"}]
//	data.reference.limits.tracker_lifetime  {"value": "13 months", "article": "…"}
//
// adequacy lists the decisions of the European Commission under GDPR Art. 45
// that stand on the day, recognised those of other countries by their codes. until
// is left out where no end is known, within where the law names no time, consent_age
// outside the countries that have one; where is what a right depends on.
func newReference(day scalar.Date) ast.Object {
	countries := make([][2]*ast.Term, 0, 256)
	for _, c := range locale.Countries() {
		countries = append(countries, [2]*ast.Term{ast.StringTerm(c.Code), country(c, day.String())})
	}
	return ast.NewObject(
		entry("countries", ast.ObjectTerm(countries...)),
		entry("rights", rights(day.String())),
		entry("limits", limitsOn(day.String())),
	)
}

func entry(key string, value *ast.Term) [2]*ast.Term { return [2]*ast.Term{ast.StringTerm(key), value} }

// texts makes entries of those pairs of a key and a text whose text is not empty.
func texts(pairs ...string) [][2]*ast.Term {
	var entries [][2]*ast.Term
	for pair := range slices.Chunk(pairs, 2) {
		if key, text := pair[0], pair[1]; text != "" {
			entries = append(entries, entry(key, ast.StringTerm(text)))
		}
	}
	return entries
}

func country(c locale.Country, day string) *ast.Term {
	decisions := []*ast.Term{}
	for _, a := range locale.AdequateFor(c.Code, day) {
		decisions = append(decisions, ast.ObjectTerm(texts("scope", a.Scope, "decision", a.Decision, "until", a.To)...))
	}
	pairs := [][2]*ast.Term{
		entry("name", ast.StringTerm(c.InText())),
		entry("eu", ast.InternedTerm(locale.InEU(c.Code, day))),
		entry("eea", ast.InternedTerm(locale.InEEA(c.Code, day))),
		entry("adequacy", ast.ArrayTerm(decisions...)),
		entry("recognised", recognised(c.Code, day)),
	}
	if age, ok := locale.ConsentAge(c.Code, day); ok {
		pairs = append(pairs, entry("consent_age", ast.InternedTerm(age)))
	}
	return ast.ObjectTerm(pairs...)
}

// recognised lists the decisions on a country of those that decide for themselves.
func recognised(code, day string) *ast.Term {
	var by [][2]*ast.Term
	for _, decider := range []string{"GB", "CH", "BR"} {
		var decisions []*ast.Term
		for _, r := range locale.RecognisedBy(decider, code, day) {
			decisions = append(decisions, ast.ObjectTerm(texts("scope", r.Scope, "decision", r.Decision, "until", r.To)...))
		}
		by = append(by, entry(decider, ast.ArrayTerm(decisions...)))
	}
	return ast.ObjectTerm(by...)
}

func rights(day string) *ast.Term {
	var laws [][2]*ast.Term
	for _, regime := range schema.Regime.Names() {
		var rights []*ast.Term
		for _, r := range locale.RightsUnder(regime, day) {
			rights = append(rights, ast.ObjectTerm(texts("right", r.Right, "within", r.Within, "where", r.Where, "article", r.Article)...))
		}
		laws = append(laws, entry(regime, ast.ArrayTerm(rights...)))
	}
	return ast.ObjectTerm(laws...)
}

func limitsOn(day string) *ast.Term {
	var pairs [][2]*ast.Term
	for _, l := range locale.LimitsOn(day) {
		pairs = append(pairs, entry(l.Limit, ast.ObjectTerm(texts("value", l.Value, "article", l.Article)...)))
	}
	return ast.ObjectTerm(pairs...)
}
