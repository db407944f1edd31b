package privity.transfers.adequacy_partial_test

import data.privity.transfers.adequacy_partial as rule

test_some_recipients if {
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["US"]}]}
	count(found) == 1
}

test_mechanism_is_named if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["US"], "mechanism": "data_privacy_framework"}]}
}

test_all_recipients if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["CH", "NZ", "IE"]}]}
}

test_no_decision_at_all if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IN"]}]}
}
