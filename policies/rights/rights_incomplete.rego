# METADATA
# title: The rights that people have are all stated
# description: |
#   A policy under this law tells people of their rights to access,
#   rectification, erasure, restriction, objection and portability, of that to
#   complain to an authority and, where it relies on consent, of that to
#   withdraw it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(b)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(d)}
# custom: {id: PP006, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.rights.rights_incomplete

deny contains {
	"at": input.policy,
	"msg": sprintf("does not say that there is a right to %s", [owed[kind]]),
	"fix": sprintf("Add a right block with kind = %q.", [kind]),
} if {
	some kind in object.keys(owed)
	not kind in stated
	applies(kind)
}

stated contains r.kind if some r in input.right

owed := {
	"access": "access",
	"rectification": "rectification",
	"erasure": "erasure",
	"restriction": "restriction of processing",
	"objection": "object",
	"portability": "take data along",
	"complaint": "complain to a supervisory authority",
	"withdraw_consent": "withdraw consent",
}

applies(kind) if kind != "withdraw_consent"

applies("withdraw_consent") if input.purpose[_].legal_basis == "consent"
