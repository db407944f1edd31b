# METADATA
# title: A part of a store that keeps personal data is restricted to its purpose
# description: |
#   Where a warehouse keeps personal data in one part and none in the others, that
#   part says what it is for and who can reach it. Otherwise the parting protects
#   nothing.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 5(1)(b)}
# custom: {id: PI123, severity: error}
package privity.internal.segment_restricted

deny contains {
	"at": g,
	"attribute": "purposes",
	"msg": "keeps personal data apart and does not say what for",
	"fix": "Add purposes.",
} if {
	some g in parted
	not g.purposes
}

deny contains {
	"at": g,
	"attribute": "access",
	"msg": "keeps personal data apart, and nothing limits who can reach it",
	"fix": "Add an access block to the policy with effect = \"limit\", and this part in to.",
} if {
	some g in parted
	not limited(g)
}

deny contains {
	"at": s,
	"attribute": "holds",
	"msg": "holds personal data as a whole, and a part of it is meant to keep that apart",
	"fix": "Say with the part what it holds, and delete holds of the store.",
} if {
	input.policy.audience == "internal"
	some s in input.data_store
	s.holds
	s.segment[_].holds
}

# parted are the parts that hold data, of stores with more than one.
parted contains g if {
	input.policy.audience == "internal"
	some s in input.data_store
	count(s.segment) > 1
	some g in s.segment
	g.holds
}

limited(g) if {
	some a in g.access
	a.effect in {"limit", "deny"}
}
