package privity.access.protection_ends_test

import data.privity.access.protection_ends as rule

upload := {"address": "category.a"}

denied := {"address": "access.a", "effect": "deny", "when": [{}], "to": [upload]}

delivery(to) := {"address": "flow.a", "from": [{"block": "data_store"}], "to": [to], "data": [upload]}

test_taken_elsewhere if {
	found := rule.warn with input as {"access": [denied], "flow": [delivery({"block": "system"})]}
	{r.at | some f in found; some r in f.related} == {"flow.a"}
}

test_can_be_set_to_leave if {
	chosen := object.union(object.remove(delivery({}), ["to"]), {"option": [{"to": [{"block": "system"}]}]})
	found := rule.warn with input as {"access": [denied], "flow": [chosen]}
	{r.at | some f in found; some r in f.related} == {"flow.a"}
}

test_it_is_said_who_can_see_it_there if {
	count(rule.warn) == 0 with input as {"access": [denied], "flow": [delivery({"block": "system", "access": [{}]})]}
}

test_taken_to_another_store if {
	count(rule.warn) == 0 with input as {"access": [denied], "flow": [delivery({"block": "data_store"})]}
}

test_denied_everywhere if {
	count(rule.warn) == 0 with input as {"access": [object.remove(denied, ["when"])], "flow": [delivery({"block": "system"})]}
}
