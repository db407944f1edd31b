# METADATA
# title: What is kept longer says why
# description: |
#   Data is kept no longer than it is needed for. If it turns out to be needed for
#   longer than people were told, there is a reason, and it belongs beside the
#   period.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
# custom: {id: PP070, severity: warning}
package privity.change.retention_longer

warn contains {
	"at": c.address,
	"msg": "can be kept for longer than before, and does not say why",
	"detail": c.summary,
	"fix": "Add because.",
} if {
	some c in input.changes
	c.class == "retention.increased"
	not input.after.by_address[c.address].because
}
