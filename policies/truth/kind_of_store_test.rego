package privity.truth.kind_of_store_test

import data.privity.truth.kind_of_store as rule

test_object_storage if {
	every technology, n in {"S3": 1, "Amazon S3": 1, "Azure Blob Storage": 1, "Cloud Storage": 1, "PostgreSQL": 0} {
		found := rule.warn with input as {"data_store": [{"address": "data_store.a", "technology": technology, "uses": ["database"]}]}
		count(found) == n
	}
}

test_used_as_what_it_is if {
	count(rule.warn) == 0 with input as {"data_store": [{"address": "data_store.a", "technology": "S3", "uses": ["files", "copies of databases and files"]}]}
}
