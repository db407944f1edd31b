package privity.internal.audit_kept_test

import data.privity.internal.audit_kept as rule

world(audit) := {"policy": {"audience": "internal"}, "access": [{"audit": object.union({"address": "access.a.audit"}, audit)}, {}]}

test_nowhere if {
	found := rule.deny with input as world({})
	{f.attribute | some f in found} == {"stored_in"}
}

test_for_how_long if {
	log := {"address": "data_store.log"}
	found := rule.deny with input as world({"stored_in": [log]})
	{f.attribute | some f in found} == {"retention"}
	every r in [{"period": "1 year"}, {"long_term": true}] {
		count(rule.deny) == 0 with input as world({"stored_in": [object.union(log, {"retention": [r]})]})
	}
}
