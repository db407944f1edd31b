package privity.transparency.consequence_missing_test

import data.privity.transparency.consequence_missing as rule

test_consequence_missing if {
	found := rule.deny with input as {"category": [{"address": "category.a", "collection": {"requirement": "required"}}]}
	count(found) == 1
}

test_consequence_stated if {
	count(rule.deny) == 0 with input as {"category": [{"collection": {"requirement": "required"}, "consequence": "You cannot sign in."}]}
}

test_data_that_is_not_marked if {
	count(rule.deny) == 0 with input as {"category": [{"collection": {"requirement": "standard"}}]}
}
