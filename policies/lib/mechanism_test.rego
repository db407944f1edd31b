package privity.mechanism_test

import data.privity.mechanism

clauses := "standard_contractual_clauses"

sharing(more) := object.union({"effect": "allow", "recipients": ["third_party"], "mechanism": clauses}, more)

stated(s, transfer) := found if {
	found := mechanism.stated(s, "US-CA", "gdpr") with input as {"transfer": [transfer]}
}

test_the_recipients_own if {
	stated({"mechanism": "derogation"}, sharing({})) == {"derogation"}
}

test_for_all if {
	stated({}, sharing({})) == {clauses}
	stated({}, sharing({"countries": ["US"]})) == {clauses}
	stated({}, sharing({"countries": ["IN", "US-CA"]})) == {clauses}
	stated({}, sharing({"from": ["EEA", "CH"]})) == {clauses}
}

test_for_others if {
	every limit in [
		{"effect": "deny"},
		{"data": [{}]},
		{"qualifier": "generally"},
		{"countries": ["IN"]},
		{"from": ["CH"]},
		{"recipients": ["authority"]},
	] {
		stated({}, sharing(limit)) == set()
	}
}

test_affiliates_are_no_third_parties if {
	every s in [{"relation": "affiliate"}, {"vendor": {"relation": "affiliate"}}] {
		stated(s, sharing({})) == set()
		stated(s, sharing({"recipients": ["other_company"]})) == {clauses}
	}
}
