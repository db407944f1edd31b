# METADATA
# title: Data that leaves for a third country has a mechanism
# description: |
#   Data may go to a country outside the European Economic Area that the
#   Commission has not found adequate only with safeguards. The policy names the
#   mechanism. Which decisions stand is judged as of the day of the check.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 46(1)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(f)}
# custom: {id: PP015, severity: error, regimes: [gdpr]}
package privity.transfers.mechanism_missing

import data.privity.place

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("receives data in %s and names no transfer mechanism", [place.name(country)]),
	"fix": "Add mechanism; `privity explain subprocessor.mechanism` lists them.",
} if {
	some s in input.subprocessor
	not s.mechanism
	some country in place.countries(s)
	not place.eea(country)
	count(place.adequacy(country)) == 0
}
