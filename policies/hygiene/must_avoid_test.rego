package privity.hygiene.must_avoid_test

import data.privity.hygiene.must_avoid as rule

test_effect_and_strength if {
	every r in [["avoid", "must", 1], ["prefer", "must", 1], ["avoid", "should", 0], ["forbid", "must", 0]] {
		found := rule.warn with input as {"requirement": [{"address": "requirement.a", "effect": r[0], "strength": r[1]}]}
		count(found) == r[2]
	}
}
