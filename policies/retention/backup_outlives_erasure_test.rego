package privity.retention.backup_outlives_erasure_test

import data.privity.retention.backup_outlives_erasure as rule

erasure := {"address": "right.a", "kind": "erasure", "within": "10 business days"}

test_backup_is_kept_longer if {
	found := rule.deny with input as {"right": [erasure], "backup": [{"address": "backup.a", "retained": "20 days"}]}
	count(found) == 1
}

test_two_weeks_may_be_ten_business_days if {
	count(rule.deny) == 0 with input as {"right": [erasure], "backup": [{"address": "backup.a", "retained": "2 weeks"}]}
	found := rule.deny with input as {"right": [erasure], "backup": [{"address": "backup.a", "retained": "15 days"}]}
	count(found) == 1
}

test_as_long_as_the_erasure if {
	months := object.union(erasure, {"within": "3 months"})
	found := rule.deny with input as {"right": [months], "backup": [{"address": "backup.a", "retained": "3 months"}]}
	count(found) == 1
}

test_copies_reach_back_longer if {
	backup := {"address": "backup.a", "restore": {"address": "backup.a.restore", "reach": "20 days"}}
	found := rule.deny with input as {"right": [erasure], "backup": [backup]}
	{f.at.address | some f in found} == {"backup.a.restore"}
	count(rule.deny) == 0 with input as {"right": [], "backup": [backup]}
}

test_what_has_no_number_is_not_compared if {
	prompt := object.union(erasure, {"within": "prompt"})
	count(rule.deny) == 0 with input as {"right": [prompt], "backup": [{"address": "backup.a", "retained": "prompt"}]}
}

test_limits_are_stated if {
	limited := object.union(erasure, {"limits": ["copies are kept for 20 days"]})
	count(rule.deny) == 0 with input as {"right": [limited], "backup": [{"address": "backup.a", "retained": "20 days"}]}
}

test_recipient_keeps_longer if {
	found := rule.deny with input as {"right": [erasure], "backup": [], "retention": [
		{"address": "a", "period": "30 days", "applies_to": [{"block": "subprocessor"}]},
		{"address": "b", "period": "30 days", "applies_to": [{"block": "data_store"}]},
	]}
	{f.at.address | some f in found} == {"a"}
}

test_guaranteed_deletion if {
	guaranteed := {"address": "retention.a", "period": "3 months", "guaranteed": true, "on_expiry": "delete", "applies_to": [{"block": "backup"}]}
	found := rule.deny with input as {"retention": [guaranteed], "backup": [{"address": "backup.a", "retained": "3 months"}]}
	{f.at.address | some f in found} == {"backup.a"}
}

test_the_strictest_promise_counts if {
	rights := [{"address": "right.b", "kind": "erasure", "within": "1 year"}, erasure]
	found := rule.deny with input as {"right": rights, "backup": [{"address": "backup.a", "retained": "20 days"}]}
	{r.at | some f in found; some r in f.related} == {"right.a"}
}

test_unknown_how_long if {
	found := rule.deny with input as {"backup": [{"address": "a"}, {"address": "b", "enabled": false}, {"address": "c", "retention": [{}]}]}
	{f.at.address | some f in found} == {"a"}
}
