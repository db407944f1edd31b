package privity.access.denied_and_allowed_test

import data.privity.access.denied_and_allowed as rule

data_a := {"address": "category.a"}

allow := {"address": "access.allow", "effect": "allow", "who": [{"kind": "team"}], "to": [data_a]}

deny(who) := {"address": "access.deny", "effect": "deny", "who": [object.union({"address": "actor.a", "block": "actor"}, who)], "to": [data_a]}

test_nothing_is_known_of_those_denied if {
	found := rule.warn with input as {"access": [allow, deny({})]}
	{r.at | some f in found; some r in f.related} == {"access.allow"}
	count(rule.warn) == 1 with input as {"access": [allow, deny({"kind": "staff"})]}
}

test_nothing_is_known_of_those_who_refrain if {
	found := rule.warn with input as {"access": [allow, object.union(deny({}), {"effect": "refrain"})]}
	{f.msg | some f in found} == {"has actor.a refrain from what others are allowed, and it is not said whether these are among them"}
}

test_it_is_clear_who_they_are if {
	count(rule.warn) == 0 with input as {"access": [allow, deny({"member_of": [{}]})]}
	count(rule.warn) == 0 with input as {"access": [allow, deny({"kind": "public"})]}
}

test_all_are_allowed_everything if {
	found := rule.warn with input as {"access": [object.remove(allow, ["to"]), deny({})]}
	{r.at | some f in found; some r in f.related} == {"access.allow"}
}

test_of_something_else if {
	count(rule.warn) == 0 with input as {"access": [object.union(allow, {"to": [{"address": "category.b"}]}), deny({})]}
}
