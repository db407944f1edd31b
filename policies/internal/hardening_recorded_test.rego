package privity.internal.hardening_recorded_test

import data.privity.internal.hardening_recorded as rule

world(changes) := {"policy": {"audience": "internal"}, "category": [object.union({"address": "category.a", "class": "primary"}, changes)]}

test_not_recorded if {
	count(rule.deny) == 1 with input as world({})
	count(rule.deny) == 1 with input as world({"encryption": [{}]})
}

test_recorded if {
	keyed := {"encryption": [{"key": {}}]}
	count(rule.deny) == 0 with input as world(keyed)
	count(rule.deny) == 0 with input as world({"parents": [keyed]})
}

test_secondary if count(rule.deny) == 0 with input as world({"class": "secondary"})
