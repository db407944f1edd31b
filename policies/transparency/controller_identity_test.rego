package privity.transparency.controller_identity_test

import data.privity.transparency.controller_identity as rule

named := {"address": "organization.a", "legal_name": "A Ltd", "organization_address": "1 Road"}

test_no_organization if {
	found := rule.deny with input as {"policy": {"address": "policy.a"}, "contact": [{"contact_address": "a@example.com"}]}
	{f.attribute | some f in found} == {"organization"}
}

test_no_legal_name if {
	found := rule.deny with input as {"policy": {"organization": {"address": "organization.a", "organization_address": "1 Road"}}, "contact": []}
	{f.attribute | some f in found} == {"legal_name"}
}

test_hidden_contact if {
	found := rule.deny with input as {"policy": {"organization": named}, "contact": [{"address": "contact.a", "redacted": true}]}
	{f.at.address | some f in found} == {"contact.a"}
}

test_contact_that_is_not_hidden if {
	count(rule.deny) == 0 with input as {"policy": {"organization": named}, "contact": [{"address": "contact.a", "redacted": false}]}
}

test_no_address_at_all if {
	found := rule.deny with input as {"policy": {"address": "policy.a", "organization": {"legal_name": "A Ltd"}}, "contact": []}
	{f.at.legal_name | some f in found} == {"A Ltd"}
}

test_internal_policy if {
	count(rule.deny) == 0 with input as {"policy": {"audience": "internal"}, "contact": []}
}
