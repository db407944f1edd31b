package privity.hygiene.waiver_incomplete_test

import data.privity.hygiene.waiver_incomplete as rule

test_neither if {
	found := rule.warn with input as {"waiver": [{"address": "waiver.a"}]}
	{f.attribute | some f in found} == {"approver", "expires"}
}

test_one_of_two if {
	found := rule.warn with input as {"waiver": [{"address": "waiver.a", "approver": "counsel"}]}
	{f.attribute | some f in found} == {"expires"}
}

test_both if {
	count(rule.warn) == 0 with input as {"waiver": [{"approver": "counsel", "expires": "2026-12-31"}]}
}
