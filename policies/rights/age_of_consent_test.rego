package privity.rights.age_of_consent_test

import data.privity.rights.age_of_consent as rule

world(country, age) := {
	"policy": {"address": "policy.a", "minimum_age": age, "organization": {"country": country}},
	"purpose": [{"address": "purpose.a", "legal_basis": "consent"}],
}

test_each_country_has_its_age if {
	every c in [["DE", 15, 1], ["DE", 16, 0], ["BE", 13, 0], ["FR", 14, 1], ["US", 10, 0]] {
		found := rule.warn with input as world(c[0], c[1])
		count(found) == c[2]
	}
}

test_nothing_rests_on_consent if {
	count(rule.warn) == 0 with input as object.union(world("DE", 13), {"purpose": [{"legal_basis": "contract"}]})
}

sale(changes) := {
	"policy": {"address": "policy.a", "regimes": ["ccpa"], "minimum_age": 15}, "purpose": [],
	"transfer": [object.union({"effect": "allow", "counts_as": ["sale"]}, changes)],
}

test_sale if {
	count(rule.warn) == 1 with input as sale({})
	count(rule.warn) == 0 with input as sale({"unless": [{}]})
	count(rule.warn) == 0 with input as object.union(sale({}), {"policy": {"minimum_age": 16}})
}
