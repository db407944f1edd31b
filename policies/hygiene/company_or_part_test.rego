package privity.hygiene.company_or_part_test

import data.privity.hygiene.company_or_part as rule

google := {"address": "vendor.google"}

cloud := {"address": "vendor.cloud", "parent": google}

test_the_company if {
	found := rule.deny with input as {"vendor": [google, cloud], "data_store": [{"address": "data_store.a", "vendor": google}]}
	{r.at | some f in found; some r in f.related} == {"vendor.cloud"}
}

test_the_part if {
	count(rule.deny) == 0 with input as {"vendor": [google, cloud], "data_store": [{"address": "data_store.a", "vendor": cloud}]}
}
