# METADATA
# title: End-to-end encryption is what the words mean
# description: |
#   Encryption from one end to the other protects data on its way, so that nobody
#   in between can read it. Encryption of what is stored is something else,
#   however strong it is, and so is a service that manages keys where a protocol
#   is meant.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(a)}
# custom: {id: PP050, severity: warning}
package privity.security.end_to_end_at_rest

warn contains {
	"at": e,
	"attribute": "scope",
	"msg": "calls encryption at rest end-to-end, which it is not",
	"fix": "Write scope = \"storage\", \"file\" or \"field\".",
} if {
	some e in input.encryption
	e.state == "at_rest"
	e.scope == "end_to_end"
}
