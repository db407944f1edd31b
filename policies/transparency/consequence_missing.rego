# METADATA
# title: Required data says what happens without it
# description: |
#   Where data has to be provided, readers are to be told what follows if they
#   do not provide it.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(e)}
# custom: {id: PP009, severity: warning, regimes: [gdpr, uk_gdpr]}
package privity.transparency.consequence_missing

deny contains {
	"at": c,
	"attribute": "consequence",
	"msg": "is required and does not say what happens without it",
	"fix": "Add consequence, as a sentence.",
} if {
	some c in input.category
	c.collection.requirement == "required"
	not c.consequence
}
