# METADATA
# title: Where adequacy covers some recipients, the policy says what covers this one
# description: |
#   Some decisions on adequacy hold for certain recipients only, such as those
#   on a list. That the country is on the map is then not enough: the policy
#   names what covers the recipient. Where that is the Data Privacy Framework,
#   the company is said to be certified under the part that the law asks for.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 45(1)}
#   - {ref: "https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj", description: Implementing Decision (EU) 2023/1795}
# custom: {id: PP016, severity: error, regimes: [gdpr, uk_gdpr, fadp]}
package privity.transfers.adequacy_partial

import data.privity.law
import data.privity.place

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("receives data in %s, where adequacy covers only some", [place.name(country)]),
	"detail": sprintf("The decision covers %s.", [decisions[0].scope]),
	"fix": "Add mechanism: the framework that the recipient is certified under, or the safeguards that stand in for it.",
} if {
	some applying in law.on_transfers
	some s in input.subprocessor
	not s.mechanism
	some country in place.countries(s)
	not law.inside(country, applying)
	decisions := law.decisions(country, applying)
	count(decisions) > 0
	every d in decisions {
		d.scope != "all recipients"
	}
}

deny contains {
	"at": s,
	"attribute": "mechanism",
	"msg": sprintf("relies on the Data Privacy Framework, and its company is not said to be certified under %s", [parts[part]]),
	"fix": sprintf("Look it up in the public list, and add %q to data_privacy_framework of the vendor.", [part]),
} if {
	some applying in law.on_transfers
	part := needed[applying]
	some s in input.subprocessor
	s.mechanism == "data_privacy_framework"
	not part in s.vendor.data_privacy_framework
}

needed := {"gdpr": "eu_us", "uk_gdpr": "uk_extension", "fadp": "swiss_us"}

parts := {"eu_us": "the EU-U.S. framework", "uk_extension": "the UK Extension", "swiss_us": "the Swiss-U.S. framework"}
