package privity.internal.link_lifetime_test

import data.privity.internal.link_lifetime as rule

world(period, system) := {"policy": {"audience": "internal"}, "retention": [{"address": "retention.a", "period": period, "applies_to": [system]}]}

links := {"block": "system", "name": "file_url", "label": "URLs of files"}

test_no_number if {
	found := rule.deny with input as world("limited", links)
	count(found) == 1
}

test_number if {
	count(rule.deny) == 0 with input as world("1 hour", links)
}

test_other_systems if {
	count(rule.deny) == 0 with input as world("limited", {"block": "system", "name": "app"})
}

lasting(lifetime) := {"policy": {"audience": "internal"}, "access": [{"address": "access.a", "lifetime": lifetime}]}

test_access_without_number if {
	count(rule.deny) == 1 with input as lasting("limited")
}

test_access_with_number if {
	count(rule.deny) == 0 with input as lasting("1 hour")
}
