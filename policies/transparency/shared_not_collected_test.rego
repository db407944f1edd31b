package privity.transparency.shared_not_collected_test

import data.privity.transparency.shared_not_collected as rule

known := {"address": "category.name", "collection": {"source": "person"}}

recipient_of(received) := [{"engagement": [{"address": "subprocessor.a.engagement.b", "data": received}]}]

test_not_collected if {
	found := rule.warn with input as {"category": [known], "subprocessor": recipient_of([known, {"address": "category.phone"}])}
	count(found) == 1
}

test_wider_category_is_collected if {
	count(rule.warn) == 0 with input as {"category": [known], "subprocessor": recipient_of([{"address": "category.first_name", "parents": [known]}])}
}

test_policy_that_never_says_how if {
	count(rule.warn) == 0 with input as {"category": [{}], "subprocessor": recipient_of([{"address": "category.phone"}])}
}
