# METADATA
# title: Backups do not outlive a promised erasure
# description: |
#   Who is promised erasure within a time expects the data to be gone by then.
#   Copies that are kept longer break the promise, and so does data that a
#   recipient keeps longer; copies of which nobody knows how long they are kept
#   may break it. Periods are compared as favourably as their units allow.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
# custom: {id: PP025, severity: error}
package privity.retention.backup_outlives_erasure

import data.privity.period

deny contains {
	"at": b,
	"attribute": "retained",
	"msg": sprintf("is kept for %s, longer than the %s in which data is promised to be erased", [b.retained, r.within]),
	"related": [{"at": r, "attribute": "within", "msg": "erasure is promised here"}],
	"fix": "Keep the copies for less long, or say in the limits of the right that copies are kept.",
} if {
	some r in promises
	some b in input.backup
	not b.enabled == false
	outlives(b.retained, r.within)
}

deny contains {
	"at": p,
	"attribute": "period",
	"msg": sprintf("lasts %s, longer than the %s in which data is promised to be erased", [p.period, r.within]),
	"related": [{"at": r, "attribute": "within", "msg": "erasure is promised here"}],
	"fix": "Have the recipient erase sooner, or say in the limits of the right what is kept.",
} if {
	some r in promises
	some p in input.retention
	p.applies_to[_].block in {"subprocessor", "backup"}
	outlives(p.period, r.within)
}

deny contains {
	"at": b,
	"attribute": "retained",
	"msg": "does not say how long copies are kept",
	"fix": "Add retained.",
} if {
	some b in input.backup
	not b.enabled == false
	not b.retained
	not b.retention
}

# promises are the rights to erasure within a time, without limits. Of the same
# time there is one: a policy has few, however many blocks it has.
promises contains r if {
	some r in input.right
	r.kind == "erasure"
	r.within
	not r.limits
}

outlives(kept, promised) if period.longer(kept, promised)

# What is kept as long as the erasure may take is still there when it is done.
outlives(kept, promised) if {
	kept == promised
	not period.vague(kept)
}
