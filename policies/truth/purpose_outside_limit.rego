# METADATA
# title: Where data is used for certain purposes only, nothing uses it for others
# description: |
#   A policy that lists the reasons for which alone data is processed is held to
#   that list. Whatever it says elsewhere of further purposes refutes it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(b)}
# custom: {id: PP045, severity: error}
package privity.truth.purpose_outside_limit

import data.privity.group

deny contains {
	"at": r,
	"attribute": "purposes",
	"msg": sprintf("is refuted: data is used for %s", [group.counted(count(others), "other purpose")]),
	"related": [{"at": used[p].at, "attribute": "purposes", "msg": sprintf("here for %s", [p])} | some p in others],
	"fix": "Add them to the list, or use data for no more than it names.",
} if {
	some r in limits
	allowed := {p.address | some p in r.purposes}
	others := group.few({p: true | some p, _ in used; not p in allowed})
	count(others) > 0
}

# limits are the lists that all use is held to. One is enough for any policy.
limits := array.slice(
	[r |
		some r in input.requirement
		r.effect == "limit"
		not r.only == false
		r.purposes
		not r.on
	],
	0, 10,
)

# used are the purposes that data is used for, each with a place that says so.
used := object.union_n([{p.address: {"at": b.address}} |
	some b in users
	some p in b.purposes
])

users := [b |
	some list in [input.category, engagements, input.flow, input.activity, input.access]
	some b in list
]

engagements := [e | some e in input.subprocessor[_].engagement]
