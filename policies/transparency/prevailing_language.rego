# METADATA
# title: Of several languages one prevails
# description: |
#   Translations differ in meaning, however good they are. A policy in several
#   languages says which of them holds.
# custom: {id: PP035, severity: error}
package privity.transparency.prevailing_language

deny contains {
	"at": input.policy,
	"attribute": "languages",
	"msg": sprintf("is published in %d languages and does not say which prevails", [count(input.policy.languages)]),
	"fix": "Add prevailing_language.",
} if {
	count(input.policy.languages) > 1
	not input.policy.prevailing_language
}
