# METADATA
# title: Promises can be measured
# description: |
#   "Promptly", "regularly" and "a limited number" promise something that nobody
#   can hold the organization to. They are legal, and better replaced by
#   numbers.
# custom: {id: PP042, severity: warning}
package privity.hygiene.promise_unmeasurable

import data.privity.period

warn contains {
	"at": b,
	"attribute": "within",
	"msg": sprintf("promises %q, which nobody can measure", [b.within]),
	"fix": "State a number of hours or days.",
} if {
	some list in [input.right, input.measure, input.requirement]
	some b in list
	period.vague(b.within)
	b.within != "instant"
}

warn contains {
	"at": b,
	"attribute": "frequency",
	"msg": "promises to do it regularly, which nobody can measure",
	"fix": "State how often, as in \"1 per month\".",
} if {
	some list in [input.backup, input.measure, input.requirement]
	some b in list
	b.frequency == "regular"
}

warn contains {
	"at": b,
	"attribute": "max_users",
	"msg": "promises a limit and does not state it",
	"fix": "State how many.",
} if {
	some list in [input.access, input.requirement]
	some b in list
	b.max_users == "limited"
}
