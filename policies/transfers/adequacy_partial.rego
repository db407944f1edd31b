# METADATA
# title: Where adequacy covers some recipients, the policy says what covers this one
# description: |
#   Some decisions on adequacy hold for certain recipients only, such as those
#   on a list. That the country is on the map is then not enough: the policy
#   names what covers the recipient.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 45(1)}
# custom: {id: PP016, severity: error, regimes: [gdpr]}
package privity.transfers.adequacy_partial

import data.privity.place

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("receives data in %s, where adequacy covers only some", [place.name(country)]),
	"detail": sprintf("The decision covers %s.", [decisions[0].scope]),
	"fix": "Add mechanism: the framework that the recipient is certified under, or the safeguards that stand in for it.",
} if {
	some s in input.subprocessor
	not s.mechanism
	some country in place.countries(s)
	not place.eea(country)
	decisions := place.adequacy(country)
	count(decisions) > 0
	every d in decisions {
		d.scope != "all recipients"
	}
}
