package privity.transfers.adequacy_ends_test

import data.privity.transfers.adequacy_ends as rule

japan_until(day) := {"countries": {"JP": {"name": "Japan", "adequacy": [{"decision": "a decision", "until": day}]}}}

recipient := [{"address": "a", "countries": ["JP"]}]

test_it_ends_within_the_year if {
	found := rule.warn with input as {"as_of": "2026-06-30", "subprocessor": recipient} with data.reference as japan_until("2027-06-29")
	count(found) == 1
}

test_it_lasts_another_year if {
	count(rule.warn) == 0 with input as {"as_of": "2026-06-30", "subprocessor": recipient} with data.reference as japan_until("2027-06-30")
}

test_it_has_no_end if {
	count(rule.warn) == 0 with input as {"as_of": "2026-06-30", "subprocessor": recipient}
}
