package privity.internal.two_stages_test

import data.privity.internal.two_stages as rule

keeping := {"address": "procedure.a.step.off", "keeps": [{}]}

erasing := {"address": "procedure.a.step.erase", "methods": ["delete"]}

test_no_second_stage if {
	count(rule.deny) == 1 with input as {"procedure": [{"step": [keeping]}], "requirement": []}
	count(rule.deny) == 1 with input as {"procedure": [{"step": [erasing, keeping]}], "requirement": []}
	count(rule.deny) == 0 with input as {"procedure": [{"step": [keeping, erasing]}], "requirement": []}
}

test_the_way_back if {
	every strength, n in {"should": 1, "must": 0} {
		closed := {"address": "requirement.a", "strength": strength, "actions": ["make it impossible to restore the account"]}
		found := rule.deny with input as {"procedure": [{"step": [keeping, erasing]}], "requirement": [closed]}
		count(found) == n
	}
}
