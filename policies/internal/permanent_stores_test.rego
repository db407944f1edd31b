package privity.internal.permanent_stores_test

import data.privity.internal.permanent_stores as rule

pi := {"address": "category.pi", "block": "category"}

users := {"address": "data_store.users", "block": "data_store", "holds": [pi]}

other := {"address": "data_store.other", "block": "data_store", "holds": [pi]}

avoid := {"effect": "avoid", "on": [pi]}

world(stores) := {
	"policy": {"audience": "internal"}, "data_store": stores,
	"exception": [{"only": true, "to": [avoid], "for": [users]}],
}

test_another_store if {
	found := rule.deny with input as world([users, other])
	{f.at.address | some f in found} == {"data_store.other"}
}

test_a_narrower_category if {
	narrower := object.union(other, {"holds": [{"address": "category.name", "parents": [pi]}]})
	count(rule.deny) == 1 with input as world([users, narrower])
}

test_for_a_time if {
	count(rule.deny) == 0 with input as world([users, object.union(other, {"retention": [{"period": "1 day"}]})])
	count(rule.deny) == 0 with input as world([users, object.union(other, {"permanent": false})])
}

test_nothing_is_limited if {
	count(rule.deny) == 0 with input as object.union(world([other]), {"exception": [{"to": [avoid], "for": [users]}]})
}
