package privity.transparency.date_missing_test

import data.privity.transparency.date_missing as rule

test_no_date if {
	found := rule.deny with input as {"policy": {"address": "policy.a"}}
	count(found) == 1
}

test_either_date_will_do if {
	count(rule.deny) == 0 with input as {"policy": {"effective": "2026-02-01"}}
	count(rule.deny) == 0 with input as {"policy": {"updated": "2026-02-01"}}
}

test_an_age_is_no_date if {
	found := rule.deny with input as {"policy": {"updated": "2026-02-01", "page_modified_ago": "27 days"}}
	{f.attribute | some f in found} == {"page_modified_ago"}
}

test_updated_once_a_year if {
	every case in [["ccpa", "2025-06-29", 1], ["ccpa", "2025-06-30", 0], ["gdpr", "2020-01-01", 0]] {
		found := rule.deny with input as {"as_of": "2026-06-30", "policy": {"address": "policy.a", "regimes": [case[0]], "updated": case[1]}}
		count(found) == case[2]
	}
}
