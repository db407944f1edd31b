package privity.internal.shared_credentials_test

import data.privity.internal.shared_credentials as rule

world(access) := {"policy": {"audience": "internal"}, "access": [object.union({"address": "access.a"}, access)]}

test_shared if count(rule.deny) == 1 with input as world({"credentials": "shared"})

test_personal if {
	count(rule.deny) == 1 with input as world({"credentials": "personal"})
	count(rule.deny) == 0 with input as world({"credentials": "personal", "granted_by": [{}]})
}

test_nothing_is_said if count(rule.deny) == 0 with input as world({})
