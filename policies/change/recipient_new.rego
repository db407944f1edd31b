# METADATA
# title: A new recipient says since when, and under which agreement
# description: |
#   A processor is engaged under a contract, and customers who may object to it
#   have to know from which day it receives data. Both are known when it is added
#   and are rarely found out later.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 28(4)}
# custom: {id: PP072, severity: warning}
package privity.change.recipient_new

warn contains {
	"at": s,
	"msg": sprintf("is new, and does not say %s", [concat(" and ", missing)]),
	"fix": sprintf("Add %s.", [concat(", and ", advice)]),
} if {
	some c in input.changes
	c.class in {"subprocessor.added", "subprocessor.replaced"}
	s := input.after.by_address[c.address]
	not s.kind == "recipient_class"
	missing := [what | some key, what in {"since": "since when", "agreement": "under which agreement"}; not s[key]]
	count(missing) > 0
	advice := [what | some key, what in told; not s[key]]
}

told := {"agreement": "agreement, the address of the contract", "since": "since, the day from which it receives data"}
