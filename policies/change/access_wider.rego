# METADATA
# title: Wider access says why
# description: |
#   Whoever can see personal data needs it for what they do. Access that grows
#   without a reason grows until everybody has it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(4)}
# custom: {id: PP071, severity: warning}
package privity.change.access_wider

warn contains {
	"at": c.address,
	"msg": "lets more be seen than before, and does not say why",
	"detail": c.summary,
	"fix": "Add because.",
} if {
	some c in input.changes
	c.class == "access.widened"
	not input.after.by_address[c.address].because
}
