package privity.internal.tags_carried_test

import data.privity.internal.tags_carried as rule

tagged := {"address": "category.a", "class": "primary", "tag": [{"name": "#A", "on": ["database", "column"]}]}

world(categories, requirements) := {"policy": {"audience": "internal"}, "category": categories, "requirement": requirements}

test_a_class_without_a_tag if {
	bare := {"address": "category.b", "class": "secondary"}
	found := rule.deny with input as world([tagged, bare], [])
	{f.at.address | some f in found} == {"category.b"}
	count(rule.deny) == 0 with input as world([tagged, object.union(bare, {"parents": [tagged]})], [])
	count(rule.deny) == 0 with input as world([bare], [])
}

test_on_something_else if {
	every target, n in {"tables": 1, "columns": 0, "Database": 0, "files": 0} {
		found := rule.deny with input as world([tagged], [{"address": "requirement.a", "target": [target], "tags": ["#A", "#B"]}])
		count(found) == n
	}
}
