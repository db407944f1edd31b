package privity.change.date_kept_test

import data.privity.change.date_kept as rule

change := {"address": "data_store.a", "materiality": "material", "summary": "It is kept longer."}

found(before, after, changes) := result if result := rule.deny with input as {
	"before": {"policy": before}, "after": {"policy": object.union({"address": "policy.example"}, after)}, "changes": changes,
}

dates := {"effective": "2026-01-01", "updated": "2026-01-01"}

test_the_same_dates if {
	some f in found(dates, dates, [change, change])
	contains(f.msg, "2 cases")
}

test_one_case if {
	some f in found(dates, dates, [change])
	contains(f.msg, "one case")
}

test_no_dates if count(found({}, {}, [change])) == 1

test_another_date if {
	every key in ["effective", "updated"] {
		count(found(dates, object.union(dates, {key: "2026-02-01"}), [change])) == 0
		count(found(object.remove(dates, [key]), dates, [change])) == 0
	}
}

test_nothing_that_matters if count(found(dates, dates, [object.union(change, {"materiality": "minor"})])) == 0
