package privity.transfers.adequacy_partial_test

import data.privity.transfers.adequacy_partial as rule

certified(parts) := {"address": "a", "countries": ["US"], "mechanism": "data_privacy_framework", "vendor": {"data_privacy_framework": parts}}

test_some_recipients if {
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["US"]}]}
	count(found) == 1
}

test_mechanism_is_named if {
	count(rule.deny) == 0 with input as {"subprocessor": [certified(["eu_us"])]}
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["US"], "mechanism": "standard_contractual_clauses"}]}
}

test_the_company_is_certified_under_each_part_that_is_needed if {
	both := {"regimes": ["gdpr", "uk_gdpr"]}
	count(rule.deny) == 2 with input as {"policy": both, "subprocessor": [{"address": "a", "mechanism": "data_privacy_framework"}]}
	count(rule.deny) == 1 with input as {"policy": both, "subprocessor": [certified(["eu_us"])]}
	count(rule.deny) == 0 with input as {"policy": both, "subprocessor": [certified(["eu_us", "uk_extension"])]}
}

test_all_recipients if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["CH", "NZ", "IE"]}]}
}

test_no_decision_at_all if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IN"]}]}
}
