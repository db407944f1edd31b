package privity.change.encryption_weaker_test

import data.privity.change.encryption_weaker as rule

found(class) := result if result := rule.deny with input as {"changes": [{"class": class, "address": "encryption.a", "summary": "It changed."}]}

test_weaker if {
	every class in ["encryption.removed", "encryption.weakened"] {
		count(found(class)) == 1
	}
}

test_stronger if count(found("encryption.strengthened")) == 0
