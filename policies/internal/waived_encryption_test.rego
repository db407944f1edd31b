package privity.internal.waived_encryption_test

import data.privity.internal.waived_encryption as rule

complete := {"address": "exception.a", "waives": [{"address": "encryption.a", "block": "encryption"}], "for": [{}], "requires": [{}]}

test_complete if count(rule.deny) == 0 with input as {"exception": [complete]}

test_what_is_missing if {
	every missing in ["for", "requires"] {
		count(rule.deny) == 1 with input as {"exception": [object.remove(complete, [missing])]}
	}
}

test_something_else_is_waived if {
	count(rule.deny) == 0 with input as {"exception": [{"address": "exception.a", "waives": [{"block": "requirement"}]}]}
}
