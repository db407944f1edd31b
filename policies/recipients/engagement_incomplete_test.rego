package privity.recipients.engagement_incomplete_test

import data.privity.recipients.engagement_incomplete as rule

test_what_is_missing if {
	e := {"address": "subprocessor.a.engagement.b"}
	found := rule.warn with input as {"subprocessor": [{"engagement": [e]}]}
	{f.attribute | some f in found} == {"purposes", "data"}
}

test_complete if {
	count(rule.warn) == 0 with input as {"subprocessor": [{"engagement": [{"purposes": [{}], "data": [{}]}]}]}
}
