package privity.security.end_to_end_at_rest_test

import data.privity.security.end_to_end_at_rest as rule

test_what_is_protected_where if {
	every e, n in {{"state": "at_rest", "scope": "end_to_end"}: 1, {"state": "in_transit", "scope": "end_to_end"}: 0, {"state": "at_rest", "scope": "storage"}: 0} {
		found := rule.warn with input as {"encryption": [object.union(e, {"address": "encryption.a"})]}
		count(found) == n
	}
}
