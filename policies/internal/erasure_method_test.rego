package privity.internal.erasure_method_test

import data.privity.internal.erasure_method as rule

erase := {"address": "s", "methods": ["delete", "hash"]}

world(changes) := object.union({"procedure": [], "flow": [], "retention": []}, changes)

test_a_hash if {
	count(rule.deny) == 1 with input as world({"procedure": [{"step": [erase]}]})
	count(rule.deny) == 1 with input as world({"flow": [{"step": [erase]}]})
	count(rule.deny) == 1 with input as world({"retention": [{"address": "r", "on_expiry": "hash"}]})
}

test_a_salted_hash if {
	count(rule.deny) == 0 with input as world({"procedure": [{"step": [object.union(erase, {"note": "The hash is salted."})]}]})
	count(rule.deny) == 0 with input as world({"retention": [{"on_expiry": "hash", "note": "With a key that is thrown away."}]})
}

test_another_method if count(rule.deny) == 0 with input as world({"procedure": [{"step": [{"methods": ["tombstone"]}]}]})
