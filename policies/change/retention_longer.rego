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
	"fix": sprintf("Add %s.", [advice]),
} if {
	some c in input.changes
	c.class == "retention.increased"
	advice := missing(c.address)
}

# missing is what would give the reason. A period that stands in something else, such as
# a backup or a tier, has no because of its own: there it is a note.
missing(address) := "because" if {
	some r in input.after.retention
	r.address == address
	not r.because
}

missing(address) := "a note that says why" if {
	every r in input.after.retention {
		r.address != address
	}
	not input.after.by_address[address].note
}
