# METADATA
# title: A further purpose says why it is compatible
# description: |
#   Data that was collected for one purpose is used for another only where the two
#   are compatible, or the law or the people agree. What makes it so is stated with
#   the new purpose, and people are told before it begins.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 6(4)}
# custom: {id: PP073, severity: warning, regimes: [gdpr, uk_gdpr]}
package privity.change.purpose_new

warn contains {
	"at": c.address,
	"msg": "is new, and nothing says why data may be used for it",
	"detail": c.summary,
	"fix": "Add because.",
} if {
	some c in input.changes
	c.class == "purpose.added"
	not input.after.by_address[c.address].because
}
