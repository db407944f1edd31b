package privity.internal.file_key_test

import data.privity.internal.file_key as rule

world(changes) := {"policy": {"audience": "internal"}, "encryption": [object.union({"address": "encryption.a", "scope": "file"}, changes)]}

test_no_key if {
	found := rule.deny with input as world({})
	{f.attribute | some f in found} == {"key"}
}

test_key_without_a_place if {
	found := rule.deny with input as world({"key": {"address": "encryption.a.key", "owner": [{}]}})
	{f.attribute | some f in found} == {"stored_in"}
}

test_key_in_a_vault if {
	count(rule.deny) == 0 with input as world({"key": {"owner": [{}], "engine": "vault"}})
	count(rule.deny) == 0 with input as world({"key": {"owner": [{}], "stored_in": "a vault"}})
}

test_the_whole_storage if count(rule.deny) == 0 with input as world({"scope": "storage"})
