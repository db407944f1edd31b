package privity.internal.class_missing_test

import data.privity.internal.class_missing as rule

world(categories) := {"policy": {"audience": "internal"}, "category": array.concat([{"address": "category.p", "class": "primary"}], categories)}

test_no_class if {
	found := rule.warn with input as world([{"address": "category.a"}])
	{f.at.address | some f in found} == {"category.a"}
}

test_class_of_a_wider_category if {
	count(rule.warn) == 0 with input as world([
		{"address": "category.a", "parents": [{"address": "category.p", "class": "primary"}]},
		{"address": "category.b", "parents": [{"address": "category.q", "parents": [{"address": "category.p"}]}]},
	])
}

test_part_of_what_has_a_class if {
	count(rule.warn) == 0 with input as world([{"address": "category.a", "class": "secondary", "includes": ["category.b"]}, {"address": "category.b"}])
}

test_what_is_treated_as_something_that_has_a_class if {
	treated := {"address": "category.b", "treated_as": [{"as": "category.p"}]}
	count(rule.warn) == 0 with input as world([treated])
}

test_part_of_what_is_treated_as_something_that_has_a_class if {
	wider := {"address": "category.b", "treated_as": [{"as": "category.p"}]}
	count(rule.warn) == 0 with input as world([wider, {"address": "category.c", "parents": [wider]}])
}

test_what_is_made_of_others if {
	count(rule.warn) == 0 with input as world([{"address": "category.a", "includes": ["category.p"]}])
	count(rule.warn) == 0 with input as world([{"address": "category.q"}, {"address": "category.b", "class": "primary", "parents": [{"address": "category.q"}]}])
}

test_policy_that_knows_no_classes if {
	count(rule.warn) == 0 with input as {"policy": {"audience": "internal"}, "category": [{"address": "category.a"}]}
	count(rule.warn) == 0 with input as {"policy": {"audience": "public"}, "category": [{"address": "category.a"}, {"class": "primary"}]}
}
