# METADATA
# title: Records of access are kept, and for long
# description: |
#   A record that is gone when it is asked for proves nothing. In an internal
#   standard an audit says where its records are, and that store for how long it
#   keeps them.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(2)}
# custom: {id: PI109, severity: error}
package privity.internal.audit_kept

deny contains {
	"at": a.audit,
	"attribute": "stored_in",
	"msg": "does not say where the records of access are kept",
	"fix": "Add stored_in.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	a.audit
	not a.audit.stored_in
}

deny contains {
	"at": s,
	"attribute": "retention",
	"msg": "keeps records of access and does not say for how long",
	"related": [{"at": a.audit, "attribute": "stored_in", "msg": "they are put there"}],
	"fix": "Add a retention block with a period, or with long_term = true.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	some s in a.audit.stored_in
	not kept(s)
}

kept(s) if s.retention[_].period

kept(s) if s.retention[_].long_term
