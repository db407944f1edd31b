# METADATA
# title: A change takes effect when it has been announced for as long as promised
# description: |
#   A notice term promises to announce certain changes some time ahead, so that
#   customers can object. A version that takes effect earlier breaks the promise
#   for each of the changes that it brings.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 28(2)}
# custom: {id: PP022, severity: error}
package privity.change.notice_kept

deny contains {
	"at": input.after.policy,
	"attribute": "effective",
	"msg": sprintf("takes effect on %s, and a change in it may not before %s", [input.after.policy.effective, c.earliest]),
	"detail": c.summary,
	"related": [{"at": c.address, "msg": "this is the change"}],
	"fix": sprintf("Publish it with effective = %q or later.", [c.earliest]),
} if {
	some c in input.changes
	input.after.policy.effective < c.earliest
}
