# METADATA
# title: Secondary data counts as primary for as long as both are stored
# description: |
#   What somebody did leads to who they are while the primary data that names
#   them is there. In an internal standard a class of secondary data says as what
#   it is treated beside primary data.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 4(1)}
# custom: {id: PI102, severity: error}
package privity.internal.secondary_follows_primary

deny contains {
	"at": c,
	"attribute": "treated_as",
	"msg": "does not say as what it is treated while primary data is stored",
	"fix": "Add a treated_as block with the category that it then counts as, and with what.",
} if {
	input.policy.audience == "internal"
	some_primary
	some c in input.category
	c.class == "secondary"
	not treated(c)
}

some_primary if input.category[_].class == "primary"

treated(c) if {
	some of in array.concat([c], object.get(c, "parents", []))
	some t in of.treated_as
	t.as
	t["with"]
}
