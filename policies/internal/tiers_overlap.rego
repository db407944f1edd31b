# METADATA
# title: Of several retention tiers it is clear which holds
# description: |
#   Where periods differ by what somebody did, somebody will have done two of
#   these things. The policy says which period then holds.
# custom: {id: PI119, severity: error}
package privity.internal.tiers_overlap

deny contains {
	"at": r,
	"attribute": "prefer",
	"msg": sprintf("has %d tiers and does not say which holds where several do", [count(conditional)]),
	"fix": "Add prefer = \"longest\" or \"shortest\".",
} if {
	some r in input.retention
	not r.prefer
	conditional := [t | some t in r.tier; t.when]
	count({t.period | some t in conditional}) > 1
}
