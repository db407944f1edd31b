package privity.internal.logs_clean_test

import data.privity.internal.logs_clean as rule

log := {"address": "data_store.a", "block": "data_store", "name": "service_logs"}

world(stores, requirements) := {"policy": {"audience": "internal"}, "data_store": stores, "requirement": requirements}

test_data_in_logs if {
	count(rule.deny) == 1 with input as world([object.union(log, {"holds": [{}]})], [])
	count(rule.deny) == 0 with input as world([log, {"name": "a", "label": "audit log", "holds": [{}]}, {"name": "catalog", "holds": [{}]}], [])
}

wipe := {"address": "requirement.a", "effect": "require", "on": [log]}

test_only_under_a_condition if {
	count(rule.deny) == 1 with input as world([], [object.union(wipe, {"when": [{"address": "condition.a"}]})])
	count(rule.deny) == 0 with input as world([], [wipe])
}
