# METADATA
# title: A store is called what it is
# description: |
#   Object storage is no database: it has no fields that could be encrypted,
#   queried or corrected one by one. A policy that says the one and names the
#   other is wrong in one of the two.
# custom: {id: PP046, severity: warning}
package privity.truth.kind_of_store

warn contains {
	"at": s,
	"attribute": "technology",
	"msg": sprintf("is used as “%s”, and %s stores objects", [use, s.technology]),
	"fix": "Say what it is used as, or name the database.",
} if {
	some s in input.data_store
	regex.match(object_storage, s.technology)
	some use in s.uses
	regex.match(`(?i)\bdatabases?$`, use)
}

object_storage := `(?i)^((amazon|aws) )?s3$|\bblob storage$|^(google )?cloud storage$|^minio$`
