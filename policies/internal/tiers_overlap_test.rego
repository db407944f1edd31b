package privity.internal.tiers_overlap_test

import data.privity.internal.tiers_overlap as rule

world(changes) := {"retention": [object.union({"address": "retention.a", "tier": [{"period": "3 years", "when": [{}]}, {"period": "10 years", "when": [{}]}]}, changes)]}

test_two_tiers if {
	found := rule.deny with input as world({})
	count(found) == 1
}

test_one_is_preferred if {
	count(rule.deny) == 0 with input as world({"prefer": "longest"})
}

test_tiers_that_agree if {
	count(rule.deny) == 0 with input as world({"tier": [{"period": "3 years", "when": [{}]}, {"period": "3 years", "when": [{}]}]})
}

test_one_tier_and_the_rest if {
	count(rule.deny) == 0 with input as world({"tier": [{"period": "3 years", "when": [{}]}, {"period": "10 years"}]})
}
