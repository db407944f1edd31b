package privity.change.retention_longer_test

import data.privity.change.retention_longer as rule

change := {"class": "retention.increased", "address": "data_store.a.retention", "summary": "It changed."}

found(change, block) := result if result := rule.warn with input as {
	"after": {"retention": [block], "by_address": {change.address: block}},
	"changes": [change],
}

backup := {"class": "retention.increased", "address": "data_store.a.backup", "summary": "It changed."}

found_backup(block) := result if result := rule.warn with input as {
	"after": {"retention": [], "by_address": {backup.address: block}},
	"changes": [backup],
}

test_no_reason if count(found(change, {"address": change.address})) == 1

test_a_reason if count(found(change, {"address": change.address, "because": "a statute asks for it"})) == 0

test_another_change if count(found(object.union(change, {"class": "claim.added"}), {"address": change.address})) == 0

test_a_backup_has_a_note if {
	some f in found_backup({"address": backup.address})
	f.fix == "Add a note that says why."
}

test_a_backup_that_says_why if count(found_backup({"address": backup.address, "note": "Restoring takes longer."})) == 0
