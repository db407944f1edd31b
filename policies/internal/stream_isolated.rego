# METADATA
# title: A stream with personal data is read by those who are named
# description: |
#   In an internal standard a stream that carries personal data is one of its own,
#   and each consumer reads it under a role or permission, not by a rule for all.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(b)}
# custom: {id: PI116, severity: error}
package privity.internal.stream_isolated

deny contains {
	"at": f.to[i],
	"attribute": "access",
	"msg": "carries personal data, and it is not said who may read it and how that is controlled",
	"related": [{"at": f, "attribute": "data", "msg": "this data is put in"}],
	"fix": "Add an access block with who and method = [\"rbac\"].",
} if {
	input.policy.audience == "internal"
	some f in input.flow
	f.data
	some i, t in f.to
	t.kind == "pipeline"
	not isolated(t)
}

isolated(t) if {
	some a in t.access
	a.who
	some m in a.method
	m in {"rbac", "permissions", "explicit_grant", "least_privilege"}
}
