# METADATA
# title: Every recipient has its purposes and data stated
# description: |
#   A named recipient is engaged for purposes and receives data. Where one of
#   the two is missing, nobody can tell whether the engagement is what it should
#   be.
# custom: {id: PP014, severity: error, regimes: [gdpr, uk_gdpr]}
package privity.recipients.record_incomplete

deny contains {
	"at": e,
	"attribute": "purposes",
	"msg": "does not say what for",
	"fix": "Add purposes.",
} if {
	some s in input.subprocessor
	some e in s.engagement
	not e.purposes
}

deny contains {
	"at": e,
	"attribute": "data",
	"msg": "does not say which data is passed on",
	"fix": "Add data; with open_ended = true, where the list is not complete.",
} if {
	some s in input.subprocessor
	some e in s.engagement
	not e.data
}
