# METADATA
# title: Data that leaves for a third country has a mechanism
# description: |
#   Data may leave the territory of a law for a country that has not been found
#   adequate under it only with safeguards. The policy names the mechanism, at the
#   recipient or in a transfer block on all of them. Which decisions stand is judged
#   as of the day of the check.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 46(1)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(f)}
#   - {ref: "https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm", description: LGPD Art. 33}
# custom: {id: PP015, severity: error, regimes: [gdpr, uk_gdpr, fadp, lgpd]}
package privity.transfers.mechanism_missing

import data.privity.law
import data.privity.mechanism
import data.privity.place

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("receives data in %s and names no transfer mechanism", [place.name(country)]),
	"fix": "Add mechanism; `privity explain subprocessor.mechanism` lists them. A transfer block may name one for all recipients.",
} if {
	some applying in law.on_transfers
	some s in input.subprocessor
	not s.mechanism
	some country in place.countries(s)
	not law.inside(country, applying)
	count(law.decisions(country, applying)) == 0
	count(mechanism.stated(s, country, applying) - on_decisions) == 0
}

# on_decisions are mechanisms that rest on a decision, of which there is none.
on_decisions := {"adequacy", "data_privacy_framework"}
