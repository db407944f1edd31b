# METADATA
# title: A store names the part of a company that runs it
# description: |
#   Where a company and a part of it are both declared, a store that names the
#   company leaves open whether it means the part. Readers who compare lists find
#   two names for one recipient.
# custom: {id: PP056, severity: note}
package privity.hygiene.company_or_part

import data.privity.group

deny contains {
	"at": s,
	"attribute": "vendor",
	"msg": sprintf("names %s, and a part of it is declared too", [s.vendor.address]),
	"related": [{"at": v, "attribute": "parent", "msg": "this is a part of it"} | some v in parts[s.vendor.address]],
	"fix": "Name the part, or do without it.",
} if {
	some s in input.data_store
	parts[s.vendor.address]
}

parts := group.few_by_key([[v.parent.address, v.address] | some v in input.vendor])
