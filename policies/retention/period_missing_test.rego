package privity.retention.period_missing_test

import data.privity.retention.period_missing as rule

kept := [{"period": "30 days"}]

test_no_period if {
	found := rule.deny with input as {"data_store": [{"address": "data_store.a"}]}
	count(found) == 1
}

test_own_period if {
	count(rule.deny) == 0 with input as {"data_store": [{"retention": kept}, {"backend": {"retention": kept}}]}
}

test_one_category_of_two if {
	found := rule.deny with input as {"data_store": [{"address": "data_store.a", "holds": [{"retention": kept}, {}]}]}
	count(found) == 1
	count(rule.deny) == 0 with input as {"data_store": [{"address": "data_store.a", "holds": [{"retention": kept}]}]}
}

test_every_segment if {
	count(rule.deny) == 0 with input as {"data_store": [{"segment": [{"retention": kept}]}]}
}

test_general_period if {
	count(rule.deny) == 0 with input as {"data_store": [{"address": "data_store.a"}], "retention": kept}
	found := rule.deny with input as {"data_store": [{"address": "data_store.a"}], "retention": [{"data": ["category.a"]}]}
	count(found) == 1
}
