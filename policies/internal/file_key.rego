# METADATA
# title: Files that are encrypted one by one have keys of their owners, in a vault
# description: |
#   Encrypting each file by itself protects from more than encrypting the disk if
#   the keys differ and are kept apart. An internal standard that asks for it says
#   whose the keys are, and what keeps them.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PI111, severity: error}
package privity.internal.file_key

deny contains {
	"at": e,
	"attribute": "key",
	"msg": "encrypts files one by one and does not say whose the keys are",
	"fix": "Add a key block with owner.",
} if {
	input.policy.audience == "internal"
	some e in input.encryption
	e.scope == "file"
	not e.key.owner
}

deny contains {
	"at": e.key,
	"attribute": "stored_in",
	"msg": "does not say where the keys of files are kept",
	"fix": "Add stored_in, or engine: what manages them.",
} if {
	input.policy.audience == "internal"
	some e in input.encryption
	e.scope == "file"
	e.key
	not e.key.stored_in
	not e.key.engine
}
