# METADATA
# title: Links that give access expire after a time in numbers
# description: |
#   A link that opens a file to whoever has it is a key. In an internal
#   standard, access that lasts for a time, and a system whose links live for a
#   time, say in numbers for how long.
# custom: {id: PI113, severity: error}
package privity.internal.link_lifetime

import data.privity.period

deny contains {
	"at": r,
	"attribute": "period",
	"msg": sprintf("limits what gives access, and %q is no limit that could be checked", [r.period]),
	"fix": "State a number of minutes or hours.",
} if {
	input.policy.audience == "internal"
	some r in input.retention
	period.vague(r.period)
	some s in r.applies_to
	s.block == "system"
	regex.match(`(?i)\b(url|link|token|session)s?\b`, object.get(s, "label", s.name))
}

deny contains {
	"at": a,
	"attribute": "lifetime",
	"msg": sprintf("limits for how long there is access, and %q is no limit that could be checked", [a.lifetime]),
	"fix": "State a number of minutes or hours.",
} if {
	input.policy.audience == "internal"
	some a in input.access
	period.vague(a.lifetime)
}
