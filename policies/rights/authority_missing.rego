# METADATA
# title: A right to complain names the authority
# description: |
#   To complain, people have to know to whom. A right to complain names the
#   supervisory authority.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(d)}
# custom: {id: PP007, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.rights.authority_missing

deny contains {
	"at": r,
	"attribute": "authority",
	"msg": "does not name the authority",
	"fix": "Add authority.",
} if {
	some r in input.right
	r.kind == "complaint"
	not r.authority
}
