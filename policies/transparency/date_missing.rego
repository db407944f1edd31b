# METADATA
# title: A policy says from when it holds
# description: |
#   Without a date nobody can say which version applied when. How long ago a
#   page was changed is no date: it is wrong the next day. In California a policy
#   is brought up to date once a year.
# related_resources:
#   - {ref: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.130", description: Cal. Civ. Code § 1798.130(a)(5)}
# custom: {id: PP028, severity: error}
package privity.transparency.date_missing

import data.privity.law

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

deny contains {
	"at": input.policy,
	"attribute": "updated",
	"msg": sprintf("was last updated on %s, and is to be updated every %s", [input.policy.updated, owed.value]),
	"fix": "Look through it, and set updated to the day on which that was done.",
} if {
	"ccpa" in law.applying
	owed := law.limit("policy_review")
	months := to_number(split(owed.value, " ")[0])
	time.add_date(instant(input.policy.updated), 0, months, 0) < instant(input.as_of)
}

instant(day) := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))
