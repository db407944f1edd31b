# METADATA
# title: The rights that people have are all stated, with a way and a time
# description: |
#   Each law gives people rights: to access, rectification, erasure and more. A
#   policy under it states each of them, says how it is exercised, and promises no
#   longer time than the law allows. Which rights these are on the day of the check
#   is data, not part of this rule.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(b)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 12(3)}
#   - {ref: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.130", description: Cal. Civ. Code § 1798.130(a)(2)(A)}
#   - {ref: "https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm", description: LGPD Art. 19(II)}
# custom: {id: PP006, severity: error, regimes: [gdpr, uk_gdpr, ccpa, lgpd, pipeda, privacy_act_au, fadp]}
package privity.rights.rights_incomplete

import data.privity.law
import data.privity.period

deny contains {
	"at": input.policy,
	"msg": sprintf("does not say that there is a right to %s", [spoken[right]]),
	"detail": sprintf("It follows from %s.", [concat("; ", sort([r.article | some r in owed; r.right == right]))]),
	"fix": sprintf("Add a right block with kind = %q.", [right]),
} if {
	some right in {r.right | some r in owed}
	not right in stated
}

deny contains {
	"at": r,
	"attribute": "via",
	"msg": "does not say how the right is exercised",
	"fix": "Add via, with a contact or a system.",
} if {
	some r in input.right
	r.kind in answered
	not r.via
	not r.handling == "self_service"
}

deny contains {
	"at": r,
	"attribute": "within",
	"msg": sprintf("takes %s, and the law allows %s", [r.within, o.within]),
	"detail": sprintf("It says so in %s.", [o.article]),
	"fix": "Promise no longer than that.",
} if {
	some r in input.right
	some o in owed
	o.right == r.kind
	period.longer(r.within, o.within)
}

# owed are the rights that the laws of the policy give in its case.
owed contains r if {
	some applying in law.applying
	some r in data.reference.rights[applying]
	not r.where
}

owed contains r if {
	some applying in law.applying
	some r in data.reference.rights[applying]
	r.where in cases
}

# cases are what some rights depend on.
cases contains "consent" if input.purpose[_].legal_basis == "consent"

cases contains "decision" if input.activity[_].decision.alone

cases contains "sensitive" if input.category[_].sensitivity in {"sensitive", "special_category"}

cases contains "sale" if {
	some t in input.transfer
	t.effect == "allow"
	t.counts_as
}

# answered are the rights that somebody asks the organization for.
answered contains o.right if {
	some o in owed
	o.within
}

stated contains r.kind if some r in input.right

spoken := {
	"access": "access", "rectification": "rectification", "erasure": "erasure", "restriction": "restriction of processing",
	"objection": "object", "portability": "take data along", "complaint": "complain to a supervisory authority",
	"withdraw_consent": "withdraw consent", "human_decision": "have a decision looked at by a person",
	"opt_out": "opt out of sale and sharing", "limit_use": "limit the use of sensitive data",
}
