package privity.hygiene.promise_unmeasurable_test

import data.privity.hygiene.promise_unmeasurable as rule

world(changes) := object.union({"right": [], "measure": [], "requirement": [], "backup": [], "access": []}, changes)

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
