# METADATA
# title: What is cached has a lifetime in numbers
# description: |
#   A cache is a copy that nobody looks after. In an internal standard, one that
#   holds personal data says in numbers how long an entry lives.
# custom: {id: PI104, severity: error}
package privity.internal.cache_lifetime

import data.privity.period

deny contains {
	"at": s,
	"attribute": "retention",
	"msg": "is a cache of personal data, and how long entries live is not stated in numbers",
	"fix": "Add a retention block with a period in minutes, hours or days.",
} if {
	input.policy.audience == "internal"
	some s in input.data_store
	s.holds
	is_cache(s)
	not limited(s)
}

is_cache(s) if s.permanent == false

is_cache(s) if {
	some said in [s.name, object.get(s, "label", ""), object.get(s, "technology", "")]
	regex.match(`(?i)cache|redis|memcached`, said)
}

limited(s) if {
	some r in s.retention
	period.most_days(r.period)
}
