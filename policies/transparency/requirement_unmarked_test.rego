package privity.transparency.requirement_unmarked_test

import data.privity.transparency.requirement_unmarked as rule

category(requirement) := {"address": requirement, "collection": {"address": "collection", "requirement": requirement}}

test_beside_what_is_optional if {
	count(rule.deny) == 1 with input as {"category": [category("optional"), category("standard")]}
}

test_nothing_is_optional if {
	count(rule.deny) == 0 with input as {"category": [category("required"), category("standard")]}
}
