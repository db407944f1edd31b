# METADATA
# title: Data of a special category has a ground, and is encrypted where it lies
# description: |
#   Processing data on health, belief, origin and the like is forbidden unless one
#   of the grounds of the law applies, and the harm of a leak is greatest there. A
#   category of that kind names its ground, and each store that holds it is said to
#   be encrypted.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 9(2)}
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PP010, severity: error}
package privity.security.special_categories

deny contains {
	"at": c,
	"attribute": "ground",
	"msg": "is of a special category and does not say what permits processing it",
	"fix": "Add ground; `privity explain category.ground` lists them.",
} if {
	some c in input.category
	c.sensitivity == "special_category"
	not c.ground
}

deny contains {
	"at": s,
	"attribute": "encryption",
	"msg": sprintf("holds %s and does not say that it is encrypted", [c]),
	"related": [{"at": c, "attribute": "sensitivity", "msg": "this is sensitive data"}],
	"fix": "Add an encryption block with state = \"at_rest\".",
} if {
	not in_general
	some [s, c] in bare
}

# bare are the stores with sensitive data of which no encryption is stated.
bare contains [s.address, c.address] if {
	count(grave) > 0
	some s in input.data_store
	some c in s.holds
	c.address in grave
	not at_rest(s)
}

bare contains [s.address, c.address] if {
	count(grave) > 0
	some s in input.data_store
	some c in s.segment[_].holds
	c.address in grave
	not at_rest(s)
}

# grave are the categories of sensitive data that are not encrypted by themselves.
grave contains c.address if {
	some c in input.category
	c.sensitivity in {"special_category", "criminal_offence"}
	not at_rest(c)
}

at_rest(b) if {
	some e in b.encryption
	not e.state == "in_transit"
}

# in_general holds where encryption is stated of everything at once.
in_general if {
	some e in input.encryption
	not e.applies_to
	not e.state == "in_transit"
}
