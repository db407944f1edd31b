# METADATA
# title: A country to which data has not gone before is looked at first
# description: |
#   Before data goes to a country for which there is no adequacy decision, whoever
#   sends it there assesses what the law of that country does to the protection
#   that was agreed, and documents it. Adequacy is looked up as of the day on which
#   the change is judged.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 46(1)}
# custom: {id: PP075, severity: warning, regimes: [gdpr]}
package privity.change.country_new

import data.privity.place

warn contains {
	"at": c.address,
	"msg": sprintf("takes data to %s, which no adequacy decision covers", [place.name(code)]),
	"detail": "Data has not gone there before.",
	"fix": "Assess the transfer, and name its mechanism.",
} if {
	some c in input.changes
	c.direction == "widens"
	some code in c.countries
	not place.eea(code)
	count(place.adequacy(code)) == 0
}
