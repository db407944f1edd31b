package privity.internal.secondary_follows_primary_test

import data.privity.internal.secondary_follows_primary as rule

primary := {"address": "category.p", "class": "primary"}

secondary := {"address": "category.s", "class": "secondary"}

world(categories) := {"policy": {"audience": "internal"}, "category": categories}

as_primary := {"treated_as": [{"as": "category.p", "with": ["category.p"]}]}

test_nothing_is_said if count(rule.deny) == 1 with input as world([primary, secondary])

test_it_is_said if {
	count(rule.deny) == 0 with input as world([primary, object.union(secondary, as_primary)])
	count(rule.deny) == 0 with input as world([primary, object.union(secondary, {"parents": [as_primary]})])
}

test_half_of_it_is_said if {
	count(rule.deny) == 1 with input as world([primary, object.union(secondary, {"treated_as": [{"as": "category.p"}]})])
}

test_there_is_no_primary_data if count(rule.deny) == 0 with input as world([secondary])

test_public if {
	count(rule.deny) == 0 with input as object.union(world([primary, secondary]), {"policy": {"audience": "public"}})
}
