package privity.recipients.location_missing_test

import data.privity.recipients.location_missing as rule

test_store_without_region if {
	found := rule.deny with input as {"data_store": [{"address": "data_store.a"}]}
	count(found) == 1
}

test_store_with_region if {
	count(rule.deny) == 0 with input as {"data_store": [{"address": "data_store.a", "regions": [{"country": "IE"}]}]}
}

test_store_kept_in_another if {
	count(rule.deny) == 0 with input as {"data_store": [{"address": "data_store.a", "backend": {"regions": [{"country": "IE"}]}}]}
}

test_recipient_without_place if {
	found := rule.deny with input as {"subprocessor": [{"address": "subprocessor.a", "kind": "named"}]}
	count(found) == 1
}

test_class_of_recipients if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"address": "subprocessor.a", "kind": "recipient_class"}]}
}

test_recipient_with_country if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"address": "subprocessor.a", "countries": ["US"]}]}
}

test_one_engagement_of_two_is_located if {
	located := {"regions": [{"country": "IE"}]}
	found := rule.deny with input as {"subprocessor": [{"address": "subprocessor.a", "engagement": [located, {}]}]}
	count(found) == 1
	count(rule.deny) == 0 with input as {"subprocessor": [{"address": "subprocessor.a", "engagement": [located, {"countries": ["IE"]}]}]}
}

test_region_without_country if {
	found := rule.deny with input as {"region": [{"address": "region.a"}, {"address": "region.b", "country": "IE"}, {"jurisdiction": "EU"}]}
	{f.at.address | some f in found} == {"region.a"}
}
