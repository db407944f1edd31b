package privity.internal.file_names_test

import data.privity.internal.file_names as rule

world(actions) := {"policy": {"audience": "internal"}, "encryption": [{"address": "encryption.a", "scope": "file"}], "requirement": [{"actions": actions}]}

test_nothing_is_said if count(rule.deny) == 1 with input as world(["rename the team"])

test_it_is_said if count(rule.deny) == 0 with input as world(["audit", "name files at random"])
