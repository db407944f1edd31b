# METADATA
# title: Data of payment cards lies where the standard for it is met
# description: |
#   Card numbers belong in stores that meet PCI DSS, encrypted. What proves that a
#   card is at hand, such as its security code, is not stored at all once a payment
#   is authorised. Data is taken for that of a card by its sensitivity or, where
#   none is stated, by its name.
# related_resources:
#   - {ref: "https://www.pcisecuritystandards.org/document_library/", description: PCI DSS 3.3.1}
#   - {ref: "https://www.pcisecuritystandards.org/document_library/", description: PCI DSS 3.5.1}
# custom: {id: PP027, severity: error}
package privity.security.card_data

import data.privity.group

deny contains {
	"at": s,
	"attribute": "holds",
	"msg": sprintf("stores %s, which is not to be stored", [c.address]),
	"fix": "Do without it once a payment is authorised; permanent = false says that it passes through.",
} if {
	count(proofs) > 0
	some s in input.data_store
	not s.permanent == false
	some c in s.holds
	c.address in proofs
}

deny contains {
	"at": s,
	"attribute": "standards",
	"msg": sprintf("holds %s and does not say that it meets PCI DSS", [c.address]),
	"fix": "Add standards = [\"PCI DSS\"], or keep the data elsewhere.",
} if {
	count(cards) > 0
	some s in input.data_store
	some c in s.holds
	c.address in cards
	not meets(s)
}

deny contains {
	"at": c,
	"msg": "is data of payment cards, and no store that meets PCI DSS is said to hold it",
	"related": [{"at": s, "attribute": "holds", "msg": "this store meets PCI DSS, and holds other data"} | some s in few_meeting],
	"fix": "Add it to holds of the store that keeps it.",
} if {
	count(cards) > 0
	some c in input.category
	c.address in cards
	not c.address in held_directly
	kept_elsewhere
}

# proofs are the categories that prove that a card is at hand.
proofs contains c.address if {
	some c in input.category
	c.sensitivity == "card_authentication"
}

# cards are the categories that are card numbers.
cards contains c.address if {
	some c in input.category
	c.sensitivity == "cardholder"
}

cards contains c.address if {
	some c in input.category
	not c.sensitivity
	contains(called(c), "number")
	regex.match(`(?i)^card numbers?$|\b(credit|debit|payment|bank) card numbers?\b|\bprimary account numbers?\b`, called(c))
}

called(c) := c.label

called(c) := replace(c.name, "_", " ") if not c.label

# wider are the cards and the categories that they belong to.
wider := graph.reachable(up, cards)

up := {c.address: object.keys(object.get(belongs, c.address, {})) | some c in input.category}

belongs := group.by_key(array.concat(
	[[part, c.address] | some c in input.category; some part in c.includes],
	[[c.address, p.address] | some c in input.category; some p in c.parents],
))

held_directly contains c.address if some c in input.data_store[_].holds

# keepers are the stores that hold card numbers as part of wider data.
keepers contains s.address if {
	some s in input.data_store
	some c in s.holds
	c.address in wider
}

# kept_elsewhere holds where none of those that keep card numbers meets the standard.
kept_elsewhere if {
	count(keepers) > 0
	count(keepers & object.keys(meeting)) == 0
}

few_meeting := group.few(meeting)

meeting := {s.address: true | some s in input.data_store; meets(s)}

meets(s) if {
	some standard in s.standards
	contains(standard, "PCI DSS")
}
