package privity.transparency.trackers_incomplete_test

import data.privity.transparency.trackers_incomplete as rule

complete := {
	"address": "tracker.a", "kind": "cookie", "party": "third", "vendor": {}, "purposes": [{}], "essential": false,
	"lifetime": "13 months", "opt_out": [{}],
}

test_complete if count(rule.deny) == 0 with input as {"tracker": [complete]}

test_what_is_missing if {
	every missing in ["kind", "party", "vendor", "purposes", "essential", "lifetime", "opt_out"] {
		found := rule.deny with input as {"tracker": [object.remove(complete, [missing])]}
		{f.attribute | some f in found} == {missing}
	}
}

test_what_leaves_nothing_has_no_lifetime if {
	gone := object.remove(complete, ["lifetime"])
	count(rule.deny) == 0 with input as {"tracker": [object.union(gone, {"session": true})]}
	count(rule.deny) == 0 with input as {"tracker": [object.union(gone, {"kind": "pixel"})]}
}

test_essential if {
	needed := object.union(object.remove(complete, ["opt_out"]), {"essential": true, "lifetime": "5 years"})
	count(rule.deny) == 0 with input as {"tracker": [needed]}
}

test_longer_than_advised if {
	every lifetime, n in {"13 months": 0, "2 years": 1, "400 days": 0} {
		found := rule.deny with input as {"tracker": [object.union(complete, {"lifetime": lifetime})]}
		count(found) == n
	}
}
