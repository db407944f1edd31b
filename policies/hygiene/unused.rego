# METADATA
# title: What is declared is used
# description: |
#   A company or region that nothing refers to was used once, or is missing
#   where it should stand.
# custom: {id: PP040, severity: note}
package privity.hygiene.unused

deny contains {
	"at": v,
	"msg": "is declared, and nothing refers to it",
	"fix": "Refer to it, or delete it.",
} if {
	some v in array.concat(input.vendor, input.region)
	not v.address in used
}

used contains v.parent.address if some v in input.vendor

used contains r.vendor.address if some r in input.region

used contains t.hosted_by.address if some t in located

used contains t.vendor.address if some t in array.concat(input.data_store, input.subprocessor)

used contains t.regions[_].address if some t in located

used contains b.regions[_].address if some b in input.backup

used contains e.regions[_].address if some e in input.subprocessor[_].engagement

used contains h.vendor.address if some h in input.subprocessor[_].engagement[_].shares_with

used contains e.key.owner[_].address if some e in input.encryption

used contains c.collection.from[_] if some c in input.category

located := array.concat(array.concat(input.data_store, input.subprocessor), input.system)
