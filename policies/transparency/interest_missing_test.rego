package privity.transparency.interest_missing_test

import data.privity.transparency.interest_missing as rule

test_interest_missing if {
	found := rule.deny with input as {"purpose": [{"address": "purpose.a", "legal_basis": "legitimate_interests"}]}
	count(found) == 1
}

test_interest_stated if {
	count(rule.deny) == 0 with input as {"purpose": [{"legal_basis": "legitimate_interests", "interest": "keeping payments safe"}]}
}

test_another_basis_needs_none if {
	count(rule.deny) == 0 with input as {"purpose": [{"legal_basis": "contract"}]}
}
