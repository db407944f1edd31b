# METADATA
# title: Data that others provide names where it comes from
# description: |
#   Data that does not come from the person has a source, and the person has to
#   be told which.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 14(2)(f)}
# custom: {id: PP008, severity: warning, regimes: [gdpr, uk_gdpr]}
package privity.transparency.source_missing

deny contains {
	"at": c,
	"attribute": "collection",
	"msg": "comes from somebody else and does not say from whom",
	"fix": "Add from to its collection.",
} if {
	some c in input.category
	c.collection.source in {"third_party", "public_source"}
	not c.collection.from
}
