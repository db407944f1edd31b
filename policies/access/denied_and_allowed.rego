# METADATA
# title: It is clear who is denied what others are allowed
# description: |
#   Where one rule lets teams see data, and another denies it to people or has them
#   refrain from it, readers have to know whether these people are in those teams. An
#   actor that does not see what others may says what it is, or which groups it
#   belongs to.
# custom: {id: PP048, severity: warning}
package privity.access.denied_and_allowed

import data.privity.group

warn contains {
	"at": a,
	"attribute": "who",
	"msg": sprintf(kept_out[a.effect], [w.address]),
	"related": [{"at": b, "attribute": "who", "msg": "this allows it"} | some b in allowed],
	"fix": "Add member_of to the actor, with the groups that it belongs to.",
} if {
	some a in input.access
	kept_out[a.effect]
	some w in a.who
	w.block == "actor"
	not w.member_of
	not w.kind in {"data_subject", "customer", "tenant", "public", "service"}
	some t in a.to
	allowed := object.get(allowing, t.address, object.get(allowing, everything, []))
	count(allowed) > 0
}

# kept_out is what is found of each effect by which people do not see data.
kept_out := {
	"deny": "denies %s what others are allowed, and it is not said whether these are among them",
	"refrain": "has %s refrain from what others are allowed, and it is not said whether these are among them",
}

# everything is what a rule is about that names nothing.
everything := ""

# allowing are the rules that let teams see each thing.
allowing := group.few_by_key([[thing, a.address] |
	some a in input.access
	a.effect == "allow"
	some w in a.who
	w.kind in {"staff", "team", "contractor"}
	some thing in seen(a)
])

seen(a) := [t.address | some t in a.to] if a.to

else := [everything]
