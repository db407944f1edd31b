package privity.internal.erasure_covers_all_test

import data.privity.internal.erasure_covers_all as rule

store := {"address": "data_store.a", "segment": [{"address": "data_store.a.segment.claims", "holds": [{}], "purposes": [{}]}]}

procedures := [{"step": [{"address": "procedure.p.step.wipe", "methods": ["delete"]}, {"address": "procedure.p.step.tell"}]}]

world(changes) := object.union({"data_store": [store], "procedure": procedures, "exception": []}, changes)

test_it_is_kept if {
	found := rule.deny with input as world({})
	{r.at | some f in found; some r in f.related; is_string(r.at)} == {"procedure.p.step.wipe"}
}

test_nothing_is_erased if {
	count(rule.deny) == 0 with input as world({"procedure": []})
}

test_it_is_an_exception if {
	every address in ["data_store.a", "data_store.a.segment.claims"] {
		count(rule.deny) == 0 with input as world({"exception": [{"for": [{"address": address}]}]})
	}
}

test_exception_to_something_else if {
	found := rule.deny with input as world({"exception": [{"to": [{}], "for": [{"address": "data_store.a"}]}]})
	count(found) == 1
}

test_it_ends if {
	count(rule.deny) == 0 with input as world({"data_store": [object.union(store, {"retention": [{}]})]})
}
