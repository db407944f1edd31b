package privity.security.special_categories_test

import data.privity.security.special_categories as rule

health := {"address": "category.a", "sensitivity": "special_category", "ground": "explicit_consent"}

encrypted := [{"state": "at_rest"}]

world(stores) := {"category": [health], "data_store": stores, "encryption": []}

test_no_ground if {
	found := rule.deny with input as {"category": [object.remove(health, ["ground"]), {"sensitivity": "ordinary"}], "data_store": [], "encryption": []}
	count(found) == 1
}

test_not_encrypted if {
	count(rule.deny) == 1 with input as world([{"address": "data_store.a", "holds": [health]}])
	count(rule.deny) == 1 with input as world([{"address": "data_store.a", "segment": [{"holds": [health]}]}])
	count(rule.deny) == 1 with input as world([{"address": "data_store.a", "holds": [health], "encryption": [{"state": "in_transit"}]}])
}

test_encrypted if {
	count(rule.deny) == 0 with input as world([{"holds": [health], "encryption": encrypted}])
	count(rule.deny) == 0 with input as world([{"holds": [object.union(health, {"encryption": encrypted})]}])
	count(rule.deny) == 0 with input as object.union(world([{"holds": [health]}]), {"encryption": [{}]})
	count(rule.deny) == 0 with input as world([{"holds": [{"sensitivity": "ordinary"}]}])
}
