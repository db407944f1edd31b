package privity.change.recipient_new_test

import data.privity.change.recipient_new as rule

found(block) := result if result := rule.warn with input as {
	"after": {"by_address": {"subprocessor.a": block}},
	"changes": [{"class": "subprocessor.added", "address": "subprocessor.a"}],
}

a := {"address": "subprocessor.a", "since": "2026-08-01", "agreement": "https://example.com/dpa"}

test_neither if {
	some f in found(object.remove(a, ["since", "agreement"]))
	contains(f.msg, "under which agreement and since when")
}

test_one if {
	some f in found(object.remove(a, ["agreement"]))
	endswith(f.msg, "under which agreement")
	f.fix == "Add agreement, the address of the contract."
}

test_both if count(found(a)) == 0

test_a_class_of_recipients if count(found({"address": "subprocessor.a", "kind": "recipient_class"})) == 0
