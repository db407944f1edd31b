package privity.recipients.record_incomplete_test

import data.privity.recipients.record_incomplete as rule

test_neither if {
	found := rule.deny with input as {"subprocessor": [{"engagement": [{"address": "a"}]}]}
	{f.attribute | some f in found} == {"purposes", "data"}
}

test_one_of_two if {
	found := rule.deny with input as {"subprocessor": [{"engagement": [{"address": "a", "data": [{}]}]}]}
	{f.attribute | some f in found} == {"purposes"}
}

test_both if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"engagement": [{"data": [{}], "purposes": [{}]}]}, {}]}
}
