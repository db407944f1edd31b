package privity.internal.least_privilege_test

import data.privity.internal.least_privilege as rule

world(changes) := {"policy": {"audience": "internal"}, "access": [object.union({"address": "access.a", "effect": "allow", "to": [{"block": "segment"}]}, changes)]}

test_without_limits if count(rule.deny) == 1 with input as world({})

test_with_limits if {
	every change in [{"method": ["rbac"]}, {"via": [{}]}, {"effect": "deny"}, {"to": [{"block": "system"}]}] {
		count(rule.deny) == 0 with input as world(change)
	}
}

test_public if {
	count(rule.deny) == 0 with input as object.union(world({}), {"policy": {"audience": "public"}})
}
