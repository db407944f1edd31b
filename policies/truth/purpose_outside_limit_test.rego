package privity.truth.purpose_outside_limit_test

import data.privity.truth.purpose_outside_limit as rule

support := {"address": "purpose.support"}

ads := {"address": "purpose.ads"}

limit := {"address": "requirement.a", "effect": "limit", "only": true, "purposes": [support]}

world(changes) := object.union({"category": [], "subprocessor": [], "flow": [], "activity": [], "access": [], "requirement": [limit]}, changes)

test_another_purpose if {
	every use in [
		{"category": [{"address": "x", "purposes": [ads]}]},
		{"subprocessor": [{"engagement": [{"address": "x", "purposes": [ads]}]}]},
		{"flow": [{"address": "x", "purposes": [ads, support]}]},
		{"activity": [{"address": "x", "purposes": [ads]}]},
		{"access": [{"address": "x", "purposes": [ads]}]},
	] {
		found := rule.deny with input as world(use)
		{r.at | some f in found; some r in f.related} == {"x"}
	}
}

test_the_same_purpose if {
	count(rule.deny) == 0 with input as world({"access": [{"address": "x", "purposes": [support]}]})
}

test_a_limit_of_something_else if {
	use := {"access": [{"address": "x", "purposes": [ads]}]}
	every change in [{"only": false}, {"effect": "permit"}, {"on": [{"address": "category.a"}]}] {
		count(rule.deny) == 0 with input as world(object.union(use, {"requirement": [object.union(limit, change)]}))
	}
}
