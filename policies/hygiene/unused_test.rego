package privity.hygiene.unused_test

import data.privity.hygiene.unused as rule

a := {"address": "vendor.a"}

r := {"address": "region.a"}

world(changes) := object.union({"vendor": [a], "region": [r], "data_store": [], "subprocessor": [], "system": []}, changes)

test_nothing_refers_to_them if {
	found := rule.deny with input as world({})
	{f.at.address | some f in found} == {"vendor.a", "region.a"}
}

test_each_use_of_a_company if {
	every used in [
		{"region": [{"address": "region.a", "vendor": a}]},
		{"vendor": [a, {"address": "vendor.b", "parent": a}]},
		{"data_store": [{"vendor": a}]},
		{"system": [{"hosted_by": a}]},
		{"subprocessor": [{"engagement": [{"shares_with": [{"vendor": a}]}]}]},
		{"encryption": [{"key": {"owner": [a]}}]},
		{"category": [{"collection": {"from": ["vendor.a"]}}]},
	] {
		found := rule.deny with input as world(used)
		not "vendor.a" in {f.at.address | some f in found}
	}
}

test_each_use_of_a_region if {
	every used in [
		{"data_store": [{"regions": [r]}]},
		{"backup": [{"regions": [r]}]},
		{"subprocessor": [{"engagement": [{"regions": [r]}]}]},
	] {
		found := rule.deny with input as world(used)
		{f.at.address | some f in found} == {"vendor.a"}
	}
}
