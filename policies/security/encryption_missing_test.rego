package privity.security.encryption_missing_test

import data.privity.security.encryption_missing as rule

store(changes) := object.union({"address": "data_store.a", "holds": [{"address": "category.a"}]}, changes)

test_nothing_is_said if {
	found := rule.deny with input as {"data_store": [store({})], "encryption": []}
	count(found) == 1
}

test_only_in_transit if {
	found := rule.deny with input as {"data_store": [store({"encryption": [{"state": "in_transit"}]})], "encryption": [{"state": "in_transit"}]}
	count(found) == 1
}

test_at_rest if {
	count(rule.deny) == 0 with input as {"data_store": [store({"encryption": [{"state": "at_rest"}]})], "encryption": []}
	count(rule.deny) == 0 with input as {"data_store": [store({"encryption": [{}]})], "encryption": []}
}

test_for_everything if {
	count(rule.deny) == 0 with input as {"data_store": [store({})], "encryption": [{"state": "at_rest"}]}
	found := rule.deny with input as {"data_store": [store({})], "encryption": [{"applies_to": [{}]}]}
	count(found) == 1
}

test_for_everything_and_for_one_in_particular if {
	other := {"address": "data_store.b", "holds": [{}], "encryption": [{"state": "at_rest"}]}
	found := rule.deny with input as {"data_store": [store({}), other], "encryption": [{"state": "at_rest"}]}
	{f.at.address | some f in found} == {"data_store.a"}
}

test_for_what_it_holds if {
	count(rule.deny) == 0 with input as {"data_store": [store({"holds": [{"encryption": [{}]}]})], "encryption": []}
	found := rule.deny with input as {"data_store": [store({"holds": [{"encryption": [{}]}, {}]})], "encryption": []}
	count(found) == 1
}

test_it_is_not_known_what_it_holds if {
	count(rule.deny) == 0 with input as {"data_store": [{"address": "data_store.a"}], "encryption": []}
}
