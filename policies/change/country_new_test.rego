package privity.change.country_new_test

import data.privity.change.country_new as rule

found(code) := result if result := rule.warn with input as {"changes": [{"address": "subprocessor.a", "direction": "widens", "countries": [code]}]}

test_no_decision if {
	some f in found("IN")
	contains(f.msg, "India")
}

test_a_decision if count(found("JP")) == 0

test_the_same_law if count(found("IE")) == 0

test_not_further if {
	count(rule.warn) == 0 with input as {"changes": [{"address": "subprocessor.a", "direction": "narrows", "countries": ["IN"]}]}
}
