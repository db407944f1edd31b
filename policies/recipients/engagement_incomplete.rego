# METADATA
# title: An engagement says what for and with which data
# description: |
#   A recipient is engaged for purposes and receives data. Where one of the two
#   is missing, nobody can tell whether the engagement is what it should be.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(e)}
# custom: {id: PP055, severity: warning}
package privity.recipients.engagement_incomplete

warn contains {
	"at": e,
	"attribute": "purposes",
	"msg": "does not say what for",
	"fix": "Add purposes.",
} if {
	some s in input.subprocessor
	some e in s.engagement
	not e.purposes
}

warn contains {
	"at": e,
	"attribute": "data",
	"msg": "does not say which data is passed on",
	"fix": "Add data; with open_ended = true, where the list is not complete.",
} if {
	some s in input.subprocessor
	some e in s.engagement
	not e.data
}
