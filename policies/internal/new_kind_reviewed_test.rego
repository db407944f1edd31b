package privity.internal.new_kind_reviewed_test

import data.privity.internal.new_kind_reviewed as rule

world(steps) := {"policy": {"address": "policy.a", "audience": "internal"}, "category": [{"class": "primary"}], "procedure": [{"step": steps}]}

test_nobody if {
	count(rule.deny) == 1 with input as world([])
	count(rule.deny) == 1 with input as world([{"action": "review the solution"}])
	count(rule.deny) == 1 with input as world([{"action": "write it down", "who": [{}]}])
}

test_somebody if count(rule.deny) == 0 with input as world([{"action": "review the solution", "who": [{}]}])

test_data_is_not_classed if count(rule.deny) == 0 with input as object.union(world([]), {"category": [{}]})
