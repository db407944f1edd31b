package privity.truth.recipients_used_test

import data.privity.truth.recipients_used as rule

aws := {"address": "vendor.aws"}

store := {"address": "data_store.a", "regions": [{"vendor": aws}]}

test_nothing_says_what_for if {
	found := rule.deny with input as {"subprocessor": [{"address": "subprocessor.a"}], "vendor": []}
	count(found) == 1
}

test_each_use_counts if {
	a := {"address": "subprocessor.a"}
	every used in [
		{"flow": [{"to": [a]}]},
		{"flow": [{"from": [a]}]},
		{"flow": [{"option": [{"to": [a]}]}]},
		{"activity": [{"recipients": [a]}]},
		{"access": [{"who": [a]}]},
		{"subprocessor": [object.union(a, {"engagement": [{}]})]},
	] {
		count(rule.deny) == 0 with input as object.union({"subprocessor": [a]}, used)
	}
}

test_who_manages_a_store_is_engaged_for_something if {
	a := {"address": "subprocessor.a"}
	managed := {"address": "data_store.a", "managed_by": a}
	found := rule.deny with input as {"data_store": [managed], "subprocessor": [a], "vendor": []}
	{f.related[0].at | some f in found} == {"data_store.a"}
	engaged := object.union(a, {"engagement": [{}]})
	count(rule.deny) == 0 with input as {"data_store": [managed], "subprocessor": [engaged], "vendor": []}
}

test_host_is_not_declared if {
	found := rule.deny with input as {"vendor": [aws], "data_store": [store], "subprocessor": []}
	{f.at | some f in found} == {"vendor.aws"}
}

test_host_is_declared if {
	every s in [{"vendor": aws}, {"hosted_by": aws}, {"vendor": {"parent": aws}}] {
		sub := object.union(s, {"address": "subprocessor.a", "engagement": [{}]})
		count(rule.deny) == 0 with input as {"vendor": [aws], "data_store": [store], "subprocessor": [sub]}
	}
}

test_who_hosts_counts_before_whose_region_it_is if {
	other := {"address": "data_store.a", "hosted_by": {"address": "vendor.other"}, "regions": [{"vendor": aws}]}
	found := rule.deny with input as {"data_store": [other], "subprocessor": []}
	{f.at | some f in found} == {"vendor.other"}
}
