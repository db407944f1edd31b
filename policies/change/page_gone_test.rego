package privity.change.page_gone_test

import data.privity.change.page_gone as rule

test_gone if {
	some f in rule.warn with input as {"changes": [{"class": "document.removed", "address": "document.faq"}]}
	contains(f.msg, "faq.html")
}

test_renamed if {
	some f in rule.warn with input as {"changes": [{"class": "document.renamed", "address": "document.help", "was": "document.faq"}]}
	contains(f.msg, "faq.html")
}

test_another_change if {
	count(rule.warn) == 0 with input as {"changes": [{"class": "document.added", "address": "document.faq"}]}
}
