# METADATA
# title: Nobody can see data, also where it goes
# description: |
#   Data that nobody else can see while it lies in one place can be seen in
#   another that it is taken to. A promise that holds under a condition, beside a
#   flow that takes the data out of it, is read as more than it is.
# custom: {id: PP049, severity: warning}
package privity.access.protection_ends

import data.privity.group

warn contains {
	"at": a,
	"attribute": "when",
	"msg": sprintf("denies access to %s under a condition, and it is taken elsewhere", [c.address]),
	"related": [{"at": f, "attribute": "to", "msg": "it is taken there"} | some f in leaving[c.address]],
	"fix": "Say who can see it where it is taken to.",
} if {
	some a in input.access
	a.effect == "deny"
	a.when
	some c in a.to
	leaving[c.address]
}

# leaving are the flows that take each category out of where it is kept.
leaving := group.few_by_key([[c.address, f.address] |
	some f in input.flow
	some from in f.from
	from.block == "data_store"
	count({t | some t in taken_to(f); t.block in {"system", "actor", "subprocessor"}; not t.access}) > 0
	some c in f.data
])

# taken_to(f) is where a flow leads, or can be set to lead.
taken_to(f) := array.concat(object.get(f, "to", []), [t | some t in f.option[_].to])
