# METADATA
# title: Encryption is not taken away
# description: |
#   What was encrypted stays encrypted, as strongly as before. A change that says
#   otherwise is a mistake in the description more often than one in the systems,
#   and a decision to accept with a waiver in all other cases.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PP074, severity: error}
package privity.change.encryption_weaker

deny contains {
	"at": c.address,
	"msg": "is protected by less encryption than before",
	"detail": c.summary,
	"fix": "Keep what was said, or waive this with a reason.",
} if {
	some c in input.changes
	c.class in {"encryption.removed", "encryption.weakened"}
}
