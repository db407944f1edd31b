# METADATA
# title: The names of files cannot be guessed
# description: |
#   A file that is found by its name is as safe as the name. An internal standard
#   that protects files one by one says how they are named: at random, and in no
#   sequence.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(b)}
# custom: {id: PI112, severity: error}
package privity.internal.file_names

deny contains {
	"at": e,
	"msg": "protects files, and nothing says how these are named",
	"fix": "Add a requirement such as actions = [\"name files\"], method = [\"by UUIDv4\"].",
} if {
	input.policy.audience == "internal"
	some e in input.encryption
	e.scope == "file"
	not naming
}

naming if regex.match(`(?i)\bnam(e|es|ing)\b`, input.requirement[_].actions[_])
