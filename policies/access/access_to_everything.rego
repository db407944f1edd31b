# METADATA
# title: No recipient has access to everything without a reason
# description: |
#   A recipient that can reach every data store, or of which it is not said what
#   it can reach, has more access than most tasks need. Either the policy says
#   why, or that it is limited to what each task needs.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 25(2)}
# custom: {id: PP021, severity: warning}
package privity.access.access_to_everything

warn contains {
	"at": a,
	"attribute": "to",
	"msg": "gives a recipient access to everything",
	"related": [{"at": w, "msg": "this is the recipient"} | some w in outside],
	"fix": "Name the stores that it needs; or add because, or method = [\"least_privilege\"].",
} if {
	some a in input.access
	a.effect == "allow"
	outside := [w | some w in a.who; w.block == "subprocessor"]
	count(outside) > 0
	wide(a)
	not a.because
	not "least_privilege" in a.method
}

wide(a) if not a.to

wide(a) if {
	stores := {t.address | some t in a.to; t.block == "data_store"}
	count(stores) > 1
	count(stores) == count(input.data_store)
}
