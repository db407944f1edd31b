# METADATA
# title: Every recipient that is used is declared, and every one that is declared is used
# description: |
#   A list of recipients is worth something if it is complete and true. A
#   subprocessor of which nothing says what it is engaged for is a leftover or a
#   gap; who manages a data store sees what is in it, and is engaged for
#   something. A company on whose infrastructure a store runs receives the data,
#   and is listed; what it is engaged for belongs beside it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(1)(e)}
# custom: {id: PP013, severity: error}
package privity.truth.recipients_used

import data.privity.group

deny contains {
	"at": s,
	"msg": "is declared, and nothing says what it is engaged for",
	"fix": "Add an engagement, or delete it.",
} if {
	some s in input.subprocessor
	not s.engagement
	not s.address in used
}

deny contains {
	"at": s,
	"msg": "manages data stores, and nothing says what it is engaged for",
	"related": [{"at": store, "attribute": "managed_by", "msg": "it manages this store"} | some store in managed[s.address]],
	"fix": "Add an engagement that says what for, and with which data.",
} if {
	some s in input.subprocessor
	not s.engagement
	managed[s.address]
}

deny contains {
	"at": host,
	"msg": "hosts data stores, and nothing says what it is engaged for",
	"related": [{"at": s, "msg": "data is kept there"} | some s in stores],
	"fix": "Declare a subprocessor with this vendor, and an engagement.",
} if {
	some host, stores in undeclared
}

# used are the subprocessors that something else in the policy refers to.
used contains s.managed_by.address if some s in input.data_store

used contains t.address if some t in input.flow[_].from

used contains t.address if some t in input.flow[_].to

used contains t.address if some t in input.flow[_].option[_].to

used contains r.address if some r in input.activity[_].recipients

used contains w.address if some w in input.access[_].who

# declared are the companies that a subprocessor belongs to.
declared contains s.vendor.address if some s in input.subprocessor

declared contains s.hosted_by.address if some s in input.subprocessor

declared contains s.vendor.parent.address if some s in input.subprocessor

# managed are the data stores that each recipient manages.
managed := group.few_by_key([[s.managed_by.address, s.address] |
	some s in input.data_store
	s.managed_by.address in idle
])

# idle are the recipients of which no engagement is stated.
idle contains s.address if {
	some s in input.subprocessor
	not s.engagement
}

# undeclared are the companies that no subprocessor stands for, with the data stores
# that run on their infrastructure.
undeclared := group.few_by_key(array.concat(by_host, by_region))

by_host := [[s.hosted_by.address, s.address] | some s in input.data_store; not s.hosted_by.address in declared]

by_region := [[r.vendor.address, s.address] |
	some s in input.data_store
	not s.hosted_by
	some r in s.regions
	not r.vendor.address in declared
]
