package privity.transparency.prevailing_language_test

import data.privity.transparency.prevailing_language as rule

test_two_languages if {
	found := rule.deny with input as {"policy": {"address": "policy.a", "languages": ["en", "de"]}}
	count(found) == 1
}

test_one_language_needs_no_rank if {
	count(rule.deny) == 0 with input as {"policy": {"languages": ["en"]}}
}

test_one_prevails if {
	count(rule.deny) == 0 with input as {"policy": {"languages": ["en", "de"], "prevailing_language": "en"}}
}
