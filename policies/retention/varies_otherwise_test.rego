package privity.retention.varies_otherwise_test

import data.privity.retention.varies_otherwise as rule

period(changes) := {"retention": [object.union({"address": "retention.a", "varies_by": "the type of data", "tier": [{"address": "t", "when": [{}]}]}, changes)]}

test_tiers_by_what_was_done if {
	count(rule.warn) == 1 with input as period({})
}

test_it_says_so if {
	count(rule.warn) == 0 with input as period({"varies_by": "what the user did"})
}

test_tiers_of_data if {
	count(rule.warn) == 0 with input as period({"tier": [{"label": "data of inactive users", "when": [{}]}]})
	count(rule.warn) == 0 with input as period({"tier": [{}]})
}
