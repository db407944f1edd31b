package privity.change.notice_kept_test

import data.privity.change.notice_kept as rule

change := {"class": "subprocessor.added", "address": "subprocessor.mail", "summary": "Mail is new.", "earliest": "2026-07-30"}

found(effective, change) := result if result := rule.deny with input as {
	"after": {"policy": {"address": "policy.example", "effective": effective}},
	"changes": [change],
}

test_before_the_day if count(found("2026-07-29", change)) == 1

test_on_the_day if count(found("2026-07-30", change)) == 0

test_nothing_is_owed if count(found("2026-07-01", object.remove(change, ["earliest"]))) == 0
