package privity.recipients.ai_provider_missing_test

import data.privity.recipients.ai_provider_missing as rule

feature := {"address": "system.a", "kind": "ai_feature"}

test_nobody_is_named if {
	found := rule.deny with input as {"system": [feature, {"kind": "application"}], "flow": [{"inside": feature, "to": [{"block": "data_store"}]}]}
	count(found) == 1
}

test_host_is_named if {
	count(rule.deny) == 0 with input as {"system": [object.union(feature, {"hosted_by": {}})], "flow": []}
}

test_flow_leads_to_the_recipient if {
	count(rule.deny) == 0 with input as {"system": [feature], "flow": [{"inside": feature, "to": [{"block": "subprocessor"}]}]}
}
