# METADATA
# title: What was published can be read in one way only
# description: |
#   Where a publication prints a region's code that its provider does not have,
#   or a date whose day and month can be exchanged, its readers learn something
#   else than what is meant. The next publication prints what is declared.
# custom: {id: PP043, severity: warning}
package privity.truth.published_differs

warn contains {
	"at": r,
	"attribute": "code_as_published",
	"msg": sprintf("was published as %s, and is %s", [r.code_as_published, r.code]),
	"fix": "Publish the code, and delete code_as_published.",
} if {
	some r in input.region
	r.code_as_published != r.code
}

warn contains {
	"at": input.policy,
	"attribute": "updated_as_published",
	"msg": sprintf("was published with the date %s, which can be read as two days", [input.policy.updated_as_published]),
	"fix": "Publish the date with the month as a word, and delete updated_as_published.",
} if {
	parts := regex.find_all_string_submatch_n(`^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$`, input.policy.updated_as_published, 1)[0]
	first := to_number(trim_left(parts[1], "0"))
	second := to_number(trim_left(parts[2], "0"))
	first != second
	max([first, second]) <= 12
}
