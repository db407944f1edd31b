package privity.internal.open_to_public_test

import data.privity.internal.open_to_public as rule

world(changes) := {"policy": {"audience": "internal"}, "access": [object.union({"address": "access.a", "effect": "allow", "who": [{"kind": "public"}], "to": [{"address": "data_store.a", "block": "data_store", "holds": [{}]}]}, changes)]}

test_everybody if {
	count(rule.deny) == 1 with input as world({})
	count(rule.deny) == 1 with input as world({"to": [{"address": "category.a", "block": "category"}]})
}

test_not_everybody if {
	every change in [{"effect": "deny"}, {"who": [{"kind": "staff"}]}, {"when": [{}]}, {"to": [{"block": "data_store"}]}] {
		count(rule.deny) == 0 with input as world(change)
	}
}
