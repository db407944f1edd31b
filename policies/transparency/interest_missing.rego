# METADATA
# title: A legitimate interest is stated
# description: |
#   Whoever relies on legitimate interests has to say which interests these are.
#   That the basis applies is not enough.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(d)}
# custom: {id: PP003, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.transparency.interest_missing

deny contains {
	"at": p,
	"attribute": "legal_basis",
	"msg": "rests on legitimate interests and does not say which",
	"fix": "Add interest: the interest that is pursued.",
} if {
	some p in input.purpose
	p.legal_basis in {"legitimate_interests", "recognised_legitimate_interest"}
	not p.interest
}
