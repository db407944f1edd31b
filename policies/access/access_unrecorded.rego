# METADATA
# title: Access by people is recorded
# description: |
#   Where people employed or engaged by the organization can see data, it is
#   recorded that they did. Without a record nobody can be held to the purposes
#   for which access is given.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(2)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(4)}
# custom: {id: PP026, severity: error}
package privity.access.access_unrecorded

deny contains {
	"at": a,
	"attribute": "audit",
	"msg": "lets people see data and does not say that this is recorded",
	"fix": "Add an audit block.",
} if {
	some a in input.access
	a.effect in {"allow", "limit"}
	some w in a.who
	w.kind in {"staff", "team", "contractor"}
	some t in a.to
	t.block in {"data_store", "segment", "category", "backup"}
	not a.audit
}
