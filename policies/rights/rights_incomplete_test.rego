package privity.rights.rights_incomplete_test

import data.privity.rights.rights_incomplete as rule

all_but(missing) := [{"kind": k} | some k in object.keys(rule.owed); k != missing]

test_one_is_missing if {
	found := rule.deny with input as {"policy": {"address": "policy.a"}, "right": all_but("portability")}
	count(found) == 1
}

test_all_are_there if {
	count(rule.deny) == 0 with input as {"policy": {"address": "policy.a"}, "right": all_but("")}
}

test_consent_can_be_withdrawn if {
	count(rule.deny) == 0 with input as {"policy": {"address": "policy.a"}, "right": all_but("withdraw_consent"), "purpose": [{"legal_basis": "contract"}]}
	found := rule.deny with input as {"policy": {"address": "policy.a"}, "right": all_but("withdraw_consent"), "purpose": [{"legal_basis": "consent"}]}
	count(found) == 1
}
