package privity.transfers.clauses_incomplete_test

import data.privity.transfers.clauses_incomplete as rule

complete := {
	"address": "clauses", "modules": ["controller_to_processor"], "authorisation": "general", "ahead": "30 days",
	"governing_law": "IE", "forum": "IE", "assessed": "2025-01-01",
}

world(clauses) := {
	"as_of": "2026-06-30", "policy": {"notice": [{"address": "notice", "change": "recipient", "period": "30 days"}, {"change": "data", "period": "1 day"}]},
	"subprocessor": [{"address": "s", "mechanism": "standard_contractual_clauses", "clauses": clauses}, {"address": "t", "mechanism": "adequacy"}],
}

test_complete if count(rule.deny) == 0 with input as world(complete)

test_nothing_is_said if {
	found := rule.deny with input as {"subprocessor": [{"address": "s", "mechanism": "standard_contractual_clauses"}]}
	{f.attribute | some f in found} == {"clauses"}
}

test_what_is_missing if {
	every attribute in ["modules", "authorisation", "governing_law", "forum", "assessed"] {
		found := rule.deny with input as world(object.remove(complete, [attribute]))
		{f.attribute | some f in found} == {attribute}
	}
}

test_between_controllers_nobody_is_authorised if {
	count(rule.deny) == 0 with input as world(object.union(object.remove(complete, ["authorisation"]), {"modules": ["controller_to_controller"]}))
}

test_law_of_a_member_state if {
	count(rule.deny) == 1 with input as world(object.union(complete, {"governing_law": "US"}))
	count(rule.deny) == 0 with input as world(object.union(complete, {"governing_law": "US", "modules": ["processor_to_controller"]}))
}

test_assessed_long_ago if {
	every day, n in {"2024-06-29": 1, "2024-06-30": 0} {
		found := rule.deny with input as world(object.union(complete, {"assessed": day}))
		count(found) == n
	}
}

test_announced_less_far_ahead_than_agreed if {
	count(rule.deny) == 1 with input as world(object.union(complete, {"ahead": "45 days"}))
	count(rule.deny) == 0 with input as world(object.union(complete, {"ahead": "14 days"}))
}
