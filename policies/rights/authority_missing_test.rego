package privity.rights.authority_missing_test

import data.privity.rights.authority_missing as rule

complaint := {"address": "right.a", "kind": "complaint", "authority": "Data Protection Commission"}

test_authority_missing if {
	found := rule.deny with input as {"right": [object.remove(complaint, ["authority"])]}
	count(found) == 1
}

test_authority_named if count(rule.deny) == 0 with input as {"right": [complaint]}

test_other_rights_need_none if {
	count(rule.deny) == 0 with input as {"right": [{"kind": "access"}]}
}

test_to_the_organization_itself if {
	british := {"policy": {"regimes": ["uk_gdpr"]}, "right": [complaint]}
	count(rule.deny) == 1 with input as british
	count(rule.deny) == 0 with input as british with data.reference as {"limits": {}}
	count(rule.deny) == 0 with input as object.union(british, {"right": [object.union(complaint, {"via": [{}]})]})
}
