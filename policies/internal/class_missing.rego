# METADATA
# title: An internal standard classes every kind of data
# description: |
#   Where an organization's own standard tells primary from secondary data,
#   other rules follow from the class. A category says which it is, or a wider
#   one that it belongs to does.
# custom: {id: PI101, severity: warning}
package privity.internal.class_missing

warn contains {
	"at": c,
	"attribute": "class",
	"msg": "is neither primary nor secondary",
	"fix": "Add class, or a parent that has one.",
} if {
	classes
	some c in input.category
	not classed(c)
	not c.address in including
}

# classes holds for an internal policy that classes data at all.
classes if {
	input.policy.audience == "internal"
	some c in input.category
	c.class
}

classed(c) if c.address in reached

classed(c) if c.parents[_].address in reached

classed(c) if c.parents[_].parents[_].address in reached

# What is treated as another category has its class.
classed(c) if c.treated_as[_].as in reached

classed(c) if c.parents[_].treated_as[_].as in reached

# reached are the categories that have a class, and what they are made of.
reached := graph.reachable(
	{c.address: object.get(c, "includes", []) | some c in input.category},
	{c.address | some c in input.category; c.class},
)

# including are the categories that are made of others.
including contains p.address if some p in input.category[_].parents

including contains c.address if {
	some c in input.category
	c.includes
}
