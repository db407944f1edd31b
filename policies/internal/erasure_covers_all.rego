# METADATA
# title: What erasure leaves behind is an exception
# description: |
#   Where a procedure erases data, a part of a store that is kept for purposes
#   of its own contradicts it, unless an exception says that and why the data
#   stays.
# custom: {id: PI122, severity: error}
package privity.internal.erasure_covers_all

deny contains {
	"at": s,
	"msg": sprintf("keeps data in %s, which a procedure is to erase", [g.address]),
	"related": array.concat([{"at": g, "msg": "data is kept here for a purpose of its own"}], [{"at": e, "msg": "it is to be erased here"} | some e in few_erasing]),
	"fix": "Add an exception for it, or a retention block that says when the data goes.",
} if {
	count(erasing) > 0
	some s in input.data_store
	some g in s.segment
	g.holds
	g.purposes
	not g.retention
	not s.retention
	not g.address in excepted
	not s.address in excepted
}

# erasing are the steps that make data disappear.
erasing contains t.address if {
	some t in input.procedure[_].step
	t.methods
}

few_erasing := array.slice([e | some e in erasing], 0, 10)

# excepted is what an exception keeps from erasure: one that is an exception to a
# certain requirement is about something else.
excepted contains f.address if {
	some e in input.exception
	not e.to
	some f in e.for
}
