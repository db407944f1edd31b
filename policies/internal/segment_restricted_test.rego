package privity.internal.segment_restricted_test

import data.privity.internal.segment_restricted as rule

general := {"address": "data_store.a.segment.general"}

special := {"address": "data_store.a.segment.special", "holds": [{}], "purposes": [{}], "access": [{"effect": "limit"}]}

world(store) := {"policy": {"audience": "internal"}, "data_store": [object.union({"address": "data_store.a"}, store)]}

test_restricted if count(rule.deny) == 0 with input as world({"segment": [general, special]})

test_what_is_missing if {
	every missing in ["purposes", "access"] {
		found := rule.deny with input as world({"segment": [general, object.remove(special, [missing])]})
		{f.attribute | some f in found} == {missing}
	}
}

test_the_whole_store if {
	found := rule.deny with input as world({"holds": [{}], "segment": [general, special]})
	{f.attribute | some f in found} == {"holds"}
}

test_one_part_alone if count(rule.deny) == 0 with input as world({"segment": [object.remove(special, ["access"])]})
