# METADATA
# title: Somebody reviews each new kind of personal data
# description: |
#   An internal standard that classes data says who decides where a new kind of it
#   goes, in a procedure with a step that a person or team takes.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 25(1)}
# custom: {id: PI105, severity: error}
package privity.internal.new_kind_reviewed

deny contains {
	"at": input.policy,
	"msg": "does not say who reviews a new kind of personal data",
	"fix": "Add a procedure with a step such as action = \"review the solution\", and who takes it.",
} if {
	input.policy.audience == "internal"
	input.category[_].class
	not reviewed
}

reviewed if {
	some s in input.procedure[_].step
	s.who
	regex.match(`(?i)\b(review|approve|assess|decide)`, s.action)
}
