package privity.transfers.mechanism_missing_test

import data.privity.transfers.mechanism_missing as rule

test_third_country if {
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["IN"]}]}
	count(found) == 1
}

test_mechanism_is_named if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IN"], "mechanism": "standard_contractual_clauses"}]}
}

test_within_the_area_or_adequate if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IE", "NO", "JP"]}]}
}
