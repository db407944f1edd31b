package privity.transparency.legal_basis_missing_test

import data.privity.transparency.legal_basis_missing as rule

test_purpose_without_basis if {
	found := rule.deny with input as {"purpose": [{"address": "purpose.a"}, {"address": "purpose.b", "legal_basis": "consent"}]}
	{f.at.address | some f in found} == {"purpose.a"}
}

test_no_purposes if {
	count(rule.deny) == 0 with input as {"purpose": []}
}
