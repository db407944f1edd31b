# METADATA
# title: What waives encryption is for certain data, and protects it otherwise
# description: |
#   An exception from encryption that is for everything is no exception, and one
#   that puts nothing in its place leaves data unprotected.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)}
# custom: {id: PI118, severity: error}
package privity.internal.waived_encryption

deny contains {
	"at": e,
	"attribute": "for",
	"msg": sprintf("waives %s and does not say for which data", [w.address]),
	"fix": "Add for, with the data that it is about.",
} if {
	some e in input.exception
	some w in e.waives
	w.block == "encryption"
	not e.for
}

deny contains {
	"at": e,
	"attribute": "waives",
	"msg": sprintf("waives %s and puts nothing in its place", [w.address]),
	"fix": "Add requires: the access rule or requirement that protects the data then.",
} if {
	some e in input.exception
	some w in e.waives
	w.block == "encryption"
	not e.requires
}
