package privity.transparency.remainder_unstated_test

import data.privity.transparency.remainder_unstated as rule

test_owner_of_the_rest if {
	every q, n in {"mostly": 1, "generally": 0} {
		owned := {"address": "category.a", "ownership": {"address": "category.a.ownership", "qualifier": q}}
		found := rule.warn with input as {"category": [owned], "vendor": []}
		count(found) == n
	}
}

test_keeper_of_the_rest if {
	aws := {"address": "vendor.a", "data_share": "most"}
	count(rule.warn) == 1 with input as {"category": [], "vendor": [aws], "data_store": [{"address": "data_store.a"}]}
	count(rule.warn) == 0 with input as {"category": [], "vendor": [aws], "data_store": [{"address": "data_store.a", "holds": [{}]}]}
	count(rule.warn) == 0 with input as {"category": [], "vendor": [{"address": "vendor.a", "data_share": "all"}], "data_store": [{}]}
}
