package privity.change.purpose_new_test

import data.privity.change.purpose_new as rule

change := {"class": "purpose.added", "address": "purpose.a", "summary": "It changed."}

found(change, block) := result if result := rule.warn with input as {"after": {"by_address": {change.address: block}}, "changes": [change]}

test_no_reason if count(found(change, {"address": change.address})) == 1

test_a_reason if count(found(change, {"address": change.address, "because": "a statute asks for it"})) == 0

test_another_change if count(found(object.union(change, {"class": "claim.added"}), {"address": change.address})) == 0
