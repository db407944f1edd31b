# METADATA
# title: Whoever sells data lets people opt out, by a signal too
# description: |
#   Where data is sold, or shared for advertising across businesses, people in
#   California may opt out at any time: over a way that the policy names, and by a
#   signal that their browser sends.
# related_resources:
#   - {ref: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.135", description: Cal. Civ. Code § 1798.135(a)}
#   - {ref: "https://cppa.ca.gov/regulations/", description: 11 CCR § 7025(b)}
# custom: {id: PP033, severity: error, regimes: [ccpa]}
package privity.rights.opt_out_incoherent

deny contains {
	"at": r,
	"attribute": "via",
	"msg": "does not say how to opt out",
	"fix": "Add via, with the link or the setting.",
} if {
	count(sales) > 0
	some r in input.right
	r.kind == "opt_out"
	not r.via
}

deny contains {
	"at": r,
	"attribute": "signals",
	"msg": "does not say that the signal of a browser counts as opting out",
	"related": [{"at": t, "attribute": "counts_as", "msg": "data is sold or shared here"} | some t in sales],
	"fix": "Honour it, and add signals = [\"global_privacy_control\"].",
} if {
	count(sales) > 0
	some r in input.right
	r.kind == "opt_out"
	not "global_privacy_control" in r.signals
}

sales := array.slice([t.address | some t in input.transfer; t.effect == "allow"; t.counts_as], 0, 10)
