package privity.truth.claim_refuted_test

import data.privity.truth.claim_refuted as rule

never := {"address": "claim.a", "says": "never", "what": "share"}

mail := {"address": "subprocessor.mail", "engagement": [{"data": [{"address": "category.email"}]}]}

world(changes) := object.union({"claim": [], "category": [], "subprocessor": [], "data_store": [], "encryption": [], "transfer": [], "system": []}, changes)

test_sharing if {
	found := rule.deny with input as world({"claim": [never], "subprocessor": [mail]})
	{r.at | some f in found; some r in f.related} == {"subprocessor.mail"}
}

test_sharing_by_who_manages_a_store if {
	found := rule.deny with input as world({"claim": [never], "data_store": [{"managed_by": {"address": "subprocessor.dba"}}]})
	count(found) == 1
}

test_sharing_with_who_hosts_a_store if {
	store := {"hosted_by": {"address": "vendor.a"}}
	found := rule.deny with input as world({"claim": [never], "data_store": [store]})
	{r.at | some f in found; some r in f.related} == {"vendor.a"}
	known := object.union(mail, {"vendor": {"address": "vendor.a"}})
	both := rule.deny with input as world({"claim": [never], "data_store": [store], "subprocessor": [known]})
	{r.at | some f in both; some r in f.related} == {"subprocessor.mail"}
}

test_sharing_with_companies if {
	every w, n in {"other_company": 1, "authority": 0} {
		found := rule.deny with input as world({"claim": [object.union(never, {"with": [w]})], "subprocessor": [mail]})
		count(found) == n
	}
}

test_sharing_of_certain_data if {
	every d, n in {"category.email": 1, "category.phone": 0} {
		found := rule.deny with input as world({"claim": [object.union(never, {"data": [{"address": d}]})], "subprocessor": [mail]})
		count(found) == n
	}
}

test_sharing_of_a_narrower_kind_of_data if {
	engaged := {"address": "subprocessor.a", "engagement": [{"data": [{"address": "category.email", "parents": [{"address": "category.contact"}]}]}]}
	found := rule.deny with input as world({"claim": [object.union(never, {"data": [{"address": "category.contact"}]})], "subprocessor": [engaged]})
	count(found) == 1
}

test_nobody_receives_anything if {
	count(rule.deny) == 0 with input as world({"claim": [never], "subprocessor": [{"address": "subprocessor.a"}]})
}

deny_transfer := {"address": "transfer.a", "effect": "deny", "recipients": ["other_company"]}

test_transfer_rule if {
	found := rule.deny with input as world({"transfer": [deny_transfer], "subprocessor": [mail]})
	{f.attribute | some f in found} == {"effect"}
	count(rule.deny) == 0 with input as world({"transfer": [object.union(deny_transfer, {"declared_only": true})], "subprocessor": [mail]})
}

test_exception_that_hardly_covers if {
	declared := object.union(deny_transfer, {"declared_only": true})
	purposes := [[{"class": "analytics"}, 1], [{"class": "security", "name": "analytics"}, 0], [{"name": "web_analytics"}, 1], [{"name": "billing"}, 0]]
	named := object.union(mail, {"engagement": [{"name": "user_analytics"}]})
	count(rule.deny) == 1 with input as world({"transfer": [declared], "subprocessor": [named]})
	every p in purposes {
		ads := object.union(mail, {"engagement": [{"purposes": [p[0]]}]})
		found := rule.deny with input as world({"transfer": [declared], "subprocessor": [ads]})
		count(found) == p[1]
	}
}

test_a_claim_and_a_transfer_rule_are_one_finding if {
	found := rule.deny with input as world({"transfer": [deny_transfer], "claim": [never], "subprocessor": [mail]})
	{f.at.address | some f in found} == {"claim.a"}
}

encrypted := {"address": "claim.a", "says": "all", "what": "encrypt"}

test_encryption if {
	stores := [{"address": "data_store.a", "encryption": [{}]}, {"address": "data_store.b"}]
	found := rule.deny with input as world({"claim": [encrypted], "data_store": stores})
	{r.at | some f in found; some r in f.related} == {"data_store.b"}
	count(rule.deny) == 0 with input as world({"claim": [object.union(encrypted, {"on": [stores[0]]})], "data_store": stores})
	count(rule.deny) == 0 with input as world({"claim": [encrypted], "data_store": stores, "encryption": [{}]})
}

test_complete_list_of_what_is_collected if {
	complete := {"address": "claim.a", "says": "complete", "what": "collect"}
	found := rule.deny with input as world({"claim": [complete], "category": [{"address": "category.a"}]})
	count(found) == 1
	count(rule.deny) == 0 with input as world({"claim": [complete], "category": [{"collection": {}}]})
}

located := [{"address": "data_store.a", "regions": [{"country": "IE"}]}, {"address": "data_store.b", "regions": [{"country": "NO"}]}]

only(what, where) := {"address": "claim.a", "says": "only", "what": what, "within": where}

test_places if {
	every place, n in {"EU": 1, "EEA": 0, "IE": 1} {
		found := rule.deny with input as world({"claim": [only("store", [place])], "data_store": located})
		count(found) == n
	}
	count(rule.deny) == 0 with input as world({"claim": [only("store", ["IE", "NO"])], "data_store": located})
}

test_processing_is_wider_than_storing if {
	abroad := [{"address": "subprocessor.a", "countries": ["US-CA"]}]
	count(rule.deny) == 0 with input as world({"claim": [only("store", ["EEA"])], "data_store": located, "subprocessor": abroad})
	found := rule.deny with input as world({"claim": [only("process", ["EEA"])], "data_store": located, "subprocessor": abroad})
	count(found) == 1
	count(rule.deny) == 0 with input as world({"claim": [only("process", ["EEA", "US-CA"])], "data_store": located, "subprocessor": abroad})
}

test_sale if {
	no_sale := {"address": "claim.a", "says": "never", "what": "sell"}
	sale := {"address": "transfer.a", "effect": "allow", "counts_as": ["sale"]}
	found := rule.deny with input as world({"claim": [no_sale], "transfer": [sale]})
	{r.at | some f in found; some r in f.related} == {"transfer.a"}
	count(rule.deny) == 0 with input as world({"claim": [no_sale], "transfer": [object.union(sale, {"counts_as": ["cross_context_advertising"]})]})
}

test_training if {
	no_training := {"address": "claim.a", "says": "never", "what": "train"}
	trained := {"address": "engagement", "trains_models": true}
	found := rule.deny with input as world({"claim": [no_training], "subprocessor": [{"engagement": [trained]}]})
	{r.at | some f in found; some r in f.related} == {"engagement"}
	count(rule.deny) == 1 with input as world({"claim": [no_training], "system": [trained]})
	count(rule.deny) == 0 with input as world({"claim": [object.union(no_training, {"data": [{}]})], "system": [trained]})
	count(rule.deny) == 0 with input as world({"claim": [no_training], "system": [{"trains_models": false}]})
}
