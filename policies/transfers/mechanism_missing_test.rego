package privity.transfers.mechanism_missing_test

import data.privity.transfers.mechanism_missing as rule

test_third_country if {
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["IN"]}]}
	count(found) == 1
}

test_mechanism_is_named if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IN"], "mechanism": "standard_contractual_clauses"}]}
}

test_mechanism_is_named_for_all if {
	india := [{"address": "a", "countries": ["IN"]}]
	every named in [["standard_contractual_clauses", 0], ["data_privacy_framework", 1]] {
		sharing := [{"effect": "allow", "recipients": ["third_party"], "mechanism": named[0]}]
		found := rule.deny with input as {"subprocessor": india, "transfer": sharing}
		count(found) == named[1]
	}
}

test_within_the_area_or_adequate if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IE", "NO", "JP"]}]}
}

test_each_law_has_its_own_decisions if {
	every expected in [["uk_gdpr", 1], ["fadp", 1], ["lgpd", 1], ["gdpr", 0]] {
		found := rule.deny with input as {"policy": {"regimes": [expected[0]]}, "subprocessor": [{"address": "a", "countries": ["BR", "IE"]}]}
		count(found) == expected[1] - brazil(expected[0])
	}
}

# brazil(law) is one where Brazil is the law's own country.
brazil("lgpd") := 1

brazil(law) := 0 if law != "lgpd"
