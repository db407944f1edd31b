package privity.rights.rights_incomplete_test

import data.privity.rights.rights_incomplete as rule

stated(kinds) := [{"address": k, "kind": k, "via": [{}]} | some k in kinds]

always := {"access", "rectification", "erasure", "restriction", "objection", "portability", "complaint"}

world(changes) := object.union({"policy": {"address": "policy.a"}, "right": stated(always), "purpose": [], "activity": [], "category": [], "transfer": []}, changes)

test_all_are_there if count(rule.deny) == 0 with input as world({})

test_one_is_missing if {
	found := rule.deny with input as world({"right": stated(always - {"portability"})})
	count(found) == 1
}

test_rights_that_depend_on_something if {
	every case in [{"purpose": [{"legal_basis": "consent"}]}, {"activity": [{"decision": {"alone": true}}]}] {
		count(rule.deny) == 1 with input as world(case)
	}
	california := {"policy": {"address": "policy.a", "regimes": ["ccpa"]}, "right": stated({"access", "rectification", "erasure"})}
	count(rule.deny) == 0 with input as world(california)
	every case in [{"transfer": [{"effect": "allow", "counts_as": ["sale"]}]}, {"category": [{"sensitivity": "sensitive"}]}] {
		count(rule.deny) == 1 with input as world(object.union(california, case))
	}
}

test_longer_than_the_law_allows if {
	every regime, n in {"gdpr": 1, "ccpa": 0, "lgpd": 1} {
		slow := array.concat([{"address": "slow", "kind": "access", "within": "40 days", "via": [{}]}], stated(always))
		found := rule.deny with input as world({"policy": {"address": "policy.a", "regimes": [regime]}, "right": slow})
		count(found) == n
	}
}

test_no_way if {
	others := stated(always - {"access"})
	count(rule.deny) == 1 with input as world({"right": array.concat(others, [{"address": "a", "kind": "access"}])})
	count(rule.deny) == 0 with input as world({"right": array.concat(others, [{"address": "a", "kind": "access", "handling": "self_service"}])})
	count(rule.deny) == 0 with input as world({"right": array.concat(stated(always), [{"address": "a", "kind": "preferences"}])})
}
