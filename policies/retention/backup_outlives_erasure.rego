# METADATA
# title: Backups do not outlive a promised erasure
# description: |
#   Who is promised erasure within a time expects the data to be gone by then.
#   Copies that are kept longer break the promise, and so does data that a
#   recipient keeps longer; copies of which nobody knows how long they are kept
#   may break it. Periods are compared as favourably as their units allow.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(e)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 17(1)}
# custom: {id: PP025, severity: error}
package privity.retention.backup_outlives_erasure

import data.privity.period

deny contains {
	"at": b,
	"attribute": "retained",
	"msg": sprintf("is kept for %s, and data is promised to be gone within %s", [b.retained, promise.period]),
	"related": [{"at": promise.at, "attribute": promise.attribute, "msg": "this is the promise"}],
	"fix": "Keep the copies for less long, or say in the limits of the right that copies are kept.",
} if {
	some b in input.backup
	not b.enabled == false
	outlives(b.retained, promise.period)
}

deny contains {
	"at": r,
	"attribute": "period",
	"msg": sprintf("lasts %s, and data is promised to be gone within %s", [r.period, promise.period]),
	"related": [{"at": promise.at, "attribute": promise.attribute, "msg": "this is the promise"}],
	"fix": "Have the recipient erase sooner, or say in the limits of the right what is kept.",
} if {
	some r in input.retention
	r.address != promise.at
	r.applies_to[_].block in {"subprocessor", "backup"}
	outlives(r.period, promise.period)
}

deny contains {
	"at": r,
	"attribute": "reach",
	"msg": sprintf("can be %s back, and data is promised to be gone within %s", [r.reach, promise.period]),
	"related": [{"at": promise.at, "attribute": promise.attribute, "msg": "this is the promise"}],
	"fix": "Say in the limits of the right that data can come back with a copy, or delete it again when a copy is restored.",
} if {
	some b in input.backup
	not b.enabled == false
	not b.retained
	r := b.restore
	outlives(r.reach, promise.period)
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
	not reaches(b)
}

# reaches holds for copies of which it is said how far back they go.
reaches(b) if b.restore.reach

# promises say within which time data is gone: rights to erasure that have no
# limits, and periods that are guaranteed to end in deletion.
promises contains {"at": r.address, "attribute": "within", "period": r.within} if {
	some r in input.right
	r.kind == "erasure"
	not r.limits
}

promises contains {"at": r.address, "attribute": "period", "period": r.period} if {
	some r in input.retention
	r.guaranteed
	r.on_expiry == "delete"
}

# promise is the strictest of them.
promise := strictest[0] if {
	shortest := min({period.most_days(p.period) | some p in promises})
	strictest := [p | some p in promises; period.most_days(p.period) == shortest]
}

outlives(kept, promised) if period.longer(kept, promised)

# What is kept as long as the erasure may take is still there when it is done.
outlives(kept, promised) if {
	kept == promised
	not period.vague(kept)
}
