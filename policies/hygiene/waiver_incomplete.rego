# METADATA
# title: A waiver says who accepted it and until when
# description: |
#   A waiver without an approver is accepted by nobody, and one without an end
#   is forgotten.
# custom: {id: PP039, severity: warning}
package privity.hygiene.waiver_incomplete

warn contains {
	"at": w,
	"attribute": "approver",
	"msg": "does not say who accepts the finding",
	"fix": "Add approver, by role.",
} if {
	some w in input.waiver
	not w.approver
}

warn contains {
	"at": w,
	"attribute": "expires",
	"msg": "has no end",
	"fix": "Add expires: the day on which the finding is to come up again.",
} if {
	some w in input.waiver
	not w.expires
}
