package privity.recipients.ai_feature_test

import data.privity.recipients.ai_feature as rule

feature := {"address": "system.a", "kind": "ai_feature"}

claims := [{"what": "train"}]

test_nobody_is_named if {
	found := rule.deny with input as {"claim": claims, "system": [feature, {"kind": "application"}], "flow": [{"inside": feature, "to": [{"block": "data_store"}]}]}
	count(found) == 1
}

test_host_is_named if {
	count(rule.deny) == 0 with input as {"claim": claims, "system": [object.union(feature, {"hosted_by": {}})], "flow": []}
}

test_training_is_not_spoken_of if {
	found := rule.deny with input as {"claim": [{"what": "sell"}], "system": [object.union(feature, {"hosted_by": {}})], "flow": []}
	count(found) == 1
}

test_training_is_spoken_of if {
	hosted := object.union(feature, {"hosted_by": {}})
	count(rule.deny) == 0 with input as {"claim": [], "system": [object.union(hosted, {"trains_models": false})], "flow": []}
	told := {"to": [{"block": "subprocessor", "engagement": [{"trains_models": true}]}]}
	count(rule.deny) == 0 with input as {"claim": [], "system": [hosted], "flow": [object.union(told, {"inside": hosted})]}
	count(rule.deny) == 0 with input as {"claim": [], "system": [feature], "flow": [object.union(told, {"from": [feature]})]}
}

test_flow_leads_to_the_recipient if {
	count(rule.deny) == 0 with input as {"claim": claims, "system": [feature], "flow": [{"inside": feature, "to": [{"block": "subprocessor"}]}]}
}
