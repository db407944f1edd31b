# METADATA
# title: What is answered at once is not asked for by letter
# description: |
#   A machine can answer at once. A message to which somebody has to write back
#   cannot be answered so, and a right that offers both promises for the one what
#   only the other keeps.
# custom: {id: PP052, severity: warning}
package privity.rights.instant_by_hand

warn contains {
	"at": r,
	"attribute": "within",
	"msg": sprintf("promises an answer at once, also to whoever asks by %s", [spoken[c.channel]]),
	"related": [{"at": c, "attribute": "channel", "msg": "somebody has to answer here"}],
	"fix": "Say in within of each contact how soon it answers.",
} if {
	some r in input.right
	r.within == "instant"
	some c in r.via
	spoken[c.channel]
	not c.within
}

spoken := {"email": "e-mail", "post": "post", "ticket": "ticket"}
