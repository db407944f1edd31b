# METADATA
# title: Logs hold no personal data, of no service
# description: |
#   Logs are read by many and erased by nobody. In an internal standard they hold
#   no personal data; a rule to that effect that speaks of new services alone says
#   nothing of those that there are.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(c)}
# custom: {id: PI117, severity: error}
package privity.internal.logs_clean

deny contains {
	"at": s,
	"attribute": "holds",
	"msg": "is a log and holds personal data",
	"fix": "Keep the data out of it, or mask it and say what is left.",
} if {
	input.policy.audience == "internal"
	some s in input.data_store
	is_log(s)
	s.holds
}

deny contains {
	"at": r,
	"attribute": "when",
	"msg": "keeps personal data out of logs only under a condition",
	"related": [{"at": c, "msg": "this is the condition"} | some c in r.when],
	"fix": "Say what holds otherwise, or delete when.",
} if {
	input.policy.audience == "internal"
	some r in input.requirement
	r.effect in {"require", "forbid"}
	r.when
	some s in array.concat(object.get(r, "on", []), object.get(r, "stores", []))
	s.block == "data_store"
	is_log(s)
}

# is_log holds for logs other than those that record access.
is_log(s) if {
	said := concat(" ", [replace(s.name, "_", " "), object.get(s, "label", "")])
	regex.match(`(?i)\blogs?\b`, said)
	not regex.match(`(?i)\baudit`, said)
}
