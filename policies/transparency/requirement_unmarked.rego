# METADATA
# title: Of data that is asked for it is said whether it has to be given
# description: |
#   Readers are to be told whether they have to provide data. Where a policy
#   marks some of it as optional, the rest looks as if it were required, which
#   the policy may not mean.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 13(2)(e)}
# custom: {id: PP054, severity: note}
package privity.transparency.requirement_unmarked

deny contains {
	"at": c.collection,
	"attribute": "requirement",
	"msg": "does not say whether the data has to be provided, and other data is said to be optional",
	"fix": "Write requirement = \"required\" or \"optional\".",
} if {
	some_optional
	some c in input.category
	c.collection.requirement == "standard"
}

some_optional if input.category[_].collection.requirement == "optional"
