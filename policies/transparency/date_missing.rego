# METADATA
# title: A policy says from when it holds
# description: |
#   Without a date nobody can say which version applied when. How long ago a
#   page was changed is no date: it is wrong the next day.
# custom: {id: PP028, severity: error}
package privity.transparency.date_missing

deny contains {
	"at": input.policy,
	"attribute": "effective",
	"msg": "does not say from when it holds",
	"fix": "Add effective or, if only that is known, updated.",
} if {
	input.policy
	not input.policy.effective
	not input.policy.updated
}

deny contains {
	"at": input.policy,
	"attribute": "page_modified_ago",
	"msg": "was published with an age in place of a date",
	"fix": "Publish the date in updated, and delete page_modified_ago.",
} if {
	input.policy.page_modified_ago
}
