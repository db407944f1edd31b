# METADATA
# title: Where something is true of most, the rest is stated too
# description: |
#   "Most data" leaves a rest of which the reader learns nothing: to whom it
#   belongs, or with whom it is kept.
# custom: {id: PP053, severity: warning}
package privity.transparency.remainder_unstated

warn contains {
	"at": o,
	"attribute": "qualifier",
	"msg": "says to whom most of the data belongs, and not to whom the rest does",
	"fix": "Declare the rest as a category of its own, with its owner.",
} if {
	some c in input.category
	o := c.ownership
	o.qualifier == "mostly"
}

warn contains {
	"at": v,
	"attribute": "data_share",
	"msg": "keeps most of the data, and it is not said which part it does not keep",
	"fix": "Say with holds what each data store keeps.",
} if {
	some v in input.vendor
	v.data_share in {"most", "some"}
	contents_unsaid
}

contents_unsaid if {
	some s in input.data_store
	not s.holds
}
