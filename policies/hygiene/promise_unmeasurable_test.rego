package privity.hygiene.promise_unmeasurable_test

import data.privity.hygiene.promise_unmeasurable as rule

world(changes) := object.union({"right": [], "measure": [], "requirement": [], "backup": [], "access": [], "encryption": []}, changes)

test_soon if {
	every w, n in {"prompt": 1, "minutes": 1, "instant": 0, "30 days": 0} {
		found := rule.warn with input as world({"right": [{"address": "right.a", "within": w}]})
		count(found) == n
	}
}

test_now_and_then if {
	every f, n in {"regular": 1, "1 per month": 0, "every_release": 0} {
		found := rule.warn with input as world({"measure": [{"address": "measure.a", "frequency": f}]})
		count(found) == n
	}
}

test_few if {
	found := rule.warn with input as world({"access": [{"address": "a", "max_users": "limited"}, {"address": "b", "max_users": 5}]})
	{f.at.address | some f in found} == {"a"}
}

test_praise if {
	praised := [
		{"address": "a", "comparable_to": ["online banking"]},
		{"address": "b", "standard": "the standard of the industry"},
		{"address": "c", "standard": "FIPS 140-3"},
		{"address": "c", "standard": "Cyber Essentials"},
	]
	found := rule.warn with input as world({"encryption": praised})
	{f.at.address | some f in found} == {"a", "b"}
	controlled := [{"address": "d", "control": "strict"}, {"address": "e", "control": "strict", "method": ["rbac"]}]
	held := rule.warn with input as world({"access": controlled})
	{f.at.address | some f in held} == {"d"}
}
