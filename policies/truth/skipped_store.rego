# METADATA
# title: What an option skips, nothing else waits for
# description: |
#   An option that keeps data from being stored leaves nothing there. A flow that
#   takes the data from that store then has nothing to take, and what the policy
#   says of it does not hold.
# custom: {id: PP044, severity: error}
package privity.truth.skipped_store

import data.privity.group

deny contains {
	"at": o,
	"attribute": "skips",
	"msg": sprintf("leaves nothing in %s, from which data is taken elsewhere", [skipped.address]),
	"related": [{"at": f, "attribute": "from", "msg": "this takes data from there"} | some f in leaving[skipped.address]],
	"fix": "Say in unless of the other flow that it does not take place then, or where it takes data from.",
} if {
	some f in input.flow
	some o in f.option
	some skipped in o.skips
	leaving[skipped.address]
}

# leaving are the flows that begin in each place, whatever happens.
leaving := group.few_by_key([[from.address, f.address] |
	some f in input.flow
	not f.unless
	some from in f.from
])
