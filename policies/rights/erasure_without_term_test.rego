package privity.rights.erasure_without_term_test

import data.privity.rights.erasure_without_term as rule

erasure := {"address": "right.a", "kind": "erasure"}

kept := {"address": "retention.a", "period": "3 months", "on_expiry": "delete", "starts_on": {}}

test_kept_after_deletion if {
	found := rule.warn with input as {"right": [erasure], "retention": [kept]}
	{r.at | some f in found; some r in f.related} == {"retention.a"}
	then := object.union(object.remove(kept, ["starts_on"]), {"after": {}, "when": [{}]})
	count(rule.warn) == 1 with input as {"right": [erasure], "retention": [then]}
}

test_the_term_or_the_limits_are_stated if {
	every said in [{"within": "3 months"}, {"limits": ["copies"]}, {"kind": "access"}] {
		count(rule.warn) == 0 with input as {"right": [object.union(erasure, said)], "retention": [kept]}
	}
}

test_nothing_is_kept if {
	count(rule.warn) == 0 with input as {"right": [erasure], "retention": [object.remove(kept, ["starts_on"])]}
}
