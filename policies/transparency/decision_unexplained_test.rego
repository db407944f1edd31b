package privity.transparency.decision_unexplained_test

import data.privity.transparency.decision_unexplained as rule

complete := {"address": "decision", "alone": true, "logic": "a score", "significance": "a refusal", "safeguards": ["a second look"]}

world(decision) := {"activity": [{"address": "activity.a", "data": [{}], "decision": decision}, {"address": "activity.b"}]}

test_explained if count(rule.deny) == 0 with input as world(complete)

test_what_is_missing if {
	every missing in ["logic", "significance", "safeguards"] {
		found := rule.deny with input as world(object.remove(complete, [missing]))
		{f.attribute | some f in found} == {missing}
	}
}

test_a_person_takes_part if {
	count(rule.deny) == 0 with input as world(object.union(object.remove(complete, ["safeguards"]), {"alone": false}))
}

test_with_which_data if {
	found := rule.deny with input as {"activity": [{"address": "activity.a", "decision": complete}]}
	{f.attribute | some f in found} == {"data"}
}
