# METADATA
# title: An exception for what the policy declares meets a list that is complete
# description: |
#   "Nothing is shared except as described here" says something if the
#   description ends somewhere. Where another statement gives recipients only as
#   examples, the exception has no end either.
# custom: {id: PP047, severity: warning}
package privity.truth.declared_only_open

import data.privity.group

warn contains {
	"at": t,
	"attribute": "declared_only",
	"msg": "excepts what this policy declares, and what it declares is not complete",
	"related": [{"at": o, "attribute": "open_ended", "msg": "this gives examples only"} | some o in few_open],
	"fix": "Complete the other statement and delete open_ended there, or name the exceptions.",
} if {
	some t in input.transfer
	t.declared_only
	count(few_open) > 0
}

few_open := group.few({o: true | some o in open})

open contains t.address if {
	some t in input.transfer
	t.effect != "deny"
	t.open_ended
}
