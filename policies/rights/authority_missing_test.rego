package privity.rights.authority_missing_test

import data.privity.rights.authority_missing as rule

test_authority_missing if {
	found := rule.deny with input as {"right": [{"address": "right.a", "kind": "complaint"}]}
	count(found) == 1
}

test_authority_named if {
	count(rule.deny) == 0 with input as {"right": [{"kind": "complaint", "authority": "Data Protection Commission"}]}
}

test_other_rights_need_none if {
	count(rule.deny) == 0 with input as {"right": [{"kind": "access"}]}
}
