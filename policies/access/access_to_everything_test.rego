package privity.access.access_to_everything_test

import data.privity.access.access_to_everything as rule

forge := {"address": "subprocessor.a", "block": "subprocessor"}

stores := [{"address": "data_store.a", "block": "data_store"}, {"address": "data_store.b", "block": "data_store"}]

world(changes) := {"data_store": stores, "access": [object.union({"address": "access.a", "effect": "allow", "who": [forge], "to": stores}, changes)]}

test_every_store if {
	found := rule.warn with input as world({})
	count(found) == 1
}

test_not_said_what if {
	found := rule.warn with input as {"data_store": stores, "access": [{"address": "access.a", "effect": "allow", "who": [forge]}]}
	count(found) == 1
}

test_one_store_less if {
	count(rule.warn) == 0 with input as world({"to": [stores[0]]})
}

test_with_a_reason if {
	count(rule.warn) == 0 with input as world({"because": "it deploys them"})
	count(rule.warn) == 0 with input as world({"method": ["least_privilege"]})
}

test_own_people if {
	count(rule.warn) == 0 with input as world({"who": [{"block": "actor"}]})
}

test_no_access if {
	count(rule.warn) == 0 with input as world({"effect": "deny"})
}
