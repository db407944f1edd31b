# METADATA
# title: Who is too young to consent is not asked to
# description: |
#   Where a policy rests on consent and lets people use the service from an age at
#   which the law does not let them consent by themselves, their parents have to.
#   In California, data of people under sixteen is not sold unless they opt in.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 8(1)}
#   - {ref: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.120", description: Cal. Civ. Code § 1798.120(c)}
# custom: {id: PP036, severity: warning, regimes: [gdpr, uk_gdpr, ccpa]}
package privity.rights.age_of_consent

import data.privity.law
import data.privity.place

warn contains {
	"at": input.policy,
	"attribute": "minimum_age",
	"msg": sprintf("lets people of %d use it and rests on consent, which in %s they give from %d", [input.policy.minimum_age, place.name(country), age]),
	"related": [{"at": p, "attribute": "legal_basis", "msg": "this rests on consent"} | some p in consented],
	"fix": "Raise minimum_age, or say in a right or note that parents consent.",
} if {
	some applying in law.applying
	applying in {"gdpr", "uk_gdpr"}
	count(consented) > 0
	country := input.policy.organization.country
	age := data.reference.countries[place.state(country)].consent_age
	input.policy.minimum_age < age
}

warn contains {
	"at": input.policy,
	"attribute": "minimum_age",
	"msg": sprintf("lets people of %d use it and sells data, which is not sold of anybody under %s without their consent", [input.policy.minimum_age, law.limit("opt_in_age").value]),
	"fix": "Raise minimum_age, or say in unless of the transfer that theirs is not sold.",
} if {
	"ccpa" in law.applying
	some t in input.transfer
	t.effect == "allow"
	t.counts_as
	not t.unless
	input.policy.minimum_age < to_number(law.limit("opt_in_age").value)
}

consented := array.slice([p.address | some p in input.purpose; p.legal_basis == "consent"], 0, 10)
