package privity.internal.stream_isolated_test

import data.privity.internal.stream_isolated as rule

world(access) := {"policy": {"audience": "internal"}, "flow": [{"address": "flow.a", "data": [{}], "to": [{"address": "system.topic", "kind": "pipeline", "access": access}]}]}

test_open if {
	count(rule.deny) == 1 with input as world([])
	count(rule.deny) == 1 with input as world([{"who": [{}]}])
	count(rule.deny) == 1 with input as world([{"who": [{}], "method": ["authentication"]}])
}

test_isolated if count(rule.deny) == 0 with input as world([{"who": [{}], "method": ["rbac"]}])
