package privity.security.card_data_test

import data.privity.security.card_data as rule

number := {"address": "category.number", "name": "number", "sensitivity": "cardholder"}

code := {"address": "category.code", "name": "code", "sensitivity": "card_authentication"}

all_data := {"address": "category.all", "name": "all", "includes": ["category.number"]}

world(categories, stores) := {"category": categories, "data_store": stores}

test_security_codes_are_not_stored if {
	count(rule.deny) == 1 with input as world([code], [{"address": "data_store.a", "holds": [code]}])
	count(rule.deny) == 0 with input as world([code], [{"address": "data_store.a", "holds": [code], "permanent": false}])
}

test_stores_meet_the_standard if {
	count(rule.deny) == 1 with input as world([number], [{"address": "data_store.a", "holds": [number]}])
	count(rule.deny) == 0 with input as world([number], [{"address": "data_store.a", "holds": [number], "standards": ["PCI DSS 4.0.1"]}])
}

test_known_by_name if {
	named := {"address": "category.card_number", "name": "card_number"}
	count(rule.deny) == 1 with input as world([named], [{"address": "data_store.a", "holds": [named]}])
	labelled := {"address": "category.pan", "name": "pan", "label": "Primary account number"}
	count(rule.deny) == 1 with input as world([labelled], [{"address": "data_store.a", "holds": [labelled]}])
	loyalty := {"address": "category.loyalty", "name": "loyalty", "label": "loyalty card number"}
	count(rule.deny) == 0 with input as world([loyalty], [{"address": "data_store.a", "holds": [loyalty]}])
	ordinary := object.union(named, {"sensitivity": "ordinary"})
	count(rule.deny) == 0 with input as world([ordinary], [{"address": "data_store.a", "holds": [ordinary]}])
}

test_part_of_wider_data if {
	payments := {"address": "data_store.payments", "holds": [], "standards": ["PCI DSS"]}
	users := {"address": "data_store.users", "holds": [all_data]}
	found := rule.deny with input as world([number, all_data], [users, payments])
	{f.at.address | some f in found} == {"category.number"}
	{r.at | some f in found; some r in f.related} == {"data_store.payments"}
	meeting := object.union(users, {"standards": ["PCI DSS"]})
	count(rule.deny) == 0 with input as world([number, all_data], [meeting, payments])
}

test_a_narrower_card_number if {
	narrow := {"address": "category.n", "name": "n", "sensitivity": "cardholder", "parents": [{"address": "category.all"}]}
	found := rule.deny with input as world([narrow, {"address": "category.all", "name": "all"}], [{"address": "data_store.users", "holds": [{"address": "category.all"}]}])
	{f.at.address | some f in found} == {"category.n"}
}

test_nobody_keeps_it if count(rule.deny) == 0 with input as world([number], [])
