# METADATA
# title: Every store of personal data says how it is encrypted
# description: |
#   Encryption at rest is the first measure that the law names. For each data
#   store of which it is known that it holds personal data, the policy states
#   it, in the store, for what it holds, or for everything.
# related_resources:
#   - {ref: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", description: GDPR Art. 32(1)(a)}
# custom: {id: PP023, severity: error}
package privity.security.encryption_missing

deny contains {
	"at": s,
	"attribute": "encryption",
	"msg": "holds personal data and does not say how it is encrypted",
	"fix": "Add an encryption block with state = \"at_rest\".",
} if {
	not enough_in_general
	some s in input.data_store
	s.holds
	not at_rest(s)
	not all_of_it(s)
}

# enough_in_general holds where encryption is stated of everything at once, and of
# no single store: one that is then left out has been forgotten.
enough_in_general if {
	some e in input.encryption
	not e.applies_to
	not e.state == "in_transit"
	every s in input.data_store {
		not at_rest(s)
	}
}

at_rest(s) if {
	some e in s.encryption
	not e.state == "in_transit"
}

all_of_it(s) if {
	every c in s.holds {
		at_rest(c)
	}
}
