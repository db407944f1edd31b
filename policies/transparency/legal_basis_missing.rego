# METADATA
# title: Every purpose names its legal basis
# description: |
#   Where a law of this family applies, data may be used for a purpose only on
#   one of the bases that it lists, and readers have to be told which.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(c)}
# custom: {id: PP002, severity: error, regimes: [gdpr, uk_gdpr, lgpd]}
package privity.transparency.legal_basis_missing

deny contains {
	"at": p,
	"attribute": "legal_basis",
	"msg": "has no legal basis",
	"fix": "Add legal_basis; `privity explain purpose.legal_basis` lists the six.",
} if {
	some p in input.purpose
	not p.legal_basis
}
