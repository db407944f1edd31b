# METADATA
# title: Hardening of primary data is recorded
# description: |
#   A key of its own for each user, or keys in a vault, protect primary data beyond
#   what is asked for. An internal standard may leave that open; that it does is
#   worth knowing.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PI110, severity: note}
package privity.internal.hardening_recorded

deny contains {
	"at": c,
	"attribute": "encryption",
	"msg": "is primary data, and no encryption with a key of its own is recorded for it",
	"fix": "Add an encryption block with a key block; with strength = \"may\", where it is not required.",
} if {
	input.policy.audience == "internal"
	some c in input.category
	c.class == "primary"
	not keyed(c)
}

keyed(c) if c.encryption[_].key

keyed(c) if c.parents[_].encryption[_].key
