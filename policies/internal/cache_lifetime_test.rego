package privity.internal.cache_lifetime_test

import data.privity.internal.cache_lifetime as rule

world(changes) := {"policy": {"audience": "internal"}, "data_store": [object.union({"address": "data_store.a", "name": "a", "holds": [{}]}, changes)]}

test_no_lifetime if {
	every changes in [{"permanent": false}, {"name": "caches"}, {"technology": "Redis"}, {"label": "Cache", "retention": [{"period": "limited"}]}] {
		found := rule.deny with input as world(changes)
		count(found) == 1
	}
}

test_lifetime if {
	count(rule.deny) == 0 with input as world({"name": "cache", "retention": [{"period": "12 hours"}]})
}

test_no_cache if {
	count(rule.deny) == 0 with input as world({"permanent": true})
}

test_public_policy if {
	count(rule.deny) == 0 with input as object.union(world({"name": "cache"}), {"policy": {"audience": "public"}})
}
