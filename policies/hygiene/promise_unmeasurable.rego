# METADATA
# title: Promises can be measured
# description: |
#   "Promptly", "regularly", "a limited number" and "the standard of the industry"
#   promise something that nobody can hold the organization to. They are legal,
#   and better replaced by numbers and names.
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

warn contains {
	"at": e,
	"attribute": "comparable_to",
	"msg": sprintf("is compared with %s, which nobody can measure", [e.comparable_to[0]]),
	"fix": "State the algorithm, the protocol and the length of the key; the comparison adds nothing.",
} if {
	some e in input.encryption
	e.comparable_to
}

warn contains {
	"at": e,
	"attribute": "standard",
	"msg": sprintf("is measured by %s, which is no standard that one could look up", [e.standard]),
	"fix": "Name the standard, as in \"FIPS 140-3\".",
} if {
	some e in input.encryption
	regex.match(`(?i)\b(industr(y|ies)|best|strict(est)?|high(est)?|common|market|state of the art)\b`, e.standard)
}

warn contains {
	"at": a,
	"attribute": "control",
	"msg": sprintf("promises %s control, which nobody can measure", [a.control]),
	"fix": "Say in method how access is controlled.",
} if {
	some a in input.access
	a.control
	not a.method
}
