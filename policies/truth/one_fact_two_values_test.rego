package privity.truth.one_fact_two_values_test

import data.privity.truth.one_fact_two_values as rule

world(periods) := {"data_store": [{"address": "data_store.a", "retention": periods}], "subprocessor": [], "category": [], "system": []}

first := {"address": "a", "period": "180 days"}

test_two_periods if {
	found := rule.deny with input as world([first, {"address": "b", "period": "18 months"}])
	{f.at.address | some f in found} == {"b"}
}

test_another_bound if {
	found := rule.deny with input as world([first, {"address": "b", "period": "180 days", "bound": "under"}])
	count(found) == 1
}

test_the_same_twice if {
	count(rule.deny) == 0 with input as world([first, {"address": "b", "period": "180 days", "bound": "exact"}])
}

test_of_other_data if {
	count(rule.deny) == 0 with input as world([first, {"address": "b", "period": "1 day", "data": ["category.a"]}])
}

test_under_a_condition if {
	count(rule.deny) == 0 with input as world([first, {"address": "b", "period": "1 day", "when": [{}]}])
}

test_without_a_period if {
	count(rule.deny) == 0 with input as world([first, {"address": "b", "bound": "indefinite"}])
}

test_each_is_held_against_the_first if {
	periods := [first, object.union(first, {"address": "b"}), {"address": "c", "period": "1 day"}, {"address": "d", "period": "2 days"}]
	found := rule.deny with input as world(periods)
	{f.at.address | some f in found} == {"c", "d"}
	{r.at.address | some f in found; some r in f.related} == {"a"}
}
