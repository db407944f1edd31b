package privity.transparency.source_missing_test

import data.privity.transparency.source_missing as rule

test_source_missing if {
	found := rule.deny with input as {"category": [{"address": "category.a", "collection": {"source": "third_party"}}]}
	count(found) == 1
}

test_source_named if {
	count(rule.deny) == 0 with input as {"category": [{"collection": {"source": "public_source", "from": ["vendor.a"]}}]}
}

test_data_from_the_person if {
	count(rule.deny) == 0 with input as {"category": [{"collection": {"source": "person"}}, {}]}
}
