package privity.truth.skipped_store_test

import data.privity.truth.skipped_store as rule

store := {"address": "data_store.a"}

upload := {"address": "flow.upload", "to": [store], "option": [{"address": "flow.upload.option.bypass", "skips": [store]}]}

delivery := {"address": "flow.delivery", "from": [store]}

test_nothing_to_deliver if {
	found := rule.deny with input as {"flow": [upload, delivery]}
	{r.at | some f in found; some r in f.related} == {"flow.delivery"}
}

test_the_other_flow_has_an_exception if {
	count(rule.deny) == 0 with input as {"flow": [upload, object.union(delivery, {"unless": [{}]})]}
}

test_nothing_begins_there if {
	count(rule.deny) == 0 with input as {"flow": [upload]}
}
