package privity.transfers.adequacy_partial_test

import data.privity.transfers.adequacy_partial as rule

certified(parts) := {"address": "a", "countries": ["US"], "mechanism": "data_privacy_framework", "vendor": {"data_privacy_framework": parts}}

test_some_recipients if {
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["US"]}]}
	count(found) == 1
}

test_one_finding_names_the_laws if {
	laws := {"regimes": ["gdpr", "uk_gdpr", "fadp", "lgpd"]}
	found := rule.deny with input as {"policy": laws, "subprocessor": [{"address": "a", "countries": ["US"]}]}
	count(found) == 1
	some f in found
	every law in ["Under the GDPR,", "Under the UK GDPR,", "Under the FADP,"] {
		contains(f.detail, law)
	}
}

test_mechanism_is_named_for_all if {
	us := [{"address": "a", "countries": ["US"]}]
	clauses := [{"effect": "allow", "recipients": ["third_party"], "mechanism": "standard_contractual_clauses"}]
	count(rule.deny) == 0 with input as {"subprocessor": us, "transfer": clauses}
	swiss := [object.union(clauses[0], {"from": ["CH"]})]
	found := rule.deny with input as {"policy": {"regimes": ["gdpr", "fadp"]}, "subprocessor": us, "transfer": swiss}
	{startswith(f.detail, "Under the GDPR,") | some f in found} == {true}
	every f in found {
		not contains(f.detail, "FADP")
	}
}

test_the_framework_for_all_asks_for_each_to_be_certified if {
	framework := [{"effect": "allow", "recipients": ["other_company"], "mechanism": "data_privacy_framework"}]
	found := rule.deny with input as {"subprocessor": [{"address": "a", "countries": ["US", "IE"]}, {"address": "b", "countries": ["IE"]}], "transfer": framework}
	[f.at.address | some f in found] == ["a"]
}

test_mechanism_is_named if {
	count(rule.deny) == 0 with input as {"subprocessor": [certified(["eu_us"])]}
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["US"], "mechanism": "standard_contractual_clauses"}]}
}

test_the_company_is_certified_under_each_part_that_is_needed if {
	both := {"regimes": ["gdpr", "uk_gdpr"]}
	count(rule.deny) == 1 with input as {"policy": both, "subprocessor": [{"address": "a", "mechanism": "data_privacy_framework"}]}
	count(rule.deny) == 1 with input as {"policy": both, "subprocessor": [certified(["eu_us"])]}
	count(rule.deny) == 0 with input as {"policy": both, "subprocessor": [certified(["eu_us", "uk_extension"])]}
}

test_all_recipients if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["CH", "NZ", "IE"]}]}
}

test_no_decision_at_all if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"countries": ["IN"]}]}
}
