package privity.rights.instant_by_hand_test

import data.privity.rights.instant_by_hand as rule

mail := {"address": "contact.a", "channel": "email"}

button := {"address": "contact.b", "channel": "in_app"}

test_by_mail if {
	count(rule.warn) == 1 with input as {"right": [{"address": "right.a", "within": "instant", "via": [mail, button]}]}
}

test_mail_has_its_own_time if {
	slower := object.union(mail, {"within": "1 month"})
	count(rule.warn) == 0 with input as {"right": [{"address": "right.a", "within": "instant", "via": [slower, button]}]}
}

test_by_button if {
	count(rule.warn) == 0 with input as {"right": [{"address": "right.a", "within": "instant", "via": [button]}]}
}

test_in_time if {
	count(rule.warn) == 0 with input as {"right": [{"address": "right.a", "within": "1 day", "via": [mail]}]}
}
