# METADATA
# title: Personal data stays in the stores that are meant for it
# description: |
#   Where an internal standard lists the only stores that may keep a category for
#   good, another that holds it keeps it for a time, or not at all.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(c)}
# custom: {id: PI103, severity: error}
package privity.internal.permanent_stores

import data.privity.group

deny contains {
	"at": s,
	"attribute": "holds",
	"msg": sprintf("keeps %s, which is for other stores alone", [c.address]),
	"related": [{"at": o, "msg": "this store may keep it"} | some o in few_meant[c.address]],
	"fix": "Add a retention block with a period, or name the store in the exception.",
} if {
	input.policy.audience == "internal"
	some s in input.data_store
	not s.permanent == false
	not for_a_time(s)
	some held in s.holds
	some c in array.concat([held], object.get(held, "parents", []))
	meant[c.address]
	not meant[c.address][s.address]
}

# meant are the stores that an exception lists, by the category that may otherwise
# not be kept.
meant := group.by_key([[c.address, s.address] |
	some e in input.exception
	e.only
	some r in e.to
	r.effect in {"forbid", "avoid"}
	some c in r.on
	c.block == "category"
	some s in e.for
	s.block == "data_store"
])

few_meant := {c: group.few(stores) | some c, stores in meant}

for_a_time(s) if s.retention[_].period
