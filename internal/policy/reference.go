package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/privity/privity/internal/locale"
	"github.com/privity/privity/internal/scalar"
)

// referencePackage is where rules find facts of law: data.reference.
const referencePackage = "reference"

// referenceFields are the names of what data.reference holds.
var referenceFields = []string{referencePackage, "countries", "name", "eu", "eea", "adequacy", "scope", "decision", "until"}

// newReference returns what is known about countries on a day, by their codes:
//
//	data.reference.countries.JP  {"name": "Japan", "eu": false, "eea": false,
//	    "adequacy": [{"scope": "…", "decision": "…", "until": "2027-…"}]}
//
// adequacy lists the decisions of the European Commission under GDPR Art. 45
// that stand on the day; until is left out where none is known to end.
func newReference(day scalar.Date) ast.Object {
	countries := make([][2]*ast.Term, 0, 256)
	for _, c := range locale.Countries() {
		countries = append(countries, [2]*ast.Term{ast.StringTerm(c.Code), country(c, day.String())})
	}
	return ast.NewObject([2]*ast.Term{
		ast.StringTerm("countries"), ast.NewTerm(ast.NewObject(countries...)),
	})
}

func country(c locale.Country, day string) *ast.Term {
	decisions := []*ast.Term{}
	for _, a := range locale.AdequateFor(c.Code, day) {
		pairs := [][2]*ast.Term{
			{ast.StringTerm("scope"), ast.StringTerm(a.Scope)},
			{ast.StringTerm("decision"), ast.StringTerm(a.Decision)},
		}
		if a.To != "" {
			pairs = append(pairs, [2]*ast.Term{ast.StringTerm("until"), ast.StringTerm(a.To)})
		}
		decisions = append(decisions, ast.NewTerm(ast.NewObject(pairs...)))
	}
	return ast.NewTerm(ast.NewObject(
		[2]*ast.Term{ast.StringTerm("name"), ast.StringTerm(c.InText())},
		[2]*ast.Term{ast.StringTerm("eu"), ast.InternedTerm(locale.InEU(c.Code, day))},
		[2]*ast.Term{ast.StringTerm("eea"), ast.InternedTerm(locale.InEEA(c.Code, day))},
		[2]*ast.Term{ast.StringTerm("adequacy"), ast.ArrayTerm(decisions...)},
	))
}
