package privity.truth.published_differs_test

import data.privity.truth.published_differs as rule

region := {"address": "region.a", "code": "eu-west-1"}

test_code if {
	count(rule.warn) == 1 with input as {"region": [object.union(region, {"code_as_published": "eu-west-01"})]}
	count(rule.warn) == 0 with input as {"region": [object.union(region, {"code_as_published": "eu-west-1"})]}
	count(rule.warn) == 0 with input as {"region": [region]}
}

test_date if {
	every printed, n in {"11/09/2024": 1, "1-2-24": 1, "13/09/2024": 0, "09/13/2024": 0, "09/09/2024": 0, "11 September 2024": 0, "11.09.2024": 0} {
		found := rule.warn with input as {"region": [], "policy": {"updated_as_published": printed}}
		count(found) == n
	}
}
