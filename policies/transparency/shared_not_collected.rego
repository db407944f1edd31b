# METADATA
# title: Data that is passed on is said to be collected
# description: |
#   What a recipient is given was come by somehow. Where a policy says of other
#   data how it is collected, data that is passed on and of which it does not
#   say so has been forgotten in one of the two places.
# custom: {id: PP041, severity: warning}
package privity.transparency.shared_not_collected

warn contains {
	"at": e,
	"attribute": "data",
	"msg": sprintf("receives %s, which is not said to be collected", [c.address]),
	"related": [{"at": c, "msg": "there is no collection here"}],
	"fix": "Add a collection to the category, or to one that it belongs to.",
} if {
	says_how
	some s in input.subprocessor
	some e in s.engagement
	some c in e.data
	c.address in uncollected
}

uncollected contains c.address if {
	some c in input.category
	not collected(c)
}

# says_how holds for a policy that says of any data how it is collected.
says_how if input.category[_].collection

collected(c) if c.collection

collected(c) if c.parents[_].collection
