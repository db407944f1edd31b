# METADATA
# title: Access to personal data says how it is limited
# description: |
#   In an internal standard whoever can reach data directly does so within limits
#   that can be checked: by role, by permission, no more than a task needs.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 25(2)}
# custom: {id: PI108, severity: error}
package privity.internal.least_privilege

deny contains {
	"at": a,
	"attribute": "method",
	"msg": "lets data be reached and does not say how that is limited",
	"fix": "Add method = [\"least_privilege\"], or the one that is used.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	a.effect in {"allow", "limit"}
	some t in a.to
	t.block in {"data_store", "segment", "category", "backup"}
	not a.method
	not a.via
}
