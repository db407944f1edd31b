package privity.change.approval_missing_test

import data.privity.change.approval_missing as rule

change := {
	"class": "retention.increased", "direction": "widens", "materiality": "material",
	"address": "data_store.a.retention", "summary": "It is kept longer.",
}

found(approvals, change) := result if result := rule.warn with input as {
	"before": {"approval": [{"for": patterns} | some patterns in approvals]}, "changes": [change],
}

test_nobody if count(found([], change)) == 1

test_for_something_else if count(found([["subprocessor.*", "editorial"]], change)) == 1

test_asked if {
	every pattern in ["any", "material", "retention.increased", "retention.*"] {
		count(found([["minor", pattern]], change)) == 0
	}
}

test_harmless if {
	count(found([], object.union(change, {"direction": "narrows"}))) == 0
	count(found([], object.union(change, {"materiality": "minor"}))) == 0
}
