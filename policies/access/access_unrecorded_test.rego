package privity.access.access_unrecorded_test

import data.privity.access.access_unrecorded as rule

world(changes) := {"access": [object.union({"address": "access.a", "effect": "allow", "who": [{"kind": "team"}], "to": [{"block": "data_store"}]}, changes)]}

test_not_recorded if {
	found := rule.deny with input as world({})
	count(found) == 1
	limited := rule.deny with input as world({"effect": "limit"})
	count(limited) == 1
}

test_recorded if {
	count(rule.deny) == 0 with input as world({"audit": {"address": "access.a.audit"}})
}

test_no_access if {
	count(rule.deny) == 0 with input as world({"effect": "deny"})
}

test_the_person_and_the_program if {
	count(rule.deny) == 0 with input as world({"who": [{"kind": "data_subject"}, {"block": "system"}]})
	count(rule.deny) == 0 with input as world({"to": [{"block": "system"}]})
}
