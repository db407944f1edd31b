package privity.truth.declared_only_open_test

import data.privity.truth.declared_only_open as rule

deny_all := {"address": "transfer.a", "effect": "deny", "declared_only": true}

examples := {"address": "transfer.b", "effect": "allow", "open_ended": true}

test_examples if {
	found := rule.warn with input as {"transfer": [deny_all, examples], "subprocessor": []}
	{r.at | some f in found; some r in f.related} == {"transfer.b"}
}

test_a_complete_list if {
	count(rule.warn) == 0 with input as {"transfer": [deny_all, object.union(examples, {"open_ended": false})], "subprocessor": []}
}

test_what_is_not_limited_to_what_is_declared if {
	count(rule.warn) == 0 with input as {"transfer": [object.remove(deny_all, ["declared_only"]), examples], "subprocessor": []}
}
