package privity.transparency.shared_not_collected_test

import data.privity.transparency.shared_not_collected as rule

known := {"address": "category.name", "collection": {"source": "person"}}

recipient_of(received) := [{"engagement": [{"address": "subprocessor.a.engagement.b", "data": received}]}]

test_not_collected if {
	phone := {"address": "category.phone"}
	found := rule.warn with input as {"category": [known, phone], "subprocessor": recipient_of([known, phone])}
	count(found) == 1
}

test_wider_category_is_collected if {
	narrower := {"address": "category.first_name", "parents": [known]}
	count(rule.warn) == 0 with input as {"category": [known, narrower], "subprocessor": recipient_of([narrower])}
}

test_policy_that_never_says_how if {
	count(rule.warn) == 0 with input as {"category": [{}], "subprocessor": recipient_of([{"address": "category.phone"}])}
}
