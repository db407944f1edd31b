# METADATA
# title: Where adequacy covers some recipients, the policy says what covers this one
# description: |
#   Some decisions on adequacy hold for certain recipients only, such as those
#   on a list. That the country is on the map is then not enough: the policy
#   names what covers the recipient, there or in a transfer block on all of them.
#   Where that is the Data Privacy Framework, the company is said to be certified
#   under the part that each law asks for.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 45(1)}
#   - {ref: "https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj", description: Implementing Decision (EU) 2023/1795}
# custom: {id: PP016, severity: error, regimes: [gdpr, uk_gdpr, fadp]}
package privity.transfers.adequacy_partial

import data.privity.law
import data.privity.mechanism
import data.privity.place

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("receives data in %s, where adequacy covers only some", [place.name(country)]),
	"detail": concat(" ", [sprintf("Under %s, the decision covers %s.", [law.titles[l], partial[country][l]]) | some l in uncovered]),
	"fix": "Add mechanism: the framework that the recipient is certified under, or the safeguards that stand in for it.",
} if {
	some s in input.subprocessor
	not s.mechanism
	some country in place.countries(s)
	uncovered := [l | some l, _ in partial[country]; count(mechanism.stated(s, country, l)) == 0]
	count(uncovered) > 0
}

# partial is whom the decisions on a country cover under each law, where that is not all.
partial[country][applying] := decisions[0].scope if {
	some applying in law.on_transfers
	some country in countries
	not law.inside(country, applying)
	decisions := law.decisions(country, applying)
	count(decisions) > 0
	every d in decisions {
		d.scope != "all recipients"
	}
}

countries := union({place.countries(s) | some s in input.subprocessor})

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("relies on the Data Privacy Framework, and its company is not said to be certified under %s", [concat(" or ", [parts[p] | some p in lacking])]),
	"fix": sprintf("Look it up in the public list, and add %s to data_privacy_framework of the vendor.", [concat(" and ", [sprintf("%q", [p]) | some p in lacking])]),
} if {
	some s in input.subprocessor
	lacking := [part | some part in needed(s); not part in s.vendor.data_privacy_framework]
	count(lacking) > 0
}

# needed(s) are the parts of the framework that the laws ask for where a subprocessor
# relies on it.
needed(s) := [parts_of[l] | some l in law.on_transfers; parts_of[l]; relies(s, l)]

relies(s, _) if s.mechanism == "data_privacy_framework"

relies(s, applying) if {
	not s.mechanism
	some country in place.countries(s)
	partial[country][applying]
	mechanism.stated(s, country, applying) == {"data_privacy_framework"}
}

parts_of := {"gdpr": "eu_us", "uk_gdpr": "uk_extension", "fadp": "swiss_us"}

parts := {"eu_us": "the EU-U.S. framework", "uk_extension": "the UK Extension", "swiss_us": "the Swiss-U.S. framework"}
