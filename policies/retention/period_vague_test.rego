package privity.retention.period_vague_test

import data.privity.retention.period_vague as rule

test_without_an_end if {
	found := rule.warn with input as {"retention": [{"address": "a", "bound": "indefinite"}, {"address": "b", "bound": "unspecified"}]}
	{f.at.address | some f in found} == {"a", "b"}
}

test_without_a_number if {
	found := rule.warn with input as {"retention": [{"address": "a", "period": "limited"}, {"address": "b", "long_term": true}]}
	{f.at.address | some f in found} == {"a", "b"}
}

test_a_habit if {
	found := rule.warn with input as {"retention": [{"address": "a", "period": "12 hours", "bound": "under", "qualifier": "normally"}]}
	{f.attribute | some f in found} == {"qualifier"}
}

test_what_can_be_checked if {
	count(rule.warn) == 0 with input as {"retention": [
		{"period": "12 hours", "bound": "under"},
		{"long_term": true, "period": "10 years"},
		{"long_term": false},
		{"period": "1 year", "qualifier": "proactively"},
	]}
}
