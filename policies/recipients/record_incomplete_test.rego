package privity.recipients.record_incomplete_test

import data.privity.recipients.record_incomplete as rule

complete := {"address": "subprocessor.a", "vendor": {"address": "vendor.a", "legal_name": "A Ltd"}, "agreement": "https://example.com"}

test_complete if count(rule.deny) == 0 with input as {"subprocessor": [complete]}

test_what_is_missing if {
	every missing in ["vendor", "agreement"] {
		found := rule.deny with input as {"subprocessor": [object.remove(complete, [missing])]}
		{f.attribute | some f in found} == {missing}
	}
}

test_company_without_a_registered_name if {
	unnamed := {"address": "subprocessor.a", "vendor": {"address": "vendor.a"}, "agreement": complete.agreement}
	found := rule.deny with input as {"subprocessor": [unnamed]}
	{f.attribute | some f in found} == {"vendor"}
}

test_class_of_recipients if {
	count(rule.deny) == 0 with input as {"subprocessor": [{"address": "subprocessor.a", "kind": "recipient_class"}]}
}
